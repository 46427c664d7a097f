import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { useAddress } from '../../ui/address';
import { Button } from '../../ui/button';
import { Read } from '../../ui/read';
import { Empty } from '../../ui/states';
import { Card } from '../../ui/summary-list';
import { Timeline } from '../../ui/timeline';
import { Moment } from '../../words/format';
import { Say, useSay } from '../../words/say';
import { isOpen, savesQuery, type Application, type Save } from './data';
import { DifferenceTable } from './difference-table';
import { ApplicationFrame } from './frame';
import { nameOf } from './places';
import { Restore } from './restore';

/** Every save, with who, when and what; two to compare, any to restore. */
export const DraftsPage = () => {
  const say = useSay();
  return (
    <ApplicationFrame title={say('exporter.drafts')} width="wide" always lead={<Say id="exporter.drafts.lead" />}>
      {(application) => <Drafts application={application} />}
    </ApplicationFrame>
  );
};

const Drafts = ({ application }: { readonly application: Application }) => {
  const query = useQuery(savesQuery(application.caseId));
  return (
    <Read query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={<Say id="exporter.drafts.none" />} />
        ) : (
          <Saves application={application} saves={items} />
        )
      }
    </Read>
  );
};

const Saves = ({ application, saves }: { readonly application: Application; readonly saves: readonly Save[] }) => {
  const say = useSay();
  const address = useAddress();
  const named = useNameOfSave(saves);
  const numberOf = ({ version }: Save) => saves.length - saves.findIndex((each) => each.version === version);
  const chosen = (name: 'from' | 'to', otherwise: Save | undefined) =>
    saves.find(({ version }) => String(version) === address.get(name)) ?? otherwise;
  const to = chosen('to', saves[0]);
  const from = chosen('from', saves[1] ?? saves[0]);
  return (
    <>
      {from && to && saves.length > 1 && (
        <Card id="compare" title={<Say id="exporter.drafts.compare" />}>
          <div className="form__row compare">
            {(['from', 'to'] as const).map((name) => (
              <div key={name}>
                <label className="usa-label" htmlFor={`compare-${name}`}>
                  {say(`exporter.drafts.${name}`)}
                </label>
                <select
                  id={`compare-${name}`}
                  className="usa-select"
                  value={String((name === 'from' ? from : to).version)}
                  onChange={({ target }) => address.set({ [name]: target.value }, true)}
                >
                  {saves.map((save) => (
                    <option key={save.version} value={String(save.version)}>
                      {named(save)}
                    </option>
                  ))}
                </select>
              </div>
            ))}
          </div>
          <div aria-live="polite">
            <DifferenceTable
              caption={say('exporter.drafts.differences')}
              before={from.sections}
              after={to.sections}
              beforeHead={say('exporter.drafts.number', { number: numberOf(from) })}
              afterHead={say('exporter.drafts.number', { number: numberOf(to) })}
            />
          </div>
        </Card>
      )}
      <h2>
        <Say id="exporter.drafts.all" />
      </h2>
      <Timeline
        label={say('exporter.drafts.all')}
        entries={saves.map((save, index) => ({
          key: save.version,
          isNew: index === 0,
          title: (
            <strong>
              <Say
                id="exporter.drafts.one"
                number={saves.length - index}
                sections={save.saved.map((section) => say(nameOf[section])).join(', ')}
              />
            </strong>
          ),
          at: <Moment value={save.at} />,
          by: save.by.name,
          body: (
            <div className="save-actions">
              {index === 0 ? (
                <Say id="exporter.drafts.newest" />
              ) : (
                <>
                  <Button
                    look="quiet"
                    label={say('exporter.drafts.compareWhat', { what: named(save) })}
                    onClick={() => {
                      address.set({ from: String(save.version), to: String(saves[0]?.version) });
                      document.getElementById('compare')?.scrollIntoView({ block: 'start' });
                      document.getElementById('compare-from')?.focus({ preventScroll: true });
                    }}
                  >
                    <Say id="exporter.drafts.compareWithNow" />
                  </Button>
                  {isOpen(application) && <Restore application={application} save={save} name={named(save)} />}
                </>
              )}
            </div>
          ),
        }))}
      />
    </>
  );
};

/** What a save is called: its number, counted from the first, and its moment. */
const useNameOfSave = (saves: readonly Save[]) => {
  const say = useSay();
  const intl = useIntl();
  return (save: Save): string =>
    say('exporter.drafts.name', {
      number: saves.length - saves.findIndex(({ version }) => version === save.version),
      moment: say('ui.moment', {
        day: intl.formatDate(save.at, { dateStyle: 'medium' }),
        time: intl.formatTime(save.at, { hour: '2-digit', minute: '2-digit' }),
      }),
      by: save.by.name,
    });
};
