import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  caseOf,
  closed,
  crates,
  eventually,
  filled,
  only,
  opened,
  startQuay,
  type Quay,
} from './messaging.fixtures.js';

let quay: Quay;
beforeEach(async () => void (quay = await startQuay()));
afterEach(() => quay.stop());

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
    await quay.sabotage(`
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
      async () => Number((await quay.checkpoint('all-crates'))?.position) === last,
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
