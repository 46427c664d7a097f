import type { Recorded } from '@exeat/kernel';
import { NoMore, type Feed } from '@exeat/messaging';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from './messaging.fixtures.js';

/** A feed to be tested, over a log of its own. */
export interface FeedUnderTest {
  readonly feed: Feed;
  /** Adds a fact to the case of that label; resolves with its position. */
  readonly append: (label: string) => Promise<number>;
  readonly stop: () => Promise<void>;
}

const inCaseOrder = (facts: readonly Recorded[]): boolean => {
  const versions = new Map<string, number>();
  return facts.every(({ stream, version }) => {
    const next = version === (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    return next;
  });
};

/** What every feed promises: in order per case, at least once, from its checkpoint, each listener for itself. */
export const feedKeepsItsPromise = (name: string, start: () => Promise<FeedUnderTest>): void =>
  describe(`the ${name} feed`, () => {
    let quay: FeedUnderTest;
    beforeAll(async () => void (quay = await start()));
    afterAll(() => quay.stop());

    const labels = (count: number) => Array.from({ length: count }, (_, index) => `${'abcdefg'[index % 7]}`);
    const appendEach = async (count: number): Promise<number> => {
      let last = 0;
      for (const label of labels(count)) last = await quay.append(label);
      return last;
    };

    it('gives every fact, those of a case in their order, the old ones and then the new', async () => {
      const taken: Recorded[] = [];
      await appendEach(50);
      const subscription = quay.feed.subscribe('all', 0, async (facts) => void taken.push(...facts));
      const last = await appendEach(50);
      await eventually('the last fact arrives', () => taken.some(({ position }) => position === last));
      await subscription.stop();
      expect(new Set(taken.map(({ position }) => position)).size).toBe(last);
      expect(inCaseOrder(taken)).toBe(true);
    });

    it('gives a batch again until it is taken, and nothing beyond it before', async () => {
      const after = await appendEach(1);
      const attempts: number[][] = [];
      const subscription = quay.feed.subscribe('stumbling', after, async (facts) => {
        attempts.push(facts.map(({ position }) => position));
        if (attempts.length < 3) throw new Error('not now');
      });
      const first = await quay.append('a');
      await eventually('three attempts were made', () => attempts.length >= 3);
      await subscription.stop();
      expect(attempts.slice(0, 3).map(([position]) => position)).toEqual([first, first, first]);
    });

    it('goes on from the position it is asked for', async () => {
      const checkpoint = await appendEach(20);
      const last = await appendEach(20);
      const taken: number[] = [];
      const subscription = quay.feed.subscribe(
        'resumed',
        checkpoint,
        async (facts) => void taken.push(...facts.map(({ position }) => position)),
      );
      await eventually('the last fact arrives', () => taken.includes(last));
      await subscription.stop();
      expect(Math.min(...taken)).toBeGreaterThan(checkpoint);
      expect(new Set(taken).size).toBe(20);
    });

    it('holds up no listener for another that is slow or fails', async () => {
      const after = await appendEach(1);
      const stuck = quay.feed.subscribe('stuck', after, () => Promise.reject(new Error('never')));
      const slow = quay.feed.subscribe('slow', after, () => pause(300));
      let seen = 0;
      const swift = quay.feed.subscribe('swift', after, async (facts) => void (seen = facts.at(-1)?.position ?? seen));
      const began = Date.now();
      const last = await appendEach(10);
      await eventually('the swift listener has all', () => seen >= last);
      expect(Date.now() - began).toBeLessThan(2000);
      await Promise.all([stuck.stop(), slow.stop(), swift.stop()]);
    });

    it('gives nothing any more once it is stopped, and waits for the batch in hand', async () => {
      const after = await appendEach(1);
      let [begun, finished, batches] = [false, false, 0];
      const subscription = quay.feed.subscribe('ending', after, async () => {
        [begun, batches] = [true, batches + 1];
        await pause(100);
        finished = true;
      });
      await quay.append('a');
      await eventually('a batch is in hand', () => begun);
      await subscription.stop();
      expect(finished).toBe(true);
      await quay.append('a');
      await pause(120);
      expect(batches).toBe(1);
    });

    it('ends with the reason when a listener wants no more', async () => {
      const after = await appendEach(1);
      const subscription = quay.feed.subscribe('ended', after, () => Promise.reject(new NoMore('enough')));
      await quay.append('a');
      expect((await subscription.ended)?.message).toBe('enough');
    });
  });
