import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Queryable } from './held.js';

/** The advisory lock of a name, as Postgres counts it. */
const keyOf = (name: string) => `hashtextextended('exeat:' || ${name}, 0)`;

/**
 * Who does what among processes: a session advisory lock for each name, on one connection of its own. The server frees
 * them when the process dies. Emits `lost` when the connection ends without having been closed here.
 */
export class Locks extends EventEmitter<{ lost: [] }> implements Queryable {
  private client: pg.Client | undefined;
  private readonly names = new Set<string>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly connectionString: string) {
    super();
  }

  holds(name: string): boolean {
    return this.names.has(name);
  }

  /** Tries to take each name, without waiting. Gives those that are newly held here. */
  async take(wanted: readonly string[]): Promise<readonly string[]> {
    const missing = wanted.filter((name) => !this.names.has(name));
    // Asked also where nothing is missing: a connection that is dead is found out.
    const { rows } = await this.query<{ name: string; taken: boolean }>(
      `select name, pg_try_advisory_lock(${keyOf('name')}) as taken from unnest($1::text[]) as name`,
      [missing],
    );
    const taken = rows.filter((row) => row.taken).map(({ name }) => name);
    for (const name of taken) this.names.add(name);
    return taken;
  }

  /** Asks over the connection that holds the locks: what is written so, is written as their holder. One at a time. */
  query<Row extends pg.QueryResultRow>(
    query: pg.QueryConfig | string,
    values?: unknown[],
  ): Promise<pg.QueryResult<Row>> {
    const asked = this.last.then(async () => (await this.connected()).query<Row>(query, values));
    this.last = asked.catch(() => undefined);
    return asked;
  }

  /** Frees everything. */
  async close(): Promise<void> {
    await this.last;
    const client = this.client;
    this.client = undefined;
    this.names.clear();
    await client?.end().catch(() => undefined);
  }

  private async connected(): Promise<pg.Client> {
    if (this.client) return this.client;
    const client = new pg.Client({
      connectionString: this.connectionString,
      keepAlive: true,
      application_name: 'exeat-listeners',
    });
    const lose = () => {
      if (this.client !== client) return;
      this.client = undefined;
      this.names.clear();
      this.emit('lost');
    };
    client.on('error', lose);
    client.on('end', lose);
    await client.connect();
    this.client = client;
    return client;
  }
}

/** Names whose lock some process holds. */
export const heldAnywhere = async (db: Queryable, names: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await db.query<{ name: string }>(
    `select name from unnest($1::text[]) as name
     where ${keyOf('name')} in (
       select (classid::bigint << 32) | objid::bigint from pg_locks
       where locktype = 'advisory' and objsubid = 1 and granted
         and database = (select oid from pg_database where datname = current_database()))`,
    [names],
  );
  return new Set(rows.map(({ name }) => name));
};
