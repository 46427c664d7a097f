import type { EventStore } from '@exeat/event-store';
import type pg from 'pg';
import { fenceOff } from './checkpoints.js';
import { messageOf } from './faults.js';
import { inTransaction, type Queryable } from './held.js';
import type { ParkedFact } from './parking.js';
import { recordOperation, type Operator } from './record-operation.js';
import type { Work } from './work.js';

interface RetryOutcome {
  readonly listener: string;
  readonly stream: string;
  /** Positions that are applied now. */
  readonly applied: readonly number[];
  /** How many still wait, and why the first of them does. */
  readonly waiting: number;
  readonly error?: string;
}

interface Row {
  listener: string;
  version: string;
  position: string;
  stream: string;
  case_id: string;
  error: string;
  attempts: number;
  parked_at: Date;
}

const open = `select listener, version, position, stream, case_id, error, attempts, parked_at
  from messaging.parked where resolved_at is null`;

/** Facts that wait for a person: to be seen, and to be tried again. */
export class ParkedFacts {
  constructor(
    private readonly works: readonly Work[],
    private readonly store: EventStore,
    private readonly pool: pg.Pool,
  ) {}

  /** All that is parked, by listener and in order. */
  async list(listener?: string): Promise<readonly ParkedFact[]> {
    const { rows } = await this.pool.query<Row>(
      `${open} and ($1::text is null or listener = $1) order by listener, stream, position`,
      [listener ?? null],
    );
    return rows.map(parkedOf);
  }

  /**
   * Tries the parked facts of a stream again, in order, up to the first that fails again. On record before it is tried.
   * Whoever runs the listener is fenced off meanwhile and then goes on from what was done here.
   */
  async retry(listener: string, stream: string, operator: Operator): Promise<RetryOutcome> {
    const work = this.works.find((each) => each.listener === listener);
    if (!work) throw new Error(`There is no listener "${listener}"`);
    const parked = (await this.list(listener)).filter(
      (each) => each.stream === stream && each.version === work.version,
    );
    if (parked.length === 0) return { listener, stream, applied: [], waiting: 0 };
    const positions = parked.map(({ position }) => position);
    await recordOperation(this.store, listener, operator, {
      type: 'ParkedFactsRetried',
      data: { listener, stream, positions },
    });
    return inTransaction(this.pool, (client) => this.retryHeld(client, work, stream));
  }

  private async retryHeld(client: pg.PoolClient, work: Work, stream: string): Promise<RetryOutcome> {
    const { listener, version } = work;
    const held = await fenceOff(client, work, work.table);
    if (!held) throw new Error(`The listener "${listener}" has no checkpoint of version ${version}`);
    // Read again under the lock: more may have been parked behind them.
    const { rows } = await client.query<Row>(
      `${open} and listener = $1 and version = $2 and stream = $3 order by position`,
      [listener, version, stream],
    );
    const applied: number[] = [];
    for (const { position } of rows.map(parkedOf)) {
      await client.query('savepoint one');
      try {
        const [fact] = await this.store.read(position - 1, 1);
        if (!fact) throw new Error(`The store has no position ${position}`);
        if (work.handles(fact.type)) await work.retry(client, held, fact);
        await resolve(client, listener, version, position);
        applied.push(position);
      } catch (error) {
        await client.query('rollback to savepoint one');
        await client.query(
          `update messaging.parked set attempts = attempts + 1, error = $4
           where listener = $1 and version = $2 and position = $3`,
          [listener, version, position, messageOf(error).slice(0, 2000)],
        );
        return { listener, stream, applied, waiting: rows.length - applied.length, error: messageOf(error) };
      }
    }
    return { listener, stream, applied, waiting: 0 };
  }
}

const resolve = (db: Queryable, listener: string, version: string, position: number) =>
  db.query(
    `update messaging.parked set resolved_at = clock_timestamp() where listener = $1 and version = $2 and position = $3`,
    [listener, version, position],
  );

const parkedOf = (row: Row): ParkedFact => ({
  listener: row.listener,
  version: row.version,
  position: Number(row.position),
  stream: row.stream,
  caseId: row.case_id,
  error: row.error,
  attempts: row.attempts,
  parkedAt: row.parked_at.toISOString(),
});
