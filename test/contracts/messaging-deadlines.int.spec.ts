import { StoreUnavailable } from '@exeat/event-store';
import { refuse, type Done, type Envelope, type Instant, type Refusal } from '@exeat/kernel';
import type { DeadlineTable, MessagingParts } from '@exeat/messaging';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import {
  caseOf,
  clockAt,
  closed,
  crates,
  eventually,
  filled,
  opened,
  startQuay,
  type CrateFact,
  type Quay,
} from './messaging.fixtures.js';

interface Collect {
  readonly caseId: string;
  readonly key: string;
  readonly at: Instant;
  readonly envelope: Envelope;
}

/** A crate is collected after as many days of January as it has units, unless it is closed before. */
const deadlines: DeadlineTable<CrateFact> = {
  context: 'submission',
  on: {
    CrateFilled: ({ version, data: { units } }, due) =>
      due.set({
        key: `collect:${version}`,
        dueAt: `2026-01-${String(units).padStart(2, '0')}T00:00:00.000Z`,
        ask: 'CollectCrate',
        subject: { why: 'full' },
      }),
    CrateClosed: (_fact, due) => due.clearAll(),
  },
  command: ({ caseId, key }, at, envelope): Collect => ({ caseId, key, at, envelope }),
};

let quay: Quay;
beforeEach(async () => void (quay = await startQuay()));
afterEach(() => quay.stop());

const done: Done = { done: true, caseId: '', stream: '', version: 1, position: 1, facts: 1, replayed: false };

const worker = async (
  answer: (asked: Collect) => Promise<Done | Refusal> = async () => done,
  more: Partial<MessagingParts> = {},
) => {
  const clock = clockAt('2026-01-01T00:00:00.000Z');
  const asked: Collect[] = [];
  const messaging = await quay.listen({
    ...{ clock, views: [crates], contexts: [{ name: 'submission', reactions: [], deadlines }] },
    dispatch: async (command) => {
      asked.push(command as Collect);
      return answer(command as Collect);
    },
    ...more,
  });
  const moveTo = (at: Instant): void => {
    clock.moveTo(at);
    messaging.poke();
  };
  const seen = async (position: number) =>
    expect(await messaging.progress.waitFor('deadlines-submission', position, 3000)).toBe(true);
  return { messaging, asked, moveTo, seen };
};

describe('due times', () => {
  it('are asked for when the clock has reached them, in their order, and not before', async () => {
    const { asked, moveTo, seen } = await worker();
    await seen(await quay.append('a', opened('a'), filled(20), filled(10), filled(30)));
    await pause(50);
    expect(asked).toEqual([]);
    moveTo('2026-01-25T00:00:00.000Z');
    await eventually('two are asked for', () => asked.length >= 2);
    await pause(100);
    expect(asked).toMatchObject([
      { caseId: caseOf('a'), key: 'collect:3', at: '2026-01-25T00:00:00.000Z' },
      { caseId: caseOf('a'), key: 'collect:2' },
    ]);
  });

  it('lose nothing by a run that is missed, and are cleared by a fact', async () => {
    const first = await worker();
    await first.seen(await quay.append('a', opened('a'), filled(5)));
    await quay.end(first.messaging);
    await quay.append('b', filled(6));
    await quay.append('c', filled(7));
    await quay.append('c', closed);
    const second = await worker();
    second.moveTo('2026-01-31T00:00:00.000Z');
    await eventually('both are asked for', () => second.asked.length >= 2);
    expect(new Set(second.asked.map(({ caseId }) => caseId))).toEqual(new Set([caseOf('a'), caseOf('b')]));
  });

  it('are asked for by the same command id, whoever asks, and again only after the due time moved', async () => {
    const ids: string[] = [];
    for (let round = 0; round < 2; round++) {
      const { messaging, asked, moveTo } = await worker();
      if (round === 0) await quay.append('a', filled(5));
      moveTo('2026-01-31T00:00:00.000Z');
      await eventually('it is asked for', () => asked.length > 0);
      ids.push(asked[0]?.envelope.commandId ?? '');
      await quay.end(messaging);
    }
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('that are refused are visible and are not asked for without end', async () => {
    const { messaging, asked, moveTo, seen } = await worker(async () =>
      refuse('NOT_YET_DUE', 'It is not due before noon.'),
    );
    await seen(await quay.append('a', filled(5)));
    moveTo('2026-01-05T00:00:00.000Z');
    await eventually('it is refused', async () => (await messaging.refused.list()).length === 1);
    await pause(700);
    expect(asked.length).toBe(1);
    const [refused] = await messaging.refused.list();
    expect(refused).toMatchObject({
      ...{ source: 'deadlines-submission', caseId: caseOf('a'), command: 'CollectCrate', codes: ['NOT_YET_DUE'] },
    });
    expect(refused?.asksAgainAt).toBeDefined();
    moveTo('2026-01-06T00:00:00.000Z');
    await eventually('it is asked for again when the clock moves', () => asked.length === 2);
  });

  it('wait while the store is away, and go on by themselves', async () => {
    let attempts = 0;
    const { messaging, moveTo } = await worker(async () => {
      if (++attempts < 3) throw new StoreUnavailable('away');
      return done;
    });
    await quay.append('a', filled(5));
    await quay.append('b', filled(6));
    moveTo('2026-01-31T00:00:00.000Z');
    await eventually('both are done', () => attempts >= 4);
    expect(await messaging.refused.list()).toEqual([]);
  });

  it('are asked for by one process only', async () => {
    const first = await worker();
    const second = await worker();
    await quay.append('a', filled(5));
    first.moveTo('2026-01-31T00:00:00.000Z');
    second.moveTo('2026-01-31T00:00:00.000Z');
    await eventually('it is asked for', () => first.asked.length + second.asked.length > 0);
    await pause(300);
    expect(first.asked.length + second.asked.length).toBe(1);
  });

  it('of many cases are all asked for after a year has passed', async () => {
    const { asked, moveTo, seen } = await worker();
    await quay.appendAll(Array.from({ length: 600 }, (_, index) => [`c${index}`, filled(1 + (index % 28))] as const));
    await seen(600);
    moveTo('2027-01-01T00:00:00.000Z');
    await eventually('all are asked for', () => asked.length >= 600, 10_000);
    expect(new Set(asked.map(({ caseId }) => caseId)).size).toBe(600);
  }, 30_000);
});
