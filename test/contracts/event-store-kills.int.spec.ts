import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailable, type Append } from '@exeat/event-store';
import { aCommand, asking, aStore, type StoreUnderTest } from './event-store.fixtures.js';

let under: StoreUnderTest;
beforeAll(async () => void (under = await aStore()), 120_000);
afterAll(() => under.stop());

const seconds = 4;

/** Ends a random connection of the writers again and again, whatever it is doing. Tells how many. */
const killAtRandom = (until: number): Promise<number> =>
  asking(under.database.superuserUrl, async (client) => {
    let killed = 0;
    while (Date.now() < until) {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'store under test' and datname = current_database() order by random() limit 1`,
      );
      killed += rowCount ?? 0;
      await pause(5 + Math.random() * 40);
    }
    return killed;
  });

describe('connections that are killed while writers run', () => {
  it('lose, double and reorder nothing that was acknowledged', async () => {
    const until = Date.now() + seconds * 1000;
    const acknowledged: Append[] = [];
    const unanswered: Append[] = [];
    const write = async (store: StoreUnderTest['store']) => {
      while (Date.now() < until) {
        const command = aCommand({ texts: ['a', 'b'].slice(0, 1 + Math.round(Math.random())) });
        try {
          const { outcome } = await store.append(command);
          expect(['appended', 'repeated']).toContain(outcome);
          acknowledged.push(command);
        } catch (error) {
          if (!(error instanceof StoreUnavailable)) throw error;
          unanswered.push(command);
        }
      }
    };
    const stores = [under.store, under.another(), under.another()];
    const [killed] = await Promise.all([
      killAtRandom(until),
      ...stores.flatMap((store) => Array.from({ length: 20 }, () => write(store))),
    ]);

    expect(killed).toBeGreaterThan(30);
    expect(acknowledged.length).toBeGreaterThan(500);
    // A lost connection is the store's to mend: hardly anybody is told of one.
    expect(unanswered.length).toBeLessThan(acknowledged.length / 100);

    // Read to the end: `read` itself refuses a hole.
    const { position } = await under.store.head();
    const log = [];
    while (log.length < position) log.push(...(await under.store.read(log.length, 2000)));
    const times = new Map<string, number>();
    for (const { meta } of log) times.set(meta.commandId, (times.get(meta.commandId) ?? 0) + 1);
    for (const { commandId, facts } of acknowledged) expect(times.get(commandId)).toBe(facts.length);

    // What was not answered can be asked by its id, and is there whole or not at all.
    for (const { commandId, stream, facts } of unanswered) {
      const { receipt } = await under.store.load(stream, commandId);
      expect(times.get(commandId)).toBe(receipt ? facts.length : undefined);
    }
    expect(times.size).toBeLessThanOrEqual(acknowledged.length + unanswered.length);
  }, 60_000);
});
