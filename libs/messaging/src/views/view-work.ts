import type { Recorded } from '@exeat/kernel';
import type pg from 'pg';
import { Stopped, type Held, type Queryable } from '../listeners/held.js';
import { ParkedStreams } from '../listeners/parking.js';
import type { ListenerKind, Work } from '../listeners/work.js';
import type { Log } from '../log.js';
import type { ViewDefinition } from '../view-definition.js';
import { handles } from './case-fold.js';
import { ViewApplier } from './view-applier.js';
import { columnsOf, ViewTable } from './view-table.js';

/** Keeps the live table of a view. */
export class ViewWork implements Work {
  readonly listener: string;
  readonly version: string;
  readonly table: string;
  readonly savesCheckpoint = true;
  private readonly rows: ViewTable;
  private readonly parked = new ParkedStreams();
  private readonly applier: ViewApplier;

  constructor(
    private readonly definition: ViewDefinition,
    readonly kind: ListenerKind,
    private readonly pool: pg.Pool,
    log: Log,
  ) {
    this.listener = definition.name;
    this.version = String(definition.version);
    this.rows = new ViewTable(definition);
    this.table = this.rows.qualified;
    this.applier = new ViewApplier(definition, this.rows, this.parked, pool, log);
  }

  handles(type: string): boolean {
    return handles(this.definition, type);
  }

  /** The table must be there with the columns of the entity, and empty where nothing has been read yet. */
  async prepare(held: Held, position: number): Promise<void> {
    const { rows } = await this.pool.query<{ column: string }>(
      `select attname as column from pg_attribute
       where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
      [this.table],
    );
    if (rows.length === 0) throw new Stopped(`Its table ${this.table} does not exist; run the migrations`);
    const there = new Set(rows.map(({ column }) => column));
    const missing = columnsOf(this.definition).filter(([, column]) => !there.has(column));
    if (missing.length > 0)
      throw new Stopped(`Its table ${this.table} has no column ${missing.map(([, column]) => column).join(', ')}`);
    if (position === 0 && (await this.pool.query(`select from ${this.table} limit 1`)).rowCount !== 0)
      throw new Stopped(`Its table ${this.table} has rows and no checkpoint says from which facts; rebuild the view`);
    await this.parked.load(this.pool, held);
  }

  apply(held: Held, facts: readonly Recorded[], upTo: number): Promise<void> {
    return this.applier.apply(held, facts, upTo);
  }

  async retry(client: Queryable, held: Held, fact: Recorded): Promise<void> {
    await this.rows.write(client, held, 0, await this.applier.changeBy(client, [fact]));
  }
}
