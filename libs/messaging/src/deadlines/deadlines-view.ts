import type { Fact, Recorded } from '@exeat/kernel';
import { EntitySchema } from 'typeorm';
import type { DeadlineTable, DueTimes } from '../deadline-table.js';
import type { CaseRows, ViewDefinition, ViewRow } from '../view-definition.js';

/** A moment at which a context has to act, as the view of due times keeps it. */
export interface DueRow extends ViewRow {
  readonly dueKey: string;
  readonly dueAt: string;
  readonly ask: string;
  readonly subject: Readonly<Record<string, string>>;
  readonly correlationId: string;
  /** The fact that set the moment. */
  readonly causationId: string;
}

export const deadlinesName = (context: string): string => `deadlines-${context}`;

/** The table of a context's due times: `views.deadlines_<context>`. */
export const deadlinesEntity = (context: string): EntitySchema<DueRow> => {
  const name = deadlinesName(context).replaceAll('-', '_');
  return new EntitySchema<DueRow>({
    name,
    tableName: name,
    schema: 'views',
    columns: {
      key: { type: 'text', primary: true },
      caseId: { type: 'text', name: 'case_id' },
      dueKey: { type: 'text', name: 'due_key' },
      dueAt: { type: 'text', name: 'due_at' },
      ask: { type: 'text' },
      subject: { type: 'jsonb' },
      correlationId: { type: 'text', name: 'correlation_id' },
      causationId: { type: 'text', name: 'causation_id' },
    },
    indices: [
      { name: `${name}_case`, columns: ['caseId'] },
      { name: `${name}_due`, columns: ['dueAt', 'key'] },
    ],
  });
};

type OnFact = (fact: Recorded, rows: CaseRows<DueRow>) => void;

/** A context's table of deadlines as a view: facts set and clear due times. */
export const deadlinesView = (table: DeadlineTable): ViewDefinition<DueRow> => ({
  name: deadlinesName(table.context),
  version: 1,
  entity: deadlinesEntity(table.context),
  on: Object.fromEntries(
    Object.entries<((fact: Recorded<Fact>, due: DueTimes) => void) | undefined>(table.on).flatMap(([type, on]) =>
      on ? [[type, ((fact, rows) => on(fact, dueTimes(fact, rows))) satisfies OnFact]] : [],
    ),
  ),
});

const dueTimes = ({ caseId, factId, meta }: Recorded, rows: CaseRows<DueRow>): DueTimes => {
  const keyOf = (dueKey: string) => `${caseId}/${dueKey}`;
  return {
    set: ({ key, dueAt, ask, subject }) =>
      rows.put({
        ...{ key: keyOf(key), caseId, dueKey: key, dueAt, ask, subject },
        ...{ correlationId: meta.correlationId, causationId: factId },
      }),
    clear: (key) => rows.remove(keyOf(key)),
    clearAll: () => {
      for (const { key } of rows.all()) rows.remove(key);
    },
  };
};
