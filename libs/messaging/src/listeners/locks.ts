import { EventEmitter } from 'node:events';
import pg from 'pg';
import type { Queryable } from './held.js';

/** The advisory lock of a name, as Postgres counts it. */
const keyOf = (name: string) => `hashtextextended('exeat:' || ${name}, 0)`;

/**
 * Who does what among processes: a session advisory lock for each name, on one connection of its own. The server frees
 * them when the process dies. Emits `lost` when the connection ends without having been closed here.
 */
export class Locks extends EventEmitter<{ lost: [] }> {
  private client: pg.Client | undefined;
  private readonly names = new Set<string>();

  constructor(private readonly connectionString: string) {
    super();
  }

  holds(name: string): boolean {
    return this.names.has(name);
  }

  /** Tries to take each name, without waiting. Gives those that are newly held here. */
  async take(wanted: readonly string[]): Promise<readonly string[]> {
    const client = await this.connected();
    const missing = wanted.filter((name) => !this.names.has(name));
    const { rows } = await client.query<{ name: string; taken: boolean }>(
      `select name, pg_try_advisory_lock(${keyOf('name')}) as taken from unnest($1::text[]) as name`,
      [missing],
    );
    const taken = rows.filter((row) => row.taken).map(({ name }) => name);
    for (const name of taken) this.names.add(name);
    return taken;
  }

  /** The connection that holds the locks: what it writes, it writes as their holder. */
  async connection(): Promise<Queryable> {
    return this.connected();
  }

  /** Frees everything. */
  async close(): Promise<void> {
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
