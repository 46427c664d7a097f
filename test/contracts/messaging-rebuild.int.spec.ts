import { defineView, foldFacts, type BuildProgress, type ViewDefinition } from '@exeat/messaging';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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
  type Crate,
  type CrateFact,
  type Quay,
} from './messaging.fixtures.js';
import { viewsEqualTheirRebuild } from './views-equal-rebuild.js';

let quay: Quay;
beforeEach(async () => void (quay = await startQuay()));
afterEach(async () => {
  defects.clear();
  await quay.stop();
});

const history = (crateCount: number, fillings: number) =>
  Array.from({ length: crateCount }, (_, crate) => crate.toString(36)).flatMap((label) => [
    [label, opened(label)] as const,
    ...Array.from({ length: fillings }, (_, units) => [label, filled(units + 1)] as const),
  ]);

describe('rebuilding a view', () => {
  it('gives the same rows, swaps the tables, and goes on from there', async () => {
    const messaging = await quay.listen();
    await quay.appendAll(history(20, 5));
    const { position } = await quay.store.head();
    await messaging.progress.waitFor('all-crates', position, 5000);
    const before = await quay.rows('views.all_crates');
    const report = await messaging.builder.rebuildView('all-crates');
    expect(report).toMatchObject({ position, facts: position, swapped: true, parkedStreams: 0 });
    expect(report.comparison).toEqual({ equal: true, liveRows: 20, builtRows: 20, different: 0 });
    expect(await quay.rows('views.all_crates')).toEqual(before);
    expect(await quay.rows('views_retired.all_crates')).toEqual(before);
    const last = await quay.append('0', filled(1000));
    expect(await messaging.progress.waitFor('all-crates', last, 5000)).toBe(true);
    expect((await quay.rows('views.all_crates')).find(({ label }) => label === '0')).toMatchObject({ units: 1015 });
    // A second time: the table that was replaced makes room.
    expect(await messaging.builder.rebuildView('all-crates')).toMatchObject({ swapped: true });
  });

  it('never fails a reader, and misses nothing that is appended meanwhile', async () => {
    const messaging = await quay.listen();
    await quay.appendAll(history(40, 10));
    let [reads, busy] = [0, true];
    const failures: unknown[] = [];
    const counts: number[] = [];
    const readers = Array.from({ length: 3 }, async () => {
      while (busy)
        try {
          const { rows } = await quay.pool.query({ name: 'count', text: 'select count(*)::int from views.all_crates' });
          counts.push((rows[0] as { count: number }).count);
          reads++;
        } catch (error) {
          failures.push(error);
        }
    });
    const writer = (async () => {
      for (let count = 0; busy; count++) await quay.append(`live-${count % 5}`, filled(1), opened(`live-${count % 5}`));
    })();
    for (let round = 0; round < 3; round++)
      expect(await messaging.builder.rebuildView('all-crates')).toMatchObject({
        swapped: true,
        comparison: { equal: true },
      });
    busy = false;
    await Promise.all([...readers, writer]);
    expect(failures).toEqual([]);
    expect(reads).toBeGreaterThan(10);
    expect(counts.at(-1)).toBe(45);
    await viewsEqualTheirRebuild(messaging, (await quay.store.head()).position);
  }, 30_000);

  it('names the first row that differs, with both sides, and swaps only if asked', async () => {
    const messaging = await quay.listen();
    await quay.appendAll(history(3, 2));
    const { position } = await quay.store.head();
    await messaging.progress.waitFor('all-crates', position, 5000);
    await quay.pool.query(`update views.all_crates set units = 99 where label = '1'`);
    const verified = await messaging.builder.verifyView('all-crates');
    expect(verified).toMatchObject({ swapped: false, comparison: { equal: false, different: 1 } });
    expect(verified.comparison?.first).toMatchObject({ key: caseOf('1'), live: { units: 99 }, built: { units: 3 } });
    expect(await messaging.builder.rebuildView('all-crates')).toMatchObject({ swapped: false });
    expect((await quay.rows('views.all_crates')).find(({ label }) => label === '1')).toMatchObject({ units: 99 });
    expect(await messaging.builder.rebuildView('all-crates', { acceptDifferences: true })).toMatchObject({
      ...{ swapped: true, comparison: { equal: false, different: 1 } },
    });
    expect(await messaging.builder.verifyView('all-crates')).toMatchObject({ comparison: { equal: true } });
  });

  it('goes on where it was cut short, and says how far it is', async () => {
    const messaging = await quay.listen({ views: [] });
    await quay.appendAll(history(1000, 25));
    const { position } = await quay.store.head();
    const cut = new AbortController();
    const reader = await quay.listen(only(crates));
    expect(await reader.progress.waitFor('all-crates', position, 20_000)).toBe(true);
    const first = reader.builder.rebuildView('all-crates', { signal: cut.signal, onProgress: () => cut.abort() });
    await expect(first).rejects.toThrow();
    const told: BuildProgress[] = [];
    const report = await reader.builder.rebuildView('all-crates', {
      onProgress: (progress) => void told.push(progress),
    });
    expect(report.facts).toBeLessThan(position);
    expect(report).toMatchObject({ position, swapped: true, comparison: { equal: true, builtRows: 1000 } });
    expect(told.at(-1)).toMatchObject({ view: 'all-crates', done: position, total: position, secondsLeft: 0 });
    expect(messaging.builder.views).toEqual([]);
  }, 60_000);

  it('frees a stream that was parked for a defect that has been mended', async () => {
    const messaging = await quay.listen();
    defects.add('black');
    await quay.append('bad', opened('bad'), filled(1, 'black'));
    const last = await quay.append('bad', filled(2));
    await messaging.progress.waitFor('all-crates', last, 5000);
    // With the defect still there the same stream is parked by the rebuild, and the rows are equal.
    expect(await messaging.builder.verifyView('all-crates')).toMatchObject({
      ...{ parkedStreams: 1, comparison: { equal: true } },
    });
    defects.clear();
    expect(await messaging.builder.rebuildView('all-crates', { acceptDifferences: true })).toMatchObject({
      ...{ parkedStreams: 0, swapped: true },
    });
    expect(await messaging.parked.list()).toEqual([]);
    const next = await quay.append('bad', filled(4));
    expect(await messaging.progress.waitFor('all-crates', next, 5000)).toBe(true);
    expect(await quay.rows('views.all_crates')).toMatchObject([{ units: 7 }]);
  });

  it('happens by itself where the definition has a new version', async () => {
    const first = await quay.listen(only(crates));
    const position = await quay.append('a', opened('a'), filled(1));
    await first.progress.waitFor('all-crates', position, 2000);
    await quay.end(first);
    const louder = defineView<Crate, CrateFact>({
      ...crates,
      version: 2,
      on: {
        ...crates.on,
        CrateOpened: ({ caseId }, rows) =>
          rows.put({ key: caseId, caseId, label: 'LOUD', units: 0, fillings: [], lastMark: null, closed: false }),
      },
    });
    const second = await quay.listen(only(louder));
    expect(await second.progress.waitFor('all-crates', position, 5000)).toBe(true);
    expect(await quay.rows('views.all_crates')).toMatchObject([{ label: 'LOUD', units: 1 }]);
    await eventually('it runs', async () => (await second.progress.status())[0]?.state === 'running');
  });

  it('lets a reader that takes long finish first', async () => {
    const messaging = await quay.listen(only(crates));
    await messaging.progress.waitFor('all-crates', await quay.append('a', opened('a')), 2000);
    const slow = new pg.Client({ connectionString: quay.database.appUrl });
    await slow.connect();
    await slow.query('begin; select from views.all_crates');
    let swapped = false;
    const rebuilt = messaging.builder.rebuildView('all-crates').then((report) => {
      swapped = true;
      return report;
    });
    for (let reads = 0; reads < 10; reads++) await quay.rows('views.all_crates');
    expect(swapped).toBe(false);
    await slow.query('commit');
    await slow.end();
    expect(await rebuilt).toMatchObject({ swapped: true });
  });
});

const anyFact: fc.Arbitrary<CrateFact> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('a', 'b', 'ü').map((label) => opened(label)) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.integer({ min: -5, max: 999 }),
        fc.option(fc.string({ maxLength: 4, unit: 'grapheme' }), { nil: undefined }),
      )
      .map(([units, mark]) => filled(units, mark?.replaceAll('\0', ''))),
  },
  { weight: 1, arbitrary: fc.constant(closed) },
);
const anyHistory = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), anyFact), { minLength: 1, maxLength: 40 });

describe('views over any history', () => {
  it('equal their rebuild, however the facts came in', async () => {
    const messaging = await quay.listen();
    await fc.assert(
      fc.asyncProperty(fc.array(anyHistory, { minLength: 1, maxLength: 4 }), async (bursts) => {
        for (const burst of bursts) await quay.appendAll(burst);
        await viewsEqualTheirRebuild(messaging, (await quay.store.head()).position);
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('are the same for one fact at a time as for all at once', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, async (burst) => {
        const { position } = await quay.store.head();
        await quay.appendAll(burst);
        const facts = await quay.store.read(position, 1000);
        for (const view of [crates, looseFillings, crateLog] as readonly ViewDefinition[]) {
          const whole = foldFacts(view, facts, [], (row) => row);
          let rows = new Map<string, { key: string; caseId: string }>();
          for (const fact of facts) {
            const { put, removed } = foldFacts(
              view,
              [fact],
              [...rows.values()].filter(({ caseId }) => caseId === fact.caseId),
              (row) => row,
            );
            for (const row of put) rows = rows.set(row.key, row);
            for (const key of removed) rows.delete(key);
          }
          expect([...rows.values()].sort((a, b) => a.key.localeCompare(b.key))).toEqual(
            [...whole.put].sort((a, b) => a.key.localeCompare(b.key)),
          );
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
