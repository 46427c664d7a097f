import { Link } from 'react-router';
import { SummaryList, type SummaryRow } from '../../ui/summary-list';
import { Moment, Quantity } from '../../words/format';
import { Say } from '../../words/say';
import { AssuranceOf, useRoles } from '../history/person';
import type { HistoryFact } from './history-query';

interface FactDetailsProps {
  readonly fact: HistoryFact;
  readonly caseId: string;
  /** Leaves out what stands above it already. */
  readonly withoutSentence?: boolean;
}

/** Everything about a fact but its data: who, with which authority then, when, and what it followed from. */
export const FactDetails = ({ fact, caseId, withoutSentence = false }: FactDetailsProps) => {
  const rolesInWords = useRoles();
  const follow = (name: string, value: string) => (
    <Link to={`/audit/cases/${caseId}?zoom=facts&${name}=${encodeURIComponent(value)}`}>
      <code>{value}</code>
    </Link>
  );
  const rows: readonly (SummaryRow | undefined)[] = [
    {
      key: 'who',
      name: <Say id="auditor.fact.who" />,
      value: (
        <>
          {fact.actorName}, {fact.organisationName}
          {fact.onBehalfOf !== null && (
            <>
              {' '}
              <Say id="auditor.onBehalfOf" whom={fact.onBehalfOf} />
            </>
          )}
        </>
      ),
    },
    {
      key: 'authority',
      name: <Say id="auditor.fact.authority" />,
      value: (
        <>
          {rolesInWords(fact.roles)}; <AssuranceOf assurance={fact.assurance} />
        </>
      ),
    },
    { key: 'at', name: <Say id="auditor.fact.at" />, value: <Moment value={fact.at} /> },
    { key: 'recordedAt', name: <Say id="auditor.fact.recordedAt" />, value: <Moment value={fact.recordedAt} /> },
    {
      key: 'position',
      name: <Say id="auditor.fact.position" />,
      value: (
        <Link to={`/audit/cases/${caseId}?at=${fact.position}`}>
          <Quantity value={fact.position} />
        </Link>
      ),
    },
    {
      key: 'stream',
      name: <Say id="auditor.fact.stream" />,
      value: <Say id="auditor.fact.streamVersion" stream={<code>{fact.stream}</code>} version={fact.version} />,
    },
    { key: 'factId', name: <Say id="auditor.fact.id" />, value: <code>{fact.factId}</code> },
    { key: 'command', name: <Say id="auditor.fact.command" />, value: follow('command', fact.commandId) },
    fact.causationId === null
      ? undefined
      : { key: 'cause', name: <Say id="auditor.fact.cause" />, value: follow('cause', fact.causationId) },
    { key: 'request', name: <Say id="auditor.fact.request" />, value: follow('request', fact.correlationId) },
    fact.ruleSets.length === 0
      ? undefined
      : { key: 'rules', name: <Say id="auditor.fact.rules" />, value: fact.ruleSets.join(', ') },
  ];
  return (
    <div className="fact-details">
      {!withoutSentence && <p className="fact-details__sentence">{fact.sentence}</p>}
      <SummaryList rows={rows.filter((row) => row !== undefined)} />
    </div>
  );
};
