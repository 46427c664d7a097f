import { useId } from 'react';
import { useAddress } from '../../ui/address';
import { FilterPanel, type Filter } from '../../ui/filter-panel';
import { Empty } from '../../ui/states';
import { AddressTabs } from '../../ui/tabs';
import { Say, useSay } from '../../words/say';
import { typeInWords } from '../history/acts';
import { HistoryDownload } from './history-download';
import type { HistoryFact } from './history-query';
import { ZoomActs } from './zoom-acts';
import { ZoomFacts } from './zoom-facts';
import { ZoomSentences } from './zoom-sentences';

const idFilters = ['command', 'request', 'cause'] as const;

/** The filters of a history: people and types that are in it, words, and the ids that links lead by. */
const useFilters = (facts: readonly HistoryFact[]): readonly Filter[] => {
  const say = useSay();
  const address = useAddress();
  const people = new Map(
    facts.map(({ actorId, actorName, organisationName }) => [actorId, `${actorName}, ${organisationName}`]),
  );
  const types = [...new Set(facts.map(({ type }) => type))].sort();
  return [
    {
      name: 'person',
      label: say('auditor.history.person'),
      options: [...people].map(([value, label]) => ({
        value,
        label: value.startsWith('system:') ? `${label} (${value.slice('system:'.length)})` : label,
      })),
      takesOthers: true,
    },
    {
      name: 'type',
      label: say('auditor.filter.type'),
      options: types.map((type) => ({ value: type, label: typeInWords(type) })),
      takesOthers: true,
    },
    { name: 'text', label: say('auditor.filter.text') },
    ...idFilters
      .filter((name) => address.get(name) !== undefined)
      .map((name) => ({ name, label: say(`auditor.history.${name}`) })),
  ];
};

/** The facts that the filters in the address let through. */
const useFiltered = (facts: readonly HistoryFact[]): readonly HistoryFact[] => {
  const address = useAddress();
  const [person, type, text, command, request, cause] = ['person', 'type', 'text', ...idFilters].map((name) =>
    address.get(name),
  );
  const words = (text ?? '').toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return facts.filter(
    (fact) =>
      (person === undefined || fact.actorId === person) &&
      (type === undefined || fact.type === type) &&
      words.every((word) => fact.sentence.toLocaleLowerCase().includes(word)) &&
      (command === undefined || fact.commandId === command) &&
      (request === undefined || fact.correlationId === request) &&
      // What followed from a fact or command, and that fact or command itself.
      (cause === undefined || [fact.causationId, fact.factId, fact.commandId].includes(cause)),
  );
};

interface HistoryProps {
  readonly caseId: string;
  readonly facts: readonly HistoryFact[];
}

/** What happened in a case, at three levels of detail. */
export const History = ({ caseId, facts }: HistoryProps) => {
  const id = useId();
  const say = useSay();
  const zoom = useAddress().get('zoom');
  const filtered = useFiltered(facts);
  const View = zoom === 'sentences' ? ZoomSentences : zoom === 'facts' ? ZoomFacts : ZoomActs;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <Say id="auditor.history" />
      </h2>
      <AddressTabs
        name="zoom"
        label={say('auditor.history.zoom')}
        tabs={[
          { value: '', label: say('auditor.history.acts') },
          { value: 'sentences', label: say('auditor.history.sentences') },
          { value: 'facts', label: say('auditor.history.facts') },
        ]}
      />
      <FilterPanel filters={useFilters(facts)} />
      <div className="trail__head">
        <p role="status">
          <Say id="auditor.history.shown" shown={filtered.length} count={facts.length} />
        </p>
        {filtered.length > 0 && <HistoryDownload caseId={caseId} facts={filtered} />}
      </div>
      {filtered.length === 0 ? (
        <Empty title={<Say id="auditor.history.none" />}>
          <p>
            <Say id="auditor.trail.none.hint" />
          </p>
        </Empty>
      ) : (
        <View caseId={caseId} facts={filtered} />
      )}
    </section>
  );
};
