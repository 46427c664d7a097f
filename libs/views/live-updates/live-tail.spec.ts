import { describe, expect, it } from '@jest/globals';
import { LiveTail } from './live-tail.js';

/** The log as far as a tail looks at it: its head, and how often it was asked for. */
const logAt = (position: number) => {
  const log = { position, asked: 0 };
  const store = {
    head: async () => {
      log.asked += 1;
      return { position: log.position, epoch: 'e' };
    },
  } as ConstructorParameters<typeof LiveTail>[0];
  return { log, tail: new LiveTail(store) };
};
const never = new AbortController().signal;

describe('the live tail', () => {
  it('wakes whoever waits once the log has grown', async () => {
    const { log, tail } = logAt(5);
    const waiting = tail.beyond(5, 5000, never);
    log.position = 6;
    expect(await waiting).toBe(true);
  });
  it('gives up after a while where nothing happens', async () =>
    expect(await logAt(5).tail.beyond(5, 30, never)).toBe(false));
  it('lets go of whoever went away', async () => {
    const gone = new AbortController();
    const waiting = logAt(5).tail.beyond(5, 5000, gone.signal);
    gone.abort();
    expect(await waiting).toBe(false);
  });
  it('looks once for all who wait', async () => {
    const { log, tail } = logAt(5);
    await Promise.all(Array.from({ length: 50 }, () => tail.beyond(5, 250, never)));
    expect(log.asked).toBeLessThan(6);
  });
});
