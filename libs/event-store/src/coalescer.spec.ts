import { describe, expect, it } from '@jest/globals';
import { Coalescer, coalescerLimits, type CoalescerLimits } from './coalescer.js';
import { StoreBusy } from './contract.js';

/** Batches as they were sent; each stays under way until it is let go. */
const coalescing = (limits: Partial<CoalescerLimits> = {}) => {
  const sent: (readonly string[])[] = [];
  const answers: ((answer: readonly PromiseSettledResult<string>[]) => void)[] = [];
  const coalescer = new Coalescer<string, string>(
    (items) => {
      sent.push(items);
      return new Promise((resolve) => answers.push(resolve));
    },
    { ...coalescerLimits, ...limits },
  );
  const letGo = (batch: number) =>
    answers[batch]?.((sent[batch] ?? []).map((item) => ({ status: 'fulfilled', value: `stored ${item}` })));
  return { coalescer, sent, answers, letGo };
};

const names = (count: number) => Array.from({ length: count }, (_, index) => `c${index + 1}`);
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('gathering what waits', () => {
  it('sends a lone item in the same turn, and answers it', async () => {
    const { coalescer, sent, letGo } = coalescing();
    const answer = coalescer.submit('c1', 10);
    await turn();
    expect(sent).toEqual([['c1']]);
    letGo(0);
    expect(await answer).toBe('stored c1');
  });

  it('sends together, in order, all that came while every lane was taken', async () => {
    const { coalescer, sent, letGo } = coalescing({ lanes: 1 });
    const answers = [coalescer.submit('c1', 10)];
    await turn();
    answers.push(...['c2', 'c3', 'c4'].map((name) => coalescer.submit(name, 10)));
    await turn();
    expect(sent).toEqual([['c1']]);
    letGo(0);
    await answers[0];
    await turn();
    expect(sent).toEqual([['c1'], ['c2', 'c3', 'c4']]);
    letGo(1);
    expect(await Promise.all(answers)).toEqual(['stored c1', 'stored c2', 'stored c3', 'stored c4']);
  });

  it('gives each free lane an equal share, but never a needless second commit', async () => {
    const many = coalescing();
    names(60).forEach((name) => void many.coalescer.submit(name, 10));
    await turn();
    expect(many.sent.map(({ length }) => length)).toEqual([30, 30]);

    const few = coalescing();
    names(12).forEach((name) => void few.coalescer.submit(name, 10));
    await turn();
    expect(few.sent.map(({ length }) => length)).toEqual([12]);
  });

  it('keeps a batch within its items and bytes, and lets a single large item through', async () => {
    const byCount = coalescing({ lanes: 1, items: 5 });
    names(8).forEach((name) => void byCount.coalescer.submit(name, 10));
    await turn();
    expect(byCount.sent[0]).toHaveLength(5);

    const byBytes = coalescing({ lanes: 1, bytes: 100 });
    ['large', 'c2', 'c3'].forEach((name) => void byBytes.coalescer.submit(name, name === 'large' ? 5000 : 10));
    await turn();
    expect(byBytes.sent[0]).toEqual(['large']);
  });
});

describe('when something goes wrong', () => {
  it('is busy when too many wait, and says when to come back', async () => {
    const { coalescer } = coalescing({ lanes: 1, waitingItems: 3 });
    void coalescer.submit('under way', 10);
    await turn();
    ['c1', 'c2', 'c3'].forEach((name) => void coalescer.submit(name, 10));
    const refused = await coalescer.submit('c4', 10).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreBusy);
    expect((refused as StoreBusy).retryAfterSeconds).toBeGreaterThanOrEqual(1);
  });

  it('is busy when too much waits', async () => {
    const { coalescer } = coalescing({ waitingBytes: 1000 });
    void coalescer.submit('c1', 900);
    await expect(coalescer.submit('c2', 200)).rejects.toBeInstanceOf(StoreBusy);
  });

  it('takes more again once the waiting ones have left', async () => {
    const { coalescer, sent } = coalescing({ waitingItems: 1 });
    void coalescer.submit('c1', 10);
    await turn();
    void coalescer.submit('c2', 10);
    await turn();
    expect(sent).toEqual([['c1'], ['c2']]);
  });

  it('fails one item without its neighbours', async () => {
    const { coalescer, answers } = coalescing();
    const [first, second] = [coalescer.submit('c1', 10), coalescer.submit('c2', 10)];
    await turn();
    answers[0]?.([
      { status: 'fulfilled', value: 'stored c1' },
      { status: 'rejected', reason: new Error('not this one') },
    ]);
    expect(await first).toBe('stored c1');
    await expect(second).rejects.toThrow('not this one');
  });
});
