import type pg from 'pg';
import { NoMore } from '../feed/feed.js';

/** A pool, or one connection of it in a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(
    query: pg.QueryConfig | string,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

/** A checkpoint as its owner holds it: every write names the token and the epoch. */
export interface Held {
  readonly listener: string;
  readonly version: string;
  readonly token: string;
  readonly epoch: string;
}

/** Another owner has the checkpoint now. Nothing was written. */
export class Fenced extends NoMore {
  override readonly name = 'Fenced';
  constructor({ listener, token }: Held) {
    super(`Listener ${listener} is no longer held with token ${token}; nothing was written`);
  }
}

/** A listener that will not go on until a person has acted. */
export class Stopped extends NoMore {
  override readonly name = 'Stopped';
}

/** Does something in one transaction. */
export const inTransaction = async <Result>(
  pool: pg.Pool,
  act: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that ends between two statements says so here; unheard, it would end the process.
  const lose = (error: Error) => void (broken = error);
  client.on('error', lose);
  try {
    await client.query('begin');
    const result = await act(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off('error', lose);
    client.release(broken);
  }
};
