import { FactRegistry, PostgresEventStore } from '@exeat/event-store';
import { silent, ViewBuilder } from '@exeat/messaging';
import { factLists, views } from '../../apps/platform/src/parts.js';
import { factsBetween } from '../../libs/messaging/src/views/folding.js';
import type { Part } from './part.js';
import type { Measured } from './report.js';
import { withPool } from './server.js';

/** Building each view anew from the whole history, row by row in code; beside it, reading that history and no more. */
export const rebuild: Part = async ({ history, progress }) => {
  const { appUrl } = await history();
  return withPool(appUrl, async (pool) => {
    // As the listeners' connections are: see Messaging.
    pool.options.options = '-c synchronous_commit=off -c enable_seqscan=off';
    const store = new PostgresEventStore(pool, new FactRegistry(...factLists));
    const builder = new ViewBuilder(views, store, pool, appUrl, silent);
    const { position } = await store.head();
    const read = async () => {
      const began = performance.now();
      for await (const facts of factsBetween(store, 0, position)) if (facts.length === 0) break;
      return (position * 1000) / (performance.now() - began);
    };
    await read();
    const measured: Measured[] = [];
    for (const { name, on } of views) {
      const floor = await read();
      const { factsPerSecond, parkedStreams } = await builder.rebuildView(name, {
        onProgress: ({ done, total, factsPerSecond: pace }) =>
          progress(`rebuild of ${name}: ${done} of ${total} facts, ${pace} facts/s`),
      });
      if (parkedStreams > 0) throw new Error(`${parkedStreams} streams could not be applied to ${name}.`);
      const { rows } = await pool.query<{ handled: string }>(
        'select count(*) as handled from es.facts where type = any($1)',
        [Object.keys(on)],
      );
      const share = Math.round((Number(rows[0]?.handled) * 100) / position);
      measured.push({
        ...{ name: `rebuild of ${name} (${share} % of facts)`, figure: factsPerSecond, unit: 'facts/s' },
        floor: { name: 'reading alone', figure: floor },
        promise: { of: 'figure', atLeast: 30_000 },
      });
    }
    return measured;
  });
};
