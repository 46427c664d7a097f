import { FactRegistry, PostgresEventStore } from '@exeat/event-store';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { factLists } from '../../apps/platform/src/parts.js';
import { factsBetween } from '../../libs/messaging/src/views/folding.js';
import { inTurns } from './load.js';
import type { Part } from './part.js';
import { withPool } from './server.js';

/** Reading the whole history as facts, parsed and in today's form, against COPY of the same rows with nothing parsed. */
export const replay: Part = async ({ history, progress }) => {
  const { appUrl } = await history();
  return withPool(appUrl, async (pool) => {
    const store = new PostgresEventStore(pool, new FactRegistry(...factLists));
    const { position } = await store.head();
    const ours = async () => {
      progress('replay: reading facts');
      let read = 0;
      const began = performance.now();
      for await (const facts of factsBetween(store, 0, position)) read += facts.length;
      return (read * 1000) / (performance.now() - began);
    };
    const copy = async () => {
      progress('replay: COPY');
      const began = performance.now();
      const copied = await copyOut(pool);
      if (copied !== position) throw new Error(`COPY gave ${copied} rows of ${position}.`);
      return (copied * 1000) / (performance.now() - began);
    };
    await copy();
    const { copied } = await inTurns(ours, { copied: copy });
    return [
      {
        ...{ name: `replay of ${position} facts`, figure: copied.ours, unit: 'facts/s' },
        floor: { name: 'COPY out', figure: copied.floor },
        promise: { of: 'ratio', atLeast: 0.4 },
      },
    ];
  });
};

const copyOut = async (pool: pg.Pool): Promise<number> => {
  const client = await pool.connect();
  try {
    const stream = client.query(to('copy es.facts to stdout'));
    let rows = 0;
    // A line for each row; a line feed within a value travels escaped.
    for await (const chunk of stream as AsyncIterable<Buffer>)
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++;
    return rows;
  } finally {
    client.release();
  }
};
