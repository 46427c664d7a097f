import type { ViewDefinition, ViewRow } from '../view-definition.js';
import { Fenced, type Held, type Queryable } from '../listeners/held.js';
import { RowColumns, type Column } from './row-columns.js';

/** What a batch of facts does to a view. */
export interface Change {
  readonly put: readonly ViewRow[];
  readonly removed: readonly string[];
}

type Values = Record<string, unknown>;
export type ViewSchema = 'views' | 'views_building';

/**
 * The table of a view, as the runtime reads and writes it: whole rows, and one statement for any number of them.
 * Properties and columns have the names of the TypeORM entity.
 */
export class ViewTable {
  readonly table: string;
  readonly qualified: string;
  private readonly columns: readonly Column[];
  private readonly rows: RowColumns;
  private readonly caseColumn: string;
  private readonly writeSql: string;
  private readonly readSql: string;

  constructor(definition: ViewDefinition, schema: ViewSchema = 'views') {
    this.table = tableOf(definition);
    this.qualified = `${schema}.${quoted(this.table)}`;
    this.columns = columnsOf(definition);
    this.rows = new RowColumns(this.columns, quoted, 7);
    this.caseColumn = this.columnOf('caseId');
    this.readSql = `select to_jsonb(t) as row from ${this.qualified} t where ${quoted(this.caseColumn)} = any($1)`;
    this.writeSql = this.writing();
  }

  /** All rows of some cases. */
  async rowsOf(db: Queryable, caseIds: readonly string[]): Promise<readonly ViewRow[]> {
    const { rows } = await db.query<{ row: Values }>({
      name: `rows:${this.qualified}`,
      text: this.readSql,
      values: [caseIds],
    });
    return rows.map(({ row }) => this.fromColumns(row));
  }

  /**
   * Writes a change and moves the checkpoint, in one statement: both are done or neither is. Throws `Fenced` where the
   * checkpoint has another owner or another epoch.
   */
  async write(db: Queryable, held: Held, upTo: number, { put, removed }: Change): Promise<void> {
    const { rowCount } = await db.query({
      name: `write:${this.qualified}`,
      text: this.writeSql,
      values: [held.listener, held.version, held.token, held.epoch, upTo, removed, ...this.rows.values(put)],
    });
    if (rowCount !== 1) throw new Fenced(held);
  }

  /** The row with every column: what was left out is null, as it will be when it is read again. */
  complete(row: ViewRow): ViewRow {
    const given = row as unknown as Values;
    const whole: Values = {};
    for (const [property] of this.columns) whole[property] = given[property] ?? null;
    return whole as unknown as ViewRow;
  }

  private writing(): string {
    const names = this.columns.map(([, column]) => quoted(column)).join(', ');
    const [key, caseId] = [quoted(this.columnOf('key')), quoted(this.caseColumn)];
    const updates = this.columns
      .filter(([property]) => property !== 'key' && property !== 'caseId')
      .map(([, column]) => `${quoted(column)} = excluded.${quoted(column)}`);
    const sameCase = `${caseId} = messaging.same_case(t.${key}, t.${caseId}, excluded.${caseId})`;
    return `
      with mine as (
        update messaging.checkpoints set position = greatest(position, $5), updated_at = clock_timestamp()
        where listener = $1 and version = $2 and owner_token = $3 and epoch = $4 returning 1
      ), gone as (
        delete from ${this.qualified} where ${key} = any($6::text[]) and exists (select from mine)
      ), put as (
        insert into ${this.qualified} as t (${names})
        select ${names} from ${this.rows.table} where exists (select from mine)
        on conflict (${key}) do update set ${[sameCase, ...updates].join(', ')}
      )
      select 1 from mine`;
  }

  private columnOf(property: string): string {
    const found = this.columns.find(([name]) => name === property);
    if (!found) throw new Error(`The table ${this.qualified} has no column for "${property}"`);
    return found[1];
  }

  private fromColumns(columns: Values): ViewRow {
    const row: Values = {};
    for (const [property, column] of this.columns) row[property] = columns[column];
    return row as unknown as ViewRow;
  }
}

/** The view's name with underscores; throws where the entity says another. */
export const tableOf = ({ name, entity: { options } }: ViewDefinition): string => {
  const table = name.replaceAll('-', '_');
  const named = options.tableName ?? options.name;
  if (named !== table || (options.schema ?? 'views') !== 'views')
    throw new Error(`View "${name}" is kept in views.${table}; its entity says ${options.schema ?? ''}.${named}`);
  return table;
};

export const columnsOf = ({ entity }: ViewDefinition): readonly Column[] =>
  Object.entries<{ name?: string; type: unknown } | undefined>(entity.options.columns).map(([property, column]) => [
    property,
    column?.name ?? property,
    String(column?.type),
  ]);

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
