import type { EventStore } from '@exeat/event-store';
import type pg from 'pg';
import { checkpoints, fenceOff } from './checkpoints.js';
import { inTransaction } from './held.js';
import { recordOperation, type Operator } from './record-operation.js';

/**
 * Lets a listener of reactions go on in the store's present epoch, from where it stood or from the end of what was
 * restored, whichever is earlier. What it does again it does by the same command ids, so it is done once.
 */
export const resumeListener = async (
  pool: pg.Pool,
  store: EventStore,
  listener: string,
  operator: Operator,
): Promise<void> => {
  if (!listener.startsWith('reactions-'))
    throw new Error(`"${listener}" is no listener of reactions: a view is rebuilt from history instead`);
  const [known] = await checkpoints(pool, [listener]);
  if (!known) throw new Error(`There is no listener "${listener}"`);
  const { epoch } = await store.head();
  const { rows } = await pool.query<{ began_after: string }>('select began_after from es.epochs where epoch = $1', [
    epoch,
  ]);
  const from = known.epoch === epoch ? known.position : Math.min(known.position, Number(rows[0]?.began_after ?? 0));
  await recordOperation(store, listener, operator, {
    type: 'ListenerResumed',
    data: { listener, reason: known.reason ?? '', from },
  });
  await inTransaction(pool, async (client) => {
    await fenceOff(client, known);
    await client.query(
      `update messaging.checkpoints set epoch = $3, position = $4, status = 'running', reason = null
       where listener = $1 and version = $2`,
      [listener, known.version, epoch, from],
    );
  });
};
