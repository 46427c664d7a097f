import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { FactNotStorable, StoreUnavailable } from './contract.js';

/** Milliseconds before each further try of a batch whose answer was lost. */
const pauses = [0, 50, 150, 400, 900, 1500] as const;

/**
 * Sends a batch until each item has an answer.
 *
 * - The answer was lost (connection, restart, failover): the batch may be stored or not. It is sent again; what was
 *   stored is answered from its receipt, what was not is stored now.
 * - The database refuses the content: halved, so that what cannot be stored fails by itself and its neighbours do not.
 * - The database cannot do it (lock or statement timeout, disk full): nothing was stored, and it says so.
 */
export const appendSurely = async <Item, Answer>(
  send: (batch: readonly Item[]) => Promise<readonly Answer[]>,
  batch: readonly Item[],
): Promise<readonly PromiseSettledResult<Answer>[]> => {
  for (let attempt = 0; ; attempt++) {
    try {
      return (await send(batch)).map((value) => ({ status: 'fulfilled', value }));
    } catch (error) {
      const fault = faultOf(error);
      const wait = pauses[attempt];
      if (fault === 'lost' && wait !== undefined) await pause(wait);
      else if (fault !== 'content') return all(batch, unavailable(fault, error));
      else if (batch.length === 1) return all(batch, notStorable(error));
      else {
        const half = Math.ceil(batch.length / 2);
        const first = await appendSurely(send, batch.slice(0, half));
        return [...first, ...(await appendSurely(send, batch.slice(half)))];
      }
    }
  }
};

type Fault = 'lost' | 'content' | 'unable';

/** By SQLSTATE; an error without one comes from the connection. */
export const faultOf = (error: unknown): Fault => {
  const state = error instanceof pg.DatabaseError ? (error.code ?? '') : undefined;
  if (state === undefined) return 'lost';
  // Connection exceptions, shutdown and start of the server, serialisation failure, deadlock, too many connections,
  // a server that has become a standby.
  if (/^(08|57P|40)|^53300$|^25006$/.test(state)) return 'lost';
  // Data exceptions, broken constraints, limits exceeded.
  if (/^(22|23|54)/.test(state)) return 'content';
  return 'unable';
};

const all = <Answer>(batch: readonly unknown[], reason: Error): readonly PromiseSettledResult<Answer>[] =>
  batch.map(() => ({ status: 'rejected', reason }));

export const unavailable = (fault: Fault, cause: unknown): Error =>
  new StoreUnavailable(
    fault === 'lost'
      ? 'The database gave no answer. Ask again, with the same command id: what was stored is not stored twice.'
      : `The database could not store it: ${cause instanceof Error ? cause.message : String(cause)}`,
    { cause },
  );

const notStorable = (cause: unknown): Error =>
  new FactNotStorable(`The database refuses these facts: ${cause instanceof Error ? cause.message : String(cause)}`, {
    cause,
  });
