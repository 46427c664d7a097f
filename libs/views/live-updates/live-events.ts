import { caseTypes, isForApplicant, isForAuthority, sentenceOf } from '@exeat/audit';
import type { EventStore } from '@exeat/event-store';
import type { Recorded } from '@exeat/kernel';
import type { CaseCompanies } from '../access/case-companies.js';
import { maySee, type Reader } from '../access/reader.js';

const told = new Set(caseTypes);
const pageSize = 200;
const heartbeatMs = 15_000;

export interface LiveSources {
  readonly log: Pick<EventStore, 'read'>;
  readonly tail: { beyond(position: number, withinMs: number, signal: AbortSignal): Promise<boolean> };
  readonly companies: Pick<CaseCompanies, 'of' | 'submittedAt'>;
}

/**
 * Server-sent events for one reader, from a position on, until the signal is aborted. The id of an event is the fact's
 * position, so that a client which comes back with `Last-Event-ID` misses nothing. In quiet times the id goes on alone:
 * facts that the reader may not see need not be passed over again.
 */
export async function* liveEvents(
  { log, tail, companies }: LiveSources,
  reader: Reader,
  from: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let position = from;
  yield `retry: 2000\nid: ${position}\n\n`;
  while (!signal.aborted) {
    const facts = await log.read(position, pageSize);
    for (const fact of facts) {
      position = fact.position;
      if (await mayHear(reader, fact, companies)) yield eventOf(fact);
    }
    if (facts.length > 0) continue;
    if (!(await tail.beyond(position, heartbeatMs, signal))) yield `id: ${position}\n\n`;
  }
}

/**
 * Default deny: an applicant hears what applicants may know of their own company's cases, the authority what happens to a
 * case from its first submission on, except to its drafts.
 */
const mayHear = async (reader: Reader, fact: Recorded, companies: LiveSources['companies']): Promise<boolean> => {
  if (reader.sees === 'nothing' || !told.has(fact.type)) return false;
  if (reader.sees === 'every-company') {
    if (!isForAuthority(fact)) return false;
    const submittedAt = await companies.submittedAt(fact.caseId);
    return submittedAt !== undefined && submittedAt <= fact.position;
  }
  if (!isForApplicant(fact)) return false;
  const company = await companies.of(fact.caseId);
  return company !== undefined && maySee(reader, company);
};

/** JSON has no line breaks of its own, so the data is always one line. */
const eventOf = (fact: Recorded): string =>
  `id: ${fact.position}\ndata: ${JSON.stringify({ caseId: fact.caseId, type: fact.type, sentence: sentenceOf(fact) })}\n\n`;
