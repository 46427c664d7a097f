import { Fragment, useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../../ui/button';
import { Say, useSay } from '../../words/say';
import { actsIn, idleDays, type Act } from '../history/acts';
import type { HistoryFact } from './history-query';
import { Idle } from './idle';
import { Sentences } from './zoom-sentences';

interface ZoomProps {
  readonly caseId: string;
  readonly facts: readonly HistoryFact[];
}

/** Business acts: what was done, when, by whom; each opens to its sentences. */
export const ZoomActs = ({ facts }: ZoomProps) => {
  const say = useSay();
  const acts = actsIn(facts);
  // Each press opens or closes all of them anew, whatever was opened one by one.
  const [all, setAll] = useState({ isOpen: false, times: 0 });
  return (
    <>
      <p className="no-print">
        <Button look="quiet" onClick={() => setAll({ isOpen: !all.isOpen, times: all.times + 1 })}>
          <Say id={all.isOpen ? 'auditor.history.closeAll' : 'auditor.history.openAll'} />
        </Button>
      </p>
      <ol className="acts" aria-label={say('auditor.history.acts')}>
        {acts.map((act, index) => {
          const before = acts[index - 1];
          return (
            <Fragment key={act.key}>
              {before && <Idle days={idleDays(before.until, act.from)} />}
              <li>
                <ActOf key={all.times} act={act} isOpen={all.isOpen} />
              </li>
            </Fragment>
          );
        })}
      </ol>
    </>
  );
};

const ActOf = ({ act, isOpen }: { readonly act: Act<HistoryFact>; readonly isOpen: boolean }) => {
  const say = useSay();
  const intl = useIntl();
  const name = say(`auditor.act.${act.name}`);
  const period = intl.formatDateTimeRange(new Date(act.from), new Date(act.until), { dateStyle: 'medium' });
  const days = idleDays(act.from, act.until);
  return (
    <details className="act" open={isOpen}>
      <summary>
        <span className="act__name">{name}</span>
        <span className="act__when">
          {period}, {intl.formatList(act.people)}
        </span>
        <span className="act__size">
          <Say id="auditor.act.size" count={act.facts.length} days={days} />
        </span>
      </summary>
      <Sentences facts={act.facts} label={name} />
    </details>
  );
};
