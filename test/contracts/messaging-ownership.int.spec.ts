import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Head } from '@exeat/event-store';
import { AnnouncingEventStore } from '@exeat/messaging';
import pg from 'pg';
import { crates, eventually, filled, only, opened, startQuay, type Quay } from './messaging.fixtures.js';

let quay: Quay;
beforeEach(async () => void (quay = await startQuay()));
afterEach(() => quay.stop());

describe('the ownership of a listener', () => {
  it('is of one process at a time, and passes to the next when that one ends', async () => {
    const first = await quay.listen();
    const second = await quay.listen();
    const token = Number((await quay.checkpoint('all-crates'))?.owner_token);
    const last = await quay.append('a', opened('a'), filled(5));
    // The second process does not run the view, and still knows how far it is.
    expect(await second.progress.waitFor('all-crates', last, 2000)).toBe(true);
    await quay.end(first);
    const next = await quay.append('a', filled(6));
    expect(await second.progress.waitFor('all-crates', next, 5000)).toBe(true);
    expect(Number((await quay.checkpoint('all-crates'))?.owner_token)).toBeGreaterThan(token);
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

  it('is taken over while the log and the checkpoint grow', async () => {
    const first = await quay.listen(only(crates));
    const position = await quay.append('a', opened('a'));
    await first.progress.waitFor('all-crates', position, 2000);
    await quay.end(first);
    /** By the time its answer arrives, more was appended and the owner before has read it. */
    class GrowingStore extends AnnouncingEventStore {
      override async head(): Promise<Head> {
        const before = await super.head();
        if (before.position < 5) {
          const now = await quay.append('a', filled(1));
          await quay.pool.query('update messaging.checkpoints set position = $1', [now]);
        }
        return before;
      }
    }
    const second = await quay.listen({ ...only(crates), store: new GrowingStore(quay.store) });
    expect((await second.progress.status()).map(({ state, reason }) => reason ?? state)).toEqual(['running']);
  });

  it('comes back to its process after the lock connection was cut', async () => {
    const messaging = await quay.listen();
    await quay.sabotage(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name like 'exeat-%' and datname = current_database()`);
    const allRun = async () => (await messaging.progress.status()).every(({ state }) => state === 'running');
    // Asking may itself meet a connection that was cut.
    await eventually('all run again', () => allRun().catch(() => false));
    const last = await quay.append('a', opened('a'), filled(2));
    expect(await messaging.progress.waitFor('all-crates', last, 5000)).toBe(true);
  });
});

describe('a store that was restored', () => {
  it('stops every listener of the epoch before, with a reason, until the view is rebuilt', async () => {
    const first = await quay.listen();
    const position = await quay.append('a', opened('a'));
    await first.progress.waitFor('all-crates', position, 2000);
    await quay.end(first);
    await quay.sabotage(`set role exeat_owner; select es.begin_epoch('restored from the copy of Monday')`);
    const second = await quay.listen();
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
