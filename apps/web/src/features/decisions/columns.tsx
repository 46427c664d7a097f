import { ClockRing, DaysLeft } from '../../ui/clock-ring';
import type { QueueColumn } from '../../ui/queue-columns';
import { Tag, type Tone } from '../../ui/tag';
import { Day } from '../../words/format';
import { Say, type useSay } from '../../words/say';
import type { WorklistRow } from './worklist';

/** Days that the law gives (E.O. 12981). */
const whole = 90;

const tones: Readonly<Record<WorklistRow['stage'], Tone>> = {
  settling: 'active',
  'awaiting-countersignature': 'warn',
  'intent-to-deny': 'neutral',
};

/** What a case to be decided is known by: what is missing, who proposed, who has signed. */
export const worklistColumns = (say: ReturnType<typeof useSay>): readonly QueueColumn<WorklistRow>[] => [
  {
    key: 'case',
    head: say('decision.column.case'),
    isRowHead: true,
    cell: ({ number }) => number,
  },
  {
    key: 'applicant',
    head: say('decision.column.applicant'),
    cell: ({ applicantName, models }) => (
      <div>
        {applicantName}
        <span className="usa-hint worklist__by">{models}</span>
      </div>
    ),
  },
  {
    key: 'stage',
    head: say('decision.column.stage'),
    cell: ({ stage, answered }) => (
      <div className="stance">
        <Tag tone={tones[stage]}>
          <Say id={`decision.column.stage.${stage}`} />
        </Tag>
        {answered && (
          <Tag tone="active">
            <Say id="decision.column.answered" />
          </Tag>
        )}
      </div>
    ),
  },
  {
    key: 'clock',
    head: say('decision.column.clock'),
    cell: ({ daysLeft, resolveBy }) => (
      <div className="worklist__clock">
        <ClockRing elapsed={whole - daysLeft} whole={whole} />
        <span className="worklist__by">
          <DaysLeft days={daysLeft} />
        </span>
        <span className="usa-hint worklist__by">
          <Say id="decision.column.by" day={<Day value={resolveBy} />} />
        </span>
      </div>
    ),
  },
  {
    key: 'objections',
    head: say('decision.column.objections'),
    cell: ({ objections }) =>
      objections.length === 0 ? (
        <Say id="ui.none" />
      ) : (
        <ul className="worklist__list">
          {objections.map(({ agency, agencyName, position }) => (
            <li key={agency}>
              <Tag tone="bad">
                <Say id={`decision.column.${position}`} />
              </Tag>{' '}
              {agencyName}
            </li>
          ))}
        </ul>
      ),
  },
  {
    key: 'conditions',
    head: say('decision.column.conditions'),
    isNumber: true,
    cell: ({ conditionCount }) => conditionCount,
  },
  {
    key: 'proposal',
    head: say('decision.column.proposal'),
    cell: ({ proposal, officer }) =>
      proposal === null ? (
        <Say id="ui.none" />
      ) : (
        <div>
          <ProposalOf proposal={proposal} />
          {officer && (
            <span className="usa-hint worklist__by">
              <Say id="decision.column.officer" name={officer.name} />
            </span>
          )}
        </div>
      ),
  },
  {
    key: 'signatures',
    head: say('decision.column.signatures'),
    cell: ({ signatures, signaturesRequired }) => (
      <div>
        <Say id="decision.column.signed" given={signatures.length} required={signaturesRequired} />
        {signatures.length > 0 && (
          <span className="usa-hint worklist__by">{signatures.map(({ name }) => name).join(', ')}</span>
        )}
      </div>
    ),
  },
  {
    key: 'missing',
    head: say('decision.column.missing'),
    width: 'wide',
    cell: ({ stage, missing, answerBy, finalAt }) => (
      <ul className="worklist__list worklist__missing">
        {stage === 'intent-to-deny' && answerBy !== null && finalAt !== null ? (
          <>
            <li>
              <Say id="decision.column.answerBy" day={<Day value={answerBy} />} />
            </li>
            <li>
              <Say id="decision.column.finalAt" day={<Day value={finalAt} />} />
            </li>
          </>
        ) : (
          missing.map((each) => <li key={each}>{each}</li>)
        )}
      </ul>
    ),
  },
];

const decisions = ['approval', 'denial', 'no-licence-required'] as const;

const ProposalOf = ({ proposal }: { readonly proposal: string }) => {
  const known = decisions.find((each) => each === proposal);
  return known === undefined ? <>{proposal}</> : <Say id={`decision.${known}`} />;
};
