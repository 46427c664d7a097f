import { audienceOf, caseTypes, sentenceOf } from '@exeat/audit';
import type { Audience, Instant, Recorded } from '@exeat/kernel';
import { defineView, type CaseRows, type ViewRow } from '@exeat/messaging';
import { viewTable } from '../entity/view-table.js';

/** One fact of a case as a sentence. */
export interface TimelineEntry extends ViewRow {
  readonly position: number;
  readonly at: Instant;
  readonly type: string;
  readonly sentence: string;
  readonly audience: Audience;
  readonly actorName: string;
}

/** The row of a fact. */
export const entryOf = (fact: Recorded): TimelineEntry => ({
  key: String(fact.position),
  caseId: fact.caseId,
  position: fact.position,
  at: fact.meta.at,
  type: fact.type,
  sentence: sentenceOf(fact),
  audience: audienceOf(fact),
  actorName: fact.meta.actor.name,
});

const add = (fact: Recorded, rows: CaseRows<TimelineEntry>): void => rows.put(entryOf(fact));

/** What happened in a case, one sentence for each fact. */
export const timeline = defineView<TimelineEntry, Recorded>({
  name: 'timeline',
  version: 2,
  entity: viewTable<TimelineEntry>('timeline', {
    position: 'bigint',
    at: 'text',
    type: 'text',
    sentence: 'text',
    audience: 'text',
    actorName: 'text',
  }),
  appendOnly: true,
  on: Object.fromEntries(caseTypes.map((type) => [type, add])),
});
