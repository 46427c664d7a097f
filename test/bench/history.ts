import { randomBytes } from 'node:crypto';
import { coalescerLimits, FactRegistry, PostgresEventStore, type Append } from '@exeat/event-store';
import { daysAfter, system } from '@exeat/kernel';
import type { DatabaseUrls } from '@exeat/postgres';
import { v7 } from 'uuid';
import { factLists } from '../../apps/platform/src/parts.js';
import type { Step } from '../../libs/views/spec/recorded.fixtures.js';
import './outside-jest.js';
import { withPool } from './server.js';

/** How many facts the history has, at least. */
export const historySize = 200_000;
/** Cases that are going on at the same time. */
const open = 500;
const seed = 20_260_105;

/** Fills a database with whole cases, by way of the store and in the order in which they happened. */
export const loadHistory = async (urls: DatabaseUrls, progress: (doing: string) => void): Promise<DatabaseUrls> => {
  const steps = await happening();
  await withPool(urls.appUrl, async (pool) => {
    // One lane, so that batches are stored in the order they were sent.
    const limits = { ...coalescerLimits, lanes: 1, items: 1000 };
    const store = new PostgresEventStore(pool, new FactRegistry(...factLists), limits);
    const batch = 4000;
    let stored = 0;
    while (stored < historySize) {
      const some = Array.from({ length: batch }, () => appendOf(steps()));
      await Promise.all(some.map((each) => store.append(each)));
      stored += some.length;
      progress(`storing a history of ${historySize} facts: ${stored}`);
    }
    await pool.query('select count(*) from es.facts');
  });
  await withPool(urls.ownerUrl, (pool) => pool.query('vacuum analyze es.facts'));
  return urls;
};

/** Gives the next step of any of the cases that are open; a case that has ended is followed by a new one. */
const happening = async (): Promise<() => Step> => {
  const { casesFrom } = await import('../../libs/views/spec/histories.fixtures.js');
  let begun = 0;
  let waiting: (readonly Step[])[] = [];
  const nextCase = (): Step[] => {
    if (waiting.length === 0) {
      waiting = [...casesFrom(begun + 1, open, seed + begun)];
      begun += open;
    }
    return [...(waiting.shift() ?? [])].reverse();
  };
  const going = Array.from({ length: open }, nextCase);
  let state = seed;
  return () => {
    // Numerical Recipes' generator: the same history in every run.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const chosen = Math.floor((state / 2 ** 32) * open);
    while (going[chosen]?.length === 0) going[chosen] = nextCase();
    const step = going[chosen]?.pop();
    if (!step) throw new Error('A case without a step was given.');
    return step;
  };
};

const appendOf = ({ caseId, stream, fact, by = system('bench'), day = 0 }: Step): Append => {
  const commandId = v7();
  const at = daysAfter('2026-01-05T09:00:00.000Z', day);
  return {
    ...{ stream, caseId, commandId, expect: 'any', facts: [fact] },
    requestDigest: randomBytes(32).toString('hex'),
    meta: { actor: by, at, commandId, correlationId: commandId },
  };
};
