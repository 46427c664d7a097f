import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { aCommand, aStore, type StoreUnderTest } from './event-store.fixtures.js';

let under: StoreUnderTest;
const opened: pg.Client[] = [];

beforeAll(async () => {
  under = await aStore();
  await under.ask(under.database.ownerUrl, 'create table public.elsewhere (written int)');
  await under.store.append(aCommand());
}, 120_000);

afterAll(async () => {
  await Promise.all(opened.map((client) => client.end().catch(() => undefined)));
  await under.stop();
});

/** A session that did something in a transaction and then went quiet, for as long as nobody ends it. */
const stalled = async (url: string, ...did: readonly string[]): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  opened.push(client);
  await client.connect();
  for (const sql of ['begin', ...did]) await client.query(sql);
  return client;
};

const appendsFor = async (milliseconds: number): Promise<{ readonly count: number; readonly slowest: number }> => {
  const until = Date.now() + milliseconds;
  let count = 0;
  let slowest = 0;
  const writer = async () => {
    while (Date.now() < until) {
      const started = performance.now();
      const command = aCommand();
      await under.store.append(command);
      const { position } = await under.store.head();
      // The reader sees it at once: nothing that another session leaves open holds the readers back.
      const [last] = await under.store.read(position - 1, 1);
      expect(last?.position).toBe(position);
      slowest = Math.max(slowest, performance.now() - started);
      count++;
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
  return { count, slowest };
};

describe('a session that is idle in a transaction', () => {
  it('is ended by the server after 5 seconds, and nobody waits longer than that for a lock', async () => {
    const [settings] = await under.ask(
      under.database.appUrl,
      `select current_setting('idle_in_transaction_session_timeout') as idle, current_setting('lock_timeout') as lock,
         current_setting('statement_timeout') as statement`,
    );
    expect(settings).toEqual({ idle: '5s', lock: '5s', statement: '1min' });
  });

  it('stalls nobody, whether it has read the log or written elsewhere', async () => {
    const never = 'set idle_in_transaction_session_timeout = 0';
    const { superuserUrl, ownerUrl } = under.database;
    await stalled(superuserUrl, never, 'select count(*) from es.facts', 'select * from es.head');
    await stalled(superuserUrl, never, 'set transaction isolation level repeatable read', 'select * from es.facts');
    await stalled(ownerUrl, never, 'insert into public.elsewhere values (1)', 'select pg_current_xact_id()');
    const { count, slowest } = await appendsFor(2500);
    expect(count).toBeGreaterThan(50);
    expect(slowest).toBeLessThan(2000);
  }, 20_000);

  it('that holds the head of the log is ended, its facts never were, and the others go on', async () => {
    const idle = await stalled(
      under.database.appUrl,
      `set idle_in_transaction_session_timeout = '700ms'`,
      `select * from es.append(array[gen_random_uuid()], array['digest'], array['note-idle'], array[gen_random_uuid()],
         array[0], array[1], array['{}'::jsonb], array[1], array[1], array[gen_random_uuid()], array['Noted'], array[1],
         array['{"text": "never"}'::jsonb])`,
    );
    const ended = new Promise((resolve) => idle.once('end', resolve));
    const started = performance.now();
    const answer = await under.store.append(aCommand());
    const waited = performance.now() - started;
    expect(answer.outcome).toBe('appended');
    expect(waited).toBeGreaterThan(300);
    expect(waited).toBeLessThan(4000);
    await ended;
    expect((await under.store.load('note-idle')).version).toBe(0);
  }, 20_000);
});
