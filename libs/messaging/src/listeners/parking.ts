import type { Recorded } from '@exeat/kernel';
import { Fenced, type Held, type Queryable } from './held.js';

/** A fact set aside: the one that failed, or one of its stream that waits behind it. */
export interface ParkedFact {
  readonly listener: string;
  readonly version: string;
  readonly position: number;
  readonly stream: string;
  readonly caseId: string;
  readonly error: string;
  readonly attempts: number;
  readonly parkedAt: string;
}

export interface Parking {
  readonly fact: Recorded;
  readonly error: string;
  readonly attempts: number;
}

/** The streams that wait for a person, as one listener knows them. */
export class ParkedStreams {
  private readonly streams = new Map<string, number>();

  /** Reads what is parked; whenever the listener has just taken its checkpoint. */
  async load(db: Queryable, { listener, version }: Pick<Held, 'listener' | 'version'>): Promise<void> {
    const { rows } = await db.query<{ stream: string; position: string }>(
      `select stream, min(position) as position from messaging.parked
       where listener = $1 and version = $2 and resolved_at is null group by stream`,
      [listener, version],
    );
    this.streams.clear();
    for (const { stream, position } of rows) this.streams.set(stream, Number(position));
  }

  get size(): number {
    return this.streams.size;
  }

  has(stream: string): boolean {
    return this.streams.size > 0 && this.streams.has(stream);
  }

  add({ stream, position }: Recorded): void {
    if (!this.streams.has(stream)) this.streams.set(stream, position);
  }

  /** What is written down about a fact that waits behind a parked one. */
  behind(fact: Recorded): Parking {
    return { fact, error: `Waits behind position ${this.streams.get(fact.stream)}`, attempts: 0 };
  }
}

/** Sets facts aside and moves the checkpoint; together with the caller's other writes where `db` is in a transaction. */
export const park = async (db: Queryable, held: Held, upTo: number, parkings: readonly Parking[]): Promise<void> => {
  const rows = parkings.map(({ fact: { position, stream, caseId }, error, attempts }) => ({
    position,
    stream,
    case_id: caseId,
    error: error.slice(0, 2000),
    attempts,
  }));
  const { rowCount } = await db.query(
    `with mine as (
       update messaging.checkpoints set position = greatest(position, $5), updated_at = clock_timestamp()
       where listener = $1 and version = $2 and owner_token = $3 and epoch = $4 returning 1
     ), put as (
       insert into messaging.parked (listener, version, position, stream, case_id, error, attempts)
       select $1, $2, p.position, p.stream, p.case_id, p.error, p.attempts
       from jsonb_to_recordset($6::jsonb) as p(position bigint, stream text, case_id text, error text, attempts int)
       where exists (select from mine)
       on conflict (listener, version, position) do update
         set error = excluded.error, attempts = excluded.attempts, parked_at = excluded.parked_at, resolved_at = null
         where messaging.parked.resolved_at is not null
     )
     select 1 from mine`,
    [held.listener, held.version, held.token, held.epoch, upTo, JSON.stringify(rows)],
  );
  if (rowCount !== 1) throw new Fenced(held);
};
