import { silent } from '@exeat/messaging';
import { system } from '@exeat/kernel';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  caseOf,
  closed,
  crateLog,
  crates,
  defects,
  eventually,
  filled,
  looseFillings,
  only,
  opened,
  startQuay,
  type Quay,
} from './messaging.fixtures.js';

let quay: Quay;
beforeEach(async () => void (quay = await startQuay()));
afterEach(async () => {
  defects.clear();
  await quay.stop();
});

const operator = { by: { ...system('operations'), name: 'Olga Marin' }, at: '2026-01-02T00:00:00.000Z' };

const checkpoint = async (listener: string) =>
  (
    await quay.pool.query<{ position: string; owner_token: string; status: string; reason: string | null }>(
      'select * from messaging.checkpoints where listener = $1',
      [listener],
    )
  ).rows[0];

/** Runs SQL as the superuser: what a fault, or a person, might do to the tables. */
const sabotage = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: quay.database.superuserUrl });
  await client.connect();
  await client.query(sql).finally(() => client.end());
};

describe('a view', () => {
  it('shows what was appended, under the names of its columns', async () => {
    const messaging = await quay.listen();
    await quay.append('a', opened('a'));
    const position = await quay.append('a', filled(3, 'red'), filled(4));
    expect(await messaging.progress.waitFor('all-crates', position, 2000)).toBe(true);
    expect(await messaging.progress.waitFor('loose-fillings', position, 2000)).toBe(true);
    expect(await quay.rows('views.all_crates')).toMatchObject([
      {
        ...{ key: caseOf('a'), case_id: caseOf('a'), label: 'a', units: 7, last_mark: 'red', closed: false },
        fillings: [
          { units: 3, version: 2 },
          { units: 4, version: 3 },
        ],
      },
    ]);
    expect((await quay.rows('views.loose_fillings')).length).toBe(2);
    const end = await quay.append('a', closed);
    expect(await messaging.progress.waitFor('loose-fillings', end, 2000)).toBe(true);
    expect(await quay.rows('views.loose_fillings')).toEqual([]);
  });

  it('goes on after a stop from where it stood, and applies nothing twice', async () => {
    const first = await quay.listen();
    await quay.append('a', opened('a'), filled(1));
    await quay.end(first);
    await quay.append('a', filled(10));
    const second = await quay.listen();
    const last = await quay.append('a', filled(100));
    expect(await second.progress.waitFor('all-crates', last, 2000)).toBe(true);
    expect(await quay.rows('views.all_crates')).toMatchObject([{ units: 111 }]);
  });

  it('keeps rows and checkpoint together when the connection dies between them', async () => {
    const messaging = await quay.listen(only(crates));
    await quay.append('a', opened('a'));
    // Every second writing is cut off after the rows were written and before the commit.
    await sabotage(`
      create sequence public.cuts; grant usage on sequence public.cuts to public;
      create function public.cut() returns trigger language plpgsql as $$
      begin
        if nextval('public.cuts') % 2 = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
        return null;
      end $$;
      alter function public.cut() owner to postgres;
      create trigger cut after update on views.all_crates for each row execute function public.cut()`);
    let last = 0;
    for (let count = 0; count < 12; count++) last = await quay.append('a', filled(1));
    expect(await messaging.progress.waitFor('all-crates', last, 20_000)).toBe(true);
    expect(await quay.rows('views.all_crates')).toMatchObject([{ units: 12 }]);
  }, 30_000);

  it('moves its checkpoint past facts that it does not handle', async () => {
    const messaging = await quay.listen(only(crates));
    const last = await quay.append('a', { type: 'CraneMoved', data: {} });
    expect(await messaging.progress.waitFor('all-crates', last, 1000)).toBe(true);
    await eventually(
      'it is written down',
      async () => Number((await checkpoint('all-crates'))?.position) === last,
      1500,
    );
  });

  it('says how far behind it is, and that nobody runs it', async () => {
    const messaging = await quay.listen();
    await quay.end(messaging);
    await quay.append('a', opened('a'));
    const other = await quay.listen({ views: [] });
    expect(await other.progress.status()).toEqual([]);
    const reader = await quay.listen();
    await eventually('all are running', async () =>
      (await reader.progress.status()).every(({ state, lag }) => state === 'running' && lag === 0),
    );
  });

  it('stops with a reason where its table has rows and no checkpoint', async () => {
    await quay.pool.query(`insert into views.crate_log values ('1', 'x', 1, 'stray')`);
    const messaging = await quay.listen();
    const status = await messaging.progress.status();
    expect(status.find(({ listener }) => listener === 'crate-log')).toMatchObject({ state: 'stopped' });
    expect(status.find(({ listener }) => listener === 'crate-log')?.reason).toMatch(/rebuild the view/);
    expect(status.find(({ listener }) => listener === 'all-crates')).toMatchObject({ state: 'running' });
  });
});

describe('the ownership of a listener', () => {
  it('is of one process at a time, and passes to the next when that one ends', async () => {
    const first = await quay.listen();
    const second = await quay.listen();
    const token = Number((await checkpoint('all-crates'))?.owner_token);
    const last = await quay.append('a', opened('a'), filled(5));
    // The second process does not run the view, and still knows how far it is.
    expect(await second.progress.waitFor('all-crates', last, 2000)).toBe(true);
    await quay.end(first);
    const next = await quay.append('a', filled(6));
    expect(await second.progress.waitFor('all-crates', next, 5000)).toBe(true);
    expect(Number((await checkpoint('all-crates'))?.owner_token)).toBeGreaterThan(token);
    expect(await quay.rows('views.all_crates')).toMatchObject([{ units: 11 }]);
  });

  it('refuses what a paused owner writes after another has taken over', async () => {
    const old = await quay.listen(only(crates));
    const begun = await quay.append('a', opened('a'));
    expect(await old.progress.waitFor('all-crates', begun, 2000)).toBe(true);
    const other = new pg.Client({ connectionString: quay.database.superuserUrl });
    await other.connect();
    // The owner has its facts in hand and folded; it is held up at the moment of writing.
    await other.query('begin; lock table views.all_crates in exclusive mode');
    const last = await quay.append('a', filled(7));
    await eventually('the owner waits', async () => {
      const { rowCount } = await quay.pool.query(
        `select from pg_stat_activity where application_name = 'exeat-views' and wait_event_type = 'Lock'
           and datname = current_database()`,
      );
      return rowCount === 1;
    });
    // Meanwhile another takes the checkpoint and writes the row as it sees it.
    await other.query('update messaging.checkpoints set owner_token = owner_token + 1, position = $1', [last]);
    await other.query(`update views.all_crates set units = 7, label = 'by the successor'`);
    await other.query('commit');
    await other.end();
    const next = await quay.append('a', filled(1));
    expect(await old.progress.waitFor('all-crates', next, 5000)).toBe(true);
    expect(await quay.rows('views.all_crates')).toMatchObject([{ units: 8, label: 'by the successor' }]);
  });

  it('passes to a successor while the owner sleeps', async () => {
    let release: () => void = () => undefined;
    const paused = new Promise<void>((resolve) => (release = resolve));
    let asleep = false;
    const { store } = quay;
    // The owner falls asleep with facts in hand, read while they were its own.
    const sleepy = Object.assign(Object.create(store) as typeof store, {
      read: async (after: number, limit: number) => {
        const facts = await store.read(after, limit);
        if (facts.some(({ type }) => type === 'CrateFilled')) {
          asleep = true;
          await paused;
        }
        return facts;
      },
    });
    const old = await quay.listen({ store: sleepy, ...only(crates) });
    await quay.append('a', opened('a'));
    const last = await quay.append('a', filled(7));
    await eventually('the owner is asleep', () => asleep);
    await sabotage(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'exeat-listeners' and datname = current_database()`);
    const successor = await quay.listen(only(crates));
    expect(await successor.progress.waitFor('all-crates', last, 5000)).toBe(true);
    const before = await quay.rows('views.all_crates');
    release();
    await quay.append('a', filled(1));
    await eventually('the successor goes on', async () => (await quay.rows('views.all_crates'))[0]?.['units'] === 8);
    expect(before).toMatchObject([{ units: 7 }]);
    expect((await old.progress.position('all-crates')) >= last).toBe(true);
  });

  it('comes back to its process after the lock connection was cut', async () => {
    const messaging = await quay.listen();
    await sabotage(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name like 'exeat-%' and datname = current_database()`);
    const allRun = async () => (await messaging.progress.status()).every(({ state }) => state === 'running');
    // Asking may itself meet a connection that was cut.
    await eventually('all run again', () => allRun().catch(() => false));
    const last = await quay.append('a', opened('a'), filled(2));
    expect(await messaging.progress.waitFor('all-crates', last, 5000)).toBe(true);
  });
});

describe('a fact that a view cannot apply', () => {
  it('parks its stream, visibly, while other streams flow', async () => {
    const messaging = await quay.listen();
    defects.add('black');
    await quay.append('bad', opened('bad'));
    await quay.append('good', opened('good'));
    await quay.append('bad', filled(1, 'black'));
    await quay.append('bad', filled(2));
    const last = await quay.append('good', filled(5));
    expect(await messaging.progress.waitFor('all-crates', last, 5000)).toBe(true);
    expect(await quay.rows('views.all_crates')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ label: 'bad', units: 0 }),
        expect.objectContaining({ label: 'good', units: 5 }),
      ]),
    );
    expect(await messaging.parked.list()).toMatchObject([
      {
        listener: 'all-crates',
        position: 3,
        stream: 'crate-bad',
        caseId: caseOf('bad'),
        error: 'No crate takes black',
        attempts: 3,
      },
      { listener: 'all-crates', position: 4, stream: 'crate-bad', error: 'Waits behind position 3', attempts: 0 },
    ]);
    const status = await messaging.progress.status();
    expect(status.find(({ listener }) => listener === 'all-crates')).toMatchObject({ state: 'running', parked: 2 });
    expect(status.find(({ listener }) => listener === 'crate-log')).toMatchObject({ state: 'running', parked: 0 });
  });

  it('is applied in order when it is tried again, by a recorded act, and the stream goes on', async () => {
    const messaging = await quay.listen();
    defects.add('black');
    await quay.append('bad', opened('bad'));
    const poison = await quay.append('bad', filled(1, 'black'));
    const behind = await quay.append('bad', filled(2));
    expect(await messaging.progress.waitFor('all-crates', behind, 5000)).toBe(true);
    expect(await messaging.parked.retry('all-crates', 'crate-bad', operator)).toMatchObject({
      applied: [],
      waiting: 2,
      error: 'No crate takes black',
    });
    defects.clear();
    expect(await messaging.parked.retry('all-crates', 'crate-bad', operator)).toEqual({
      ...{ listener: 'all-crates', stream: 'crate-bad', applied: [poison, behind], waiting: 0 },
    });
    const last = await quay.append('bad', filled(4));
    expect(await messaging.progress.waitFor('all-crates', last, 5000)).toBe(true);
    expect(await quay.rows('views.all_crates')).toMatchObject([
      {
        units: 7,
        fillings: [
          { units: 1, version: 2 },
          { units: 2, version: 3 },
          { units: 4, version: 4 },
        ],
      },
    ]);
    expect(await messaging.parked.list()).toEqual([]);
    const { facts } = await quay.store.load('operations-all-crates');
    expect(facts).toMatchObject([
      { type: 'ParkedFactsRetried', data: { stream: 'crate-bad', positions: [poison, behind] } },
      { type: 'ParkedFactsRetried', meta: { actor: { name: 'Olga Marin' } } },
    ]);
  });

  it('stays parked over a restart', async () => {
    const first = await quay.listen(only(crates));
    defects.add('black');
    const bad = await quay.append('bad', opened('bad'), filled(1, 'black'));
    expect(await first.progress.waitFor('all-crates', bad, 5000)).toBe(true);
    await quay.end(first);
    defects.clear();
    const second = await quay.listen(only(crates));
    const last = await quay.append('bad', filled(2));
    expect(await second.progress.waitFor('all-crates', last, 5000)).toBe(true);
    expect((await second.parked.list()).map(({ position }) => position)).toEqual([2, 3]);
  });

  it('is found alone also where the database refuses what was made of it', async () => {
    const messaging = await quay.listen(only(looseFillings));
    await quay.append('good', opened('good'));
    await quay.appendAll([
      ['good', filled(1)],
      ['bad', filled(5_000_000)],
      ['good', filled(2)],
      ['fine', filled(3)],
    ]);
    const { position } = await quay.store.head();
    expect(await messaging.progress.waitFor('loose-fillings', position, 5000)).toBe(true);
    expect((await quay.rows('views.loose_fillings')).map(({ units }) => units).sort()).toEqual([1, 2, 3]);
    expect(await messaging.parked.list()).toMatchObject([{ stream: 'crate-bad', attempts: 3 }]);
  });

  it('stops the view where its policy says so, and no other', async () => {
    const strict = { ...crates, onFailure: 'stop' as const };
    const messaging = await quay.listen({ views: [strict, crateLog] });
    defects.add('black');
    const last = await quay.append('bad', opened('bad'), filled(1, 'black'));
    expect(await messaging.progress.waitFor('crate-log', last, 2000)).toBe(true);
    await eventually('it has stopped', async () => (await checkpoint('all-crates'))?.status === 'stopped');
    const [status] = await messaging.progress.status();
    expect(status).toMatchObject({ listener: 'all-crates', state: 'stopped' });
    expect(status?.reason).toMatch(/CrateFilled at position 2 of crate-bad cannot be applied: No crate takes black/);
  });
});

describe('a store that was restored', () => {
  it('stops every listener of the epoch before, with a reason, until the view is rebuilt', async () => {
    const first = await quay.listen();
    const position = await quay.append('a', opened('a'));
    await first.progress.waitFor('all-crates', position, 2000);
    await quay.end(first);
    await sabotage(`set role exeat_owner; select es.begin_epoch('restored from the copy of Monday')`);
    const second = await quay.listen({ log: silent });
    for (const { state, reason } of await second.progress.status()) {
      expect(state).toBe('stopped');
      expect(reason).toMatch(/The store was restored: its epoch is/);
    }
    const report = await second.builder.rebuildView('all-crates');
    expect(report).toMatchObject({ swapped: true, notCompared: 'The live view is of another epoch of the store' });
    const last = await quay.append('a', filled(2));
    expect(await second.progress.waitFor('all-crates', last, 5000)).toBe(true);
    expect(await quay.rows('views.all_crates')).toMatchObject([{ units: 2 }]);
  });

  it('stops a listener that is ahead of it', async () => {
    const first = await quay.listen(only(crates));
    await first.progress.waitFor('all-crates', await quay.append('a', opened('a')), 2000);
    await quay.end(first);
    await quay.pool.query('update messaging.checkpoints set position = 99');
    const second = await quay.listen(only(crates));
    expect((await second.progress.status())[0]).toMatchObject({
      state: 'stopped',
      reason: 'The checkpoint is at 99, and the store ends at 1',
    });
  });
});
