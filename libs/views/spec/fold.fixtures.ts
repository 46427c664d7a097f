import type { Recorded } from '@exeat/kernel';
import type { CaseRows, ViewDefinition, ViewRow } from '@exeat/messaging';

type Table = ReadonlyMap<string, ViewRow>;
type Handler = (fact: Recorded, rows: CaseRows<ViewRow>) => void;

/** As through a column of the database: what comes back is equal, never the same object. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/**
 * Folds one batch of facts into a table, as the runner of views does: a handler sees the rows of its case only, and of
 * a view that only adds rows not even those.
 */
const foldBatch = (view: ViewDefinition, table: Table, facts: readonly Recorded[]): Table => {
  const rows = new Map([...table].map(([key, row]) => [key, stored(row)]));
  for (const fact of facts) {
    const handler = (view.on as Readonly<Record<string, Handler | undefined>>)[fact.type];
    const own = () => [...rows.values()].filter(({ caseId }) => caseId === fact.caseId);
    const readable = view.appendOnly ? () => [] : own;
    handler?.(fact, {
      all: readable,
      get: (key) => readable().find((row) => row.key === key),
      put: (row) => void rows.set(row.key, row),
      remove: (key) => void rows.delete(key),
    });
  }
  return rows;
};

/** The rows of a view after a history, in one go or in batches of the sizes given, over and over. */
export const rowsAfter = (
  view: ViewDefinition,
  facts: readonly Recorded[],
  sizes: readonly number[] = [facts.length],
): readonly ViewRow[] => {
  let table: Table = new Map();
  for (let from = 0, batch = 0; from < facts.length; batch++) {
    const size = Math.max(1, sizes[batch % sizes.length] ?? 1);
    table = foldBatch(view, table, facts.slice(from, from + size));
    from += size;
  }
  return [...table.values()].map(stored).sort((one, other) => (one.key < other.key ? -1 : 1));
};

/** The rows of one view, with their type. */
export const rowsOf = <Row extends ViewRow>(view: ViewDefinition<Row>, facts: readonly Recorded[]): readonly Row[] =>
  rowsAfter(view, facts) as readonly Row[];
