import type pg from 'pg';
import type { Held, Queryable } from './held.js';

export interface Checkpoint {
  readonly listener: string;
  readonly version: string;
  readonly position: number;
  readonly epoch: string;
  readonly token: string;
  readonly status: 'running' | 'stopped' | 'building';
  readonly reason: string | undefined;
  readonly updatedAt: string;
}

interface Row {
  listener: string;
  version: string;
  position: string;
  epoch: string;
  owner_token: string;
  status: Checkpoint['status'];
  reason: string | null;
  updated_at: Date;
}

export const building = 'building';

const columns = 'listener, version, position, epoch, owner_token, status, reason, updated_at';

const checkpointOf = (row: Row): Checkpoint => ({
  listener: row.listener,
  version: row.version,
  position: Number(row.position),
  epoch: row.epoch,
  token: row.owner_token,
  status: row.status,
  reason: row.reason ?? undefined,
  updatedAt: row.updated_at.toISOString(),
});

/** Every checkpoint, or those of some listeners. */
export const checkpoints = async (db: Queryable, listeners?: readonly string[]): Promise<readonly Checkpoint[]> => {
  const { rows } = await db.query<Row>(
    `select ${columns} from messaging.checkpoints where $1::text[] is null or listener = any($1) order by listener, version`,
    [listeners ?? null],
  );
  return rows.map(checkpointOf);
};

/**
 * Takes a checkpoint: creates it at position 0 where it is missing, and gives it a new owner token, which ends the rights
 * of whoever held it. A checkpoint that exists keeps its epoch, so that the caller can compare it.
 */
export const takeCheckpoint = async (
  db: Queryable,
  { listener, version, epoch, status }: Omit<Held, 'token'> & { readonly status: Checkpoint['status'] },
): Promise<Checkpoint> => {
  const { rows } = await db.query<Row>(
    `insert into messaging.checkpoints as c (listener, version, epoch, status) values ($1, $2, $3, $4)
     on conflict (listener, version) do update
       set owner_token = c.owner_token + 1, status = excluded.status, reason = null, updated_at = clock_timestamp()
     returning ${columns}`,
    [listener, version, epoch, status],
  );
  const [row] = rows;
  if (!row) throw new Error(`The checkpoint of ${listener} could not be taken`);
  return checkpointOf(row);
};

/** Says why a listener stands still, for as long as it is held by this token. */
export const noteStopped = async (db: Queryable, held: Held, reason: string): Promise<void> => {
  await db.query(
    `update messaging.checkpoints set status = 'stopped', reason = $4, updated_at = clock_timestamp()
     where listener = $1 and version = $2 and owner_token = $3`,
    [held.listener, held.version, held.token, reason.slice(0, 2000)],
  );
};

/**
 * Moves checkpoints past facts that changed nothing. Gives for each listener whether its token still holds; a listener
 * whose checkpoint is locked at the moment is left for the next time, so that nobody waits for it.
 */
export const moveCheckpoints = async (
  db: Queryable,
  moves: readonly { readonly held: Held; readonly position: number }[],
): Promise<ReadonlyMap<string, boolean>> => {
  const { rows } = await db.query<{ listener: string; ours: boolean }>({
    name: 'move-checkpoints',
    text: `with moves as (
             select * from unnest($1::text[], $2::text[], $3::bigint[], $4::uuid[], $5::bigint[])
               as m(listener, version, token, epoch, position)
           ), free as (
             select c.listener, c.version, m.position, c.owner_token = m.token and c.epoch = m.epoch as ours
             from messaging.checkpoints c join moves m using (listener, version)
             for update of c skip locked
           ), moved as (
             update messaging.checkpoints c set position = greatest(c.position, f.position), updated_at = clock_timestamp()
             from free f where c.listener = f.listener and c.version = f.version and f.ours
           )
           select listener, ours from free`,
    values: [
      moves.map(({ held }) => held.listener),
      moves.map(({ held }) => held.version),
      moves.map(({ held }) => held.token),
      moves.map(({ held }) => held.epoch),
      moves.map(({ position }) => position),
    ],
  });
  return new Map(rows.map(({ listener, ours }) => [listener, ours]));
};

/**
 * Takes the checkpoint away from its owner for the length of a transaction: the owner waits, then finds its token gone
 * and takes it anew. `table` is locked first, in the order in which an owner's own write locks.
 */
export const fenceOff = async (
  client: pg.PoolClient,
  { listener, version }: Pick<Held, 'listener' | 'version'>,
  table?: string,
): Promise<Checkpoint | undefined> => {
  await client.query(`set local idle_in_transaction_session_timeout = '5min'; set local synchronous_commit = on`);
  if (table !== undefined) await client.query(`lock table ${table} in row exclusive mode`);
  const { rows } = await client.query<Row>(
    `update messaging.checkpoints set owner_token = owner_token + 1 where listener = $1 and version = $2 returning ${columns}`,
    [listener, version],
  );
  return rows[0] && checkpointOf(rows[0]);
};
