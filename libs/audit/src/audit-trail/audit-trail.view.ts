import { defineView, type ViewRow } from '@exeat/messaging';
import type { Recorded } from '@exeat/kernel';
import { EntitySchema } from 'typeorm';
import { publishedTypes, sentenceOf } from '../sentences.js';

/** One fact, with who caused it, how they were authenticated, and what it follows from. */
export interface AuditEntry extends ViewRow {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly factId: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly sentence: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly assurance: string;
  readonly onBehalfOf: string | null;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly ruleSets: readonly string[];
}

export const auditEntry = new EntitySchema<AuditEntry>({
  name: 'AuditEntry',
  schema: 'views',
  tableName: 'audit_trail',
  columns: {
    key: { type: 'text', primary: true },
    caseId: { type: 'text', name: 'case_id' },
    position: { type: 'bigint', transformer: { from: Number, to: (position: number) => position } },
    stream: { type: 'text' },
    version: { type: 'int' },
    type: { type: 'text' },
    factId: { type: 'text', name: 'fact_id' },
    at: { type: 'text' },
    recordedAt: { type: 'text', name: 'recorded_at' },
    sentence: { type: 'text' },
    actorId: { type: 'text', name: 'actor_id' },
    actorName: { type: 'text', name: 'actor_name' },
    organisation: { type: 'text' },
    roles: { type: 'jsonb' },
    assurance: { type: 'text' },
    onBehalfOf: { type: 'text', name: 'on_behalf_of', nullable: true },
    commandId: { type: 'text', name: 'command_id' },
    correlationId: { type: 'text', name: 'correlation_id' },
    causationId: { type: 'text', name: 'causation_id', nullable: true },
    ruleSets: { type: 'jsonb', name: 'rule_sets' },
  },
});

const entryOf = (fact: Recorded): AuditEntry => ({
  key: String(fact.position),
  caseId: fact.caseId,
  position: fact.position,
  stream: fact.stream,
  version: fact.version,
  type: fact.type,
  factId: fact.factId,
  at: fact.meta.at,
  recordedAt: fact.recordedAt,
  sentence: sentenceOf(fact),
  actorId: fact.meta.actor.id,
  actorName: fact.meta.actor.name,
  organisation: fact.meta.actor.organisation,
  roles: fact.meta.actor.roles,
  assurance: fact.meta.actor.assurance,
  onBehalfOf: fact.meta.actor.onBehalfOf ?? null,
  commandId: fact.meta.commandId,
  correlationId: fact.meta.correlationId,
  causationId: fact.meta.causationId ?? null,
  ruleSets: fact.meta.ruleSets ?? [],
});

/** Who did what, when, and by which authority: every fact of every context. */
export const auditTrail = defineView<AuditEntry, Recorded>({
  name: 'audit-trail',
  version: 2,
  entity: auditEntry,
  appendOnly: true,
  on: Object.fromEntries(
    publishedTypes.map((type) => [
      type,
      (fact: Recorded, rows: { put(row: AuditEntry): void }) => rows.put(entryOf(fact)),
    ]),
  ),
});
