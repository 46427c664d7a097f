import { StoreCorrupted, type EventStore } from '@exeat/event-store';
import { PostgresFeed, silent, Tail } from '@exeat/messaging';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { feedKeepsItsPromise } from './feed.suite.js';
import { eventually, filled, startQuay, type Quay } from './messaging.fixtures.js';

feedKeepsItsPromise('Postgres', async () => {
  const quay = await startQuay();
  const tail = new Tail(quay.store, silent);
  await tail.start();
  return {
    feed: new PostgresFeed(quay.store, tail, silent),
    append: (label) => quay.append(label, filled(1)),
    stop: async () => {
      await tail.stop();
      await quay.stop();
    },
  };
});

describe('the tail', () => {
  let quay: Quay;
  beforeAll(async () => void (quay = await startQuay()));
  afterAll(() => quay.stop());

  /** The store as it would be if something were wrong with it. */
  const spoilt = (change: Partial<EventStore>): EventStore =>
    Object.assign(Object.create(quay.store) as EventStore, change);
  const subscribed = async (store: EventStore) => {
    const tail = new Tail(store, silent);
    await tail.start();
    const taken: number[] = [];
    const feed = new PostgresFeed(store, tail, silent);
    const subscription = feed.subscribe(
      'one',
      tail.end,
      async (facts) => void taken.push(...facts.map(({ position }) => position)),
    );
    return { tail, taken, subscription };
  };

  it('stops loudly at a missing position and gives nothing beyond it', async () => {
    const store = spoilt({
      read: async (after, limit) => (await quay.store.read(after, limit)).filter(({ position }) => position % 10 !== 0),
    });
    const { tail, taken, subscription } = await subscribed(store);
    for (let count = 0; count < 12; count++) await quay.append('hole', filled(1));
    expect(await subscription.ended).toBeInstanceOf(StoreCorrupted);
    expect(tail.failure?.message).toMatch(/Position 10 is missing|Position \d+ is missing/);
    expect(Math.max(0, ...taken)).toBeLessThan(10);
    await tail.stop();
  });

  it('stops loudly when the store begins another epoch', async () => {
    let epoch = (await quay.store.head()).epoch;
    const { tail, subscription } = await subscribed(
      spoilt({ head: async () => ({ ...(await quay.store.head()), epoch }) }),
    );
    epoch = '00000000-0000-4000-8000-000000000000';
    expect((await subscription.ended)?.message).toMatch(/was restored/);
    await tail.stop();
  });

  it('finds what was appended without being told, within the longest wait', async () => {
    const { tail, taken, subscription } = await subscribed(quay.store);
    await quay.append('quiet', filled(1));
    const last = await quay.append('quiet', filled(1));
    const began = Date.now();
    await eventually('it is found', () => taken.includes(last));
    expect(Date.now() - began).toBeLessThan(500);
    await subscription.stop();
    await tail.stop();
  });
});
