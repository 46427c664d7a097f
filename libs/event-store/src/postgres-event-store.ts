import type { Fact, Recorded } from '@exeat/kernel';
import type pg from 'pg';
import { appendCall, outcomeOf, prepare, type AppendRow, type Prepared } from './append-batch.js';
import { appendSurely, faultOf, unavailable } from './append-surely.js';
import { Coalescer, type CoalescerLimits } from './coalescer.js';
import { EventStore, StoreCorrupted, type Append, type AppendOutcome, type Head, type Loaded } from './contract.js';
import type { FactRegistry } from './fact-registry.js';
import { loadCall, loadedFrom, type LoadAsk, type LoadRow } from './load-batch.js';
import { asText, assertContiguous, factColumns, recordedFrom, safeInteger, type FactRow } from './recorded-row.js';

/** The log of facts in Postgres. Works as the role `exeat_app`, which can read and append and nothing else. */
export class PostgresEventStore extends EventStore {
  private readonly coalescer: Coalescer<Prepared, AppendOutcome>;
  private readonly loads: Coalescer<LoadAsk, Loaded<Fact>>;

  constructor(
    private readonly pool: pg.Pool,
    private readonly registry: FactRegistry,
    limits?: CoalescerLimits,
  ) {
    super();
    // A connection that the server ends while it lies idle is replaced by the pool; unheard, it would end the process.
    pool.on('error', () => undefined);
    this.coalescer = new Coalescer((batch) => appendSurely((part) => this.send(part), batch), limits);
    this.loads = new Coalescer((asks) => this.loadTogether(asks), limits);
  }

  override async load<F extends Fact>(stream: string, commandId?: string): Promise<Loaded<F>> {
    // The caller knows which facts its stream holds; the registry has brought each to its defined form.
    return this.loads.submit({ stream, commandId }, stream.length) as Promise<Loaded<F>>;
  }

  override async append(command: Append): Promise<AppendOutcome> {
    const prepared = prepare(command, this.registry);
    return this.coalescer.submit(prepared, prepared.bytes);
  }

  override async read(after: number, limit: number): Promise<readonly Recorded[]> {
    const rows = await this.ask<FactRow>(
      'es-read',
      `select ${factColumns} from es.facts f where f.position > $1 order by f.position limit $2`,
      [after, limit],
    );
    const facts = rows.map((row) => this.recorded(row));
    assertContiguous(facts, after);
    return facts;
  }

  override async readCase(caseId: string, upTo?: number): Promise<readonly Recorded[]> {
    const rows = await this.ask<FactRow>(
      'es-read-case',
      `select ${factColumns} from es.facts f where f.case_id = $1 and f.position <= $2 order by f.position`,
      [caseId, upTo ?? Number.MAX_SAFE_INTEGER],
    );
    return rows.map((row) => this.recorded(row));
  }

  override async head(): Promise<Head> {
    const [row] = await this.ask<readonly [string, string | null]>(
      'es-head',
      'select position, epoch from es.head',
      [],
    );
    if (!row?.[1]) throw new StoreCorrupted('The store has no epoch: es.adopt_epoch() was not called at the start.');
    return { position: safeInteger(row[0]), epoch: row[1] };
  }

  override async nextNumber(series: 'application' | 'licence'): Promise<number> {
    const [row] = await this.ask<readonly [string]>('es-next-number', 'select nextval($1::regclass)', [
      `es.${series}_number`,
    ]);
    return safeInteger(row?.[0] ?? '');
  }

  private async send(batch: readonly Prepared[]): Promise<readonly AppendOutcome[]> {
    const { rows } = await this.pool.query<[...AppendRow]>(appendCall(batch));
    if (rows.length !== batch.length) throw new Error('es.append did not answer every command.');
    return batch.map((prepared, index) => outcomeOf(prepared, rows[index] as AppendRow));
  }

  /** One call for all that wait. Where one of them is what the database refuses to look for, each is asked alone. */
  private async loadTogether(asks: readonly LoadAsk[]): Promise<readonly PromiseSettledResult<Loaded<Fact>>[]> {
    try {
      const { name, text, values } = loadCall(asks);
      return loadedFrom(asks, await this.ask<LoadRow>(name, text, values), this.registry);
    } catch (reason) {
      if (asks.length === 1 || faultOf(reason) !== 'content') return asks.map(() => ({ status: 'rejected', reason }));
      return (await Promise.all(asks.map((ask) => this.loadTogether([ask])))).flat();
    }
  }

  private async ask<Row extends readonly unknown[]>(
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    const query: pg.QueryArrayConfig = { name, text, values: [...values], rowMode: 'array', types: asText };
    // Reading changes nothing: where a connection was lost, the next one may answer at once.
    const { rows } = await this.pool.query<unknown[]>(query).catch(async (error: unknown) => {
      if (faultOf(error) !== 'lost') throw error;
      return this.pool.query<unknown[]>(query).catch((again: unknown) => {
        throw faultOf(again) === 'lost' ? unavailable('lost', again) : again;
      });
    });
    return rows as unknown as readonly Row[];
  }

  private recorded(row: readonly unknown[]): Recorded {
    return recordedFrom(row as unknown as FactRow, this.registry);
  }
}
