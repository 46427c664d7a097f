import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  caseOf,
  crateLog,
  crates,
  defects,
  eventually,
  filled,
  looseFillings,
  only,
  opened,
  operator,
  startQuay,
  type Quay,
} from './messaging.fixtures.js';

let quay: Quay;
beforeEach(async () => void (quay = await startQuay()));
afterEach(async () => {
  defects.clear();
  await quay.stop();
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
    await eventually('it has stopped', async () => (await quay.checkpoint('all-crates'))?.status === 'stopped');
    const [status] = await messaging.progress.status();
    expect(status).toMatchObject({ listener: 'all-crates', state: 'stopped' });
    expect(status?.reason).toMatch(/CrateFilled at position 2 of crate-bad cannot be applied: No crate takes black/);
  });
});
