import { Link } from 'react-router';
import { SimpleTable } from '../../ui/simple-table';
import { useAddress } from '../../ui/address';
import { Moment, Quantity } from '../../words/format';
import { Say, useSay } from '../../words/say';
import { AssuranceOf } from '../history/person';
import type { TrailEntry } from '../history/trail-page';

/** What operators do to the machinery belongs to no case. */
const isOfCase = ({ stream }: TrailEntry): boolean => !stream.startsWith('operations-');

/**
 * Facts of the trail: what happened, when, by whom; each leads to its case as it stood with it. On a small screen the
 * first columns are in sight: where in the log, and what.
 */
export const TrailTable = ({ entries }: { readonly entries: readonly TrailEntry[] }) => {
  const say = useSay();
  return (
    <SimpleTable
      caption={say('auditor.trail')}
      hidesCaption
      rows={entries}
      keyOf={({ position }) => position}
      columns={[
        {
          key: 'position',
          head: <Say id="auditor.trail.position" />,
          isNumber: true,
          cell: ({ position }) => <Quantity value={position} />,
        },
        {
          key: 'sentence',
          head: <Say id="auditor.trail.sentence" />,
          isRowHead: true,
          cell: (entry) =>
            isOfCase(entry) ? (
              <Link className="trail__sentence" to={`/audit/cases/${entry.caseId}?at=${entry.position}`}>
                {entry.sentence}
              </Link>
            ) : (
              <span className="trail__sentence">{entry.sentence}</span>
            ),
        },
        {
          key: 'at',
          head: <Say id="auditor.trail.at" />,
          cell: ({ at }) => (
            <span className="trail__when">
              <Moment value={at} />
            </span>
          ),
        },
        { key: 'person', head: <Say id="auditor.trail.person" />, cell: (entry) => <PersonCell entry={entry} /> },
      ]}
    />
  );
};

const PersonCell = ({ entry }: { readonly entry: TrailEntry }) => {
  const say = useSay();
  const address = useAddress();
  return (
    <span className="trail__person">
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        aria-label={say('auditor.trail.only', { name: entry.actorName })}
        onClick={() => address.set({ person: entry.actorId, before: undefined })}
      >
        {entry.actorName}
      </button>
      <span className="trail__how">
        {entry.organisationName} · <AssuranceOf assurance={entry.assurance} />
        {entry.onBehalfOf !== null && (
          <>
            {' · '}
            <Say id="auditor.onBehalfOf" whom={entry.onBehalfOf} />
          </>
        )}
      </span>
    </span>
  );
};
