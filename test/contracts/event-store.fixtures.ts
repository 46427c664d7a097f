import { randomUUID } from 'node:crypto';
import {
  adoptEpoch,
  eventStoreMigrations,
  FactRegistry,
  PostgresEventStore,
  type Append,
  type CoalescerLimits,
} from '@exeat/event-store';
import { defineFact, system } from '@exeat/kernel';
import { startTestPostgres, type TestPostgres } from '@exeat/postgres';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { z } from 'zod';

export const Noted = defineFact('Noted', z.strictObject({ text: z.string() }));
export const registry = new FactRegistry([Noted]);

/** One lane: whatever is appended in one turn goes in one batch, in that order. */
export const oneLane: CoalescerLimits = {
  lanes: 1,
  items: 256,
  bytes: 1024 * 1024,
  waitingItems: 4096,
  waitingBytes: 32 * 1024 * 1024,
};

export interface StoreUnderTest {
  readonly database: TestPostgres;
  readonly pool: pg.Pool;
  readonly store: PostgresEventStore;
  /** Another process, as far as the database can tell: its own connections and its own lanes. */
  readonly another: (limits?: CoalescerLimits) => PostgresEventStore;
  /** Asks as one of the roles. */
  readonly ask: (url: string, sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  readonly stop: () => Promise<void>;
}

/** An empty store in a database of its own. */
export const aStore = async (limits?: CoalescerLimits): Promise<StoreUnderTest> => {
  const database = await startTestPostgres();
  const owner = new DataSource({ type: 'postgres', url: database.ownerUrl, migrations: [...eventStoreMigrations] });
  await owner.initialize();
  await owner.runMigrations();
  await owner.destroy();
  const pools: pg.Pool[] = [];
  const aPool = () => {
    const pool = new pg.Pool({ connectionString: database.appUrl, max: 4, application_name: 'store under test' });
    pools.push(pool);
    return pool;
  };
  const pool = aPool();
  await adoptEpoch(pool);
  return {
    database,
    pool,
    store: new PostgresEventStore(pool, registry, limits),
    another: (others) => new PostgresEventStore(aPool(), registry, others),
    ask: (url, sql, values = []) => asking(url, (client) => client.query(sql, values).then(({ rows }) => rows)),
    stop: async () => {
      await Promise.all(pools.map((each) => each.end()));
      await database.stop();
    },
  };
};

/** A connection of its own, for as long as it is used. */
export const asking = async <T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
};

const at = '2026-01-15T09:30:00.000Z';

/** A command that notes something on a new stream; say what matters. */
export const aCommand = ({
  texts = ['a'],
  ...rest
}: Partial<Append> & { readonly texts?: readonly string[] } = {}): Append => {
  const caseId = rest.caseId ?? randomUUID();
  const commandId = rest.commandId ?? randomUUID();
  return {
    stream: `note-${caseId}`,
    expect: 'none',
    requestDigest: `asked for ${texts.join()}`,
    facts: texts.map((text) => ({ type: 'Noted', data: { text } })),
    meta: { actor: system('contract-suite'), at, commandId, correlationId: commandId },
    ...rest,
    caseId,
    commandId,
  };
};
