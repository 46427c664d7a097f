import type { Recorded } from '@exeat/kernel';
import type { ViewDefinition, ViewRow } from '../view-definition.js';
import { foldFacts } from './case-fold.js';
import { ViewTable } from './view-table.js';

/**
 * The rows of a view for one case, folded in memory by the definition that the table is kept by. They come out as from
 * the table: every column there, and only what JSON can hold.
 */
export class CaseInMemory<Row extends ViewRow> {
  private readonly table: ViewTable;
  private readonly byKey = new Map<string, ViewRow>();

  constructor(private readonly definition: ViewDefinition<Row>) {
    this.table = new ViewTable(definition);
  }

  /** Folds one more fact of the case in. Throws `FoldFailure` where the definition does. */
  apply(fact: Recorded): void {
    const { definition, table, byKey } = this;
    const complete = (row: ViewRow) => stored(table.complete(row));
    const { put, removed } = foldFacts(definition, [fact], [...byKey.values()], complete);
    for (const key of removed) byKey.delete(key);
    for (const row of put) byKey.set(row.key, row);
  }

  row(key: string): Row | undefined {
    return this.byKey.get(key) as Row | undefined;
  }

  /** In the order of their keys. */
  rows(): readonly Row[] {
    return [...this.byKey.values()].sort((one, other) => (one.key < other.key ? -1 : 1)) as unknown as readonly Row[];
  }
}

const stored = (row: ViewRow): ViewRow => JSON.parse(JSON.stringify(row)) as ViewRow;
