import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adoptEpoch, PostgresEventStore } from '@exeat/event-store';
import type { Recorded } from '@exeat/kernel';
import { prepareDatabase, startCluster, type Cluster, type DatabaseUrls } from '@exeat/postgres';
import pg from 'pg';
import { eventStoreObjects } from '../../libs/event-store/src/migrations/install-event-store.js';
import { sqlFile } from '../../libs/event-store/src/sql-files.js';
import { aCommand, asking, aStore, registry, type StoreUnderTest } from './event-store.fixtures.js';

let under: StoreUnderTest;
let folder: string;
let elsewhere: Cluster;
const pools: pg.Pool[] = [];

beforeAll(async () => {
  under = await aStore();
  folder = await mkdtemp(join(tmpdir(), 'exeat-restore-'));
  // The servers themselves read and write the dump.
  await chmod(folder, 0o777);
  elsewhere = await startCluster({ folder: join(folder, 'cluster') });
}, 120_000);

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await under.stop();
  await elsewhere.stop();
  await rm(folder, { recursive: true, force: true });
});

const tables = ['epochs', 'facts', 'receipts'] as const;

/** What a dump holds: the rows as text, and how far the series of numbers are. No transaction id is part of it. */
const dump = (superuserUrl: string) =>
  asking(superuserUrl, async (client) => {
    for (const table of tables) await client.query(`copy es.${table} to '${join(folder, table)}'`);
    const { rows } = await client.query<{ name: string; last: string }>(
      `select schemaname || '.' || sequencename as name, last_value::text as last
       from pg_sequences where schemaname = 'es' and last_value is not null`,
    );
    return rows;
  });

/** As a restore does it: the objects, then the rows; nothing of the store's own code runs. */
const restore = async (to: DatabaseUrls, numbers: readonly { name: string; last: string }[]) => {
  await asking(to.ownerUrl, async (client) => {
    for (const object of eventStoreObjects) await client.query(sqlFile(object));
  });
  await asking(to.superuserUrl, async (client) => {
    for (const table of tables) await client.query(`copy es.${table} from '${join(folder, table)}'`);
    for (const { name, last } of numbers) await client.query('select setval($1::regclass, $2)', [name, last]);
  });
};

const storeAt = (urls: DatabaseUrls) => {
  const pool = new pg.Pool({ connectionString: urls.appUrl, max: 4 });
  pools.push(pool);
  return { pool, store: new PostgresEventStore(pool, registry) };
};

const readAll = async (store: PostgresEventStore): Promise<readonly Recorded[]> => {
  const facts: Recorded[] = [];
  for (;;) {
    const page = await store.read(facts.length, 100);
    if (page.length === 0) return facts;
    facts.push(...page);
  }
};

const xid = async (url: string) =>
  Number((await under.ask(url, 'select pg_current_xact_id()::text as xid'))[0]?.['xid']);

describe('a store that is dumped and restored into a new cluster', () => {
  it('gives every reader every fact, goes on without a gap, and is in a new epoch', async () => {
    const commands = Array.from({ length: 120 }, () => aCommand({ texts: ['a', 'b', 'c'] }));
    for (const command of commands) await under.store.append(command);
    const numbers = [await under.store.nextNumber('licence'), await under.store.nextNumber('licence')];
    const before = await under.store.head();

    const to = await prepareDatabase(elsewhere.superuserUrl, 'restored', {
      exeat_owner: randomBytes(12).toString('hex'),
      exeat_app: randomBytes(12).toString('hex'),
    });
    await restore(to, await dump(under.database.superuserUrl));
    const { pool, store } = storeAt(to);

    // The new cluster has counted far fewer transactions than the old one: an order kept by them would hide facts.
    for (let more = 0; more < 1000; more += 100)
      await asking(under.database.superuserUrl, async (client) => {
        for (let index = 0; index < 100; index++) await client.query('select pg_current_xact_id()');
      });
    expect(await xid(to.superuserUrl)).toBeLessThan(await xid(under.database.superuserUrl));

    expect(await readAll(store)).toEqual(await readAll(under.store));
    expect(await store.head()).toEqual(before);

    const epoch = await adoptEpoch(pool);
    expect(epoch).not.toBe(before.epoch);
    expect(await store.head()).toEqual({ position: before.position, epoch });
    expect(await adoptEpoch(pool)).toBe(epoch);
    expect(await adoptEpoch(under.pool)).toBe(before.epoch);

    const [known] = commands;
    if (known) expect(await store.append(known)).toMatchObject({ outcome: 'repeated', receipt: { version: 3 } });
    expect(await store.append(aCommand())).toMatchObject({ receipt: { position: before.position + 1 } });
    expect(await store.nextNumber('licence')).toBeGreaterThan(Math.max(...numbers));
    expect(
      await under.ask(to.ownerUrl, 'select number, reason, began_after::int as after from es.epochs order by number'),
    ).toEqual([
      { number: 1, reason: 'created', after: 0 },
      { number: 2, reason: 'restored', after: before.position },
    ]);
  }, 120_000);
});

describe('a store that is copied beside itself', () => {
  it('is in a new epoch there, and in its own here', async () => {
    const { superuserUrl } = under.database;
    const [here] = await under.ask(superuserUrl, 'select current_database() as name');
    const name = String(here?.['name']);
    const { epoch } = await under.store.head();
    const server = new URL(superuserUrl);
    server.pathname = '/postgres';
    await asking(server.href, async (client) => {
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`,
        [name],
      );
      await client.query(`create database ${name}_fork template ${name}`);
    });
    const fork = (url: string) => url.replace(name, `${name}_fork`);
    try {
      const [adopted] = await under.ask(fork(under.database.ownerUrl), 'select es.adopt_epoch() as epoch');
      expect(adopted?.['epoch']).not.toBe(epoch);
      expect(await adoptEpoch(under.pool)).toBe(epoch);
    } finally {
      await asking(server.href, (client) => client.query(`drop database ${name}_fork with (force)`));
    }
  }, 60_000);

  it('can be told by its owner that it was put back, where nothing shows it', async () => {
    const { epoch } = await under.store.head();
    await under.ask(under.database.ownerUrl, `select es.begin_epoch('the files of 12 March were put back')`);
    const { epoch: next } = await under.store.head();
    expect(next).not.toBe(epoch);
    expect(await adoptEpoch(under.pool)).toBe(next);
    await expect(under.ask(under.database.appUrl, `select es.begin_epoch('x')`)).rejects.toThrow('permission denied');
  });
});
