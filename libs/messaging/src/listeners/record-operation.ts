import { digestOf, type EventStore } from '@exeat/event-store';
import type { Actor, Instant } from '@exeat/kernel';
import { v5, v7 } from 'uuid';
import type { OperationsFact } from '../operations.js';

const operations = '5e0d9d6c-53f7-4d0f-9a55-0f4c1b8f2a11';

/** Who works on a listener, and when. */
export interface Operator {
  readonly by: Actor;
  readonly at: Instant;
}

/** Puts on record what an operator is about to do to a listener. Gives the position of the fact. */
export const recordOperation = async (
  store: EventStore,
  listener: string,
  { by, at }: Operator,
  fact: OperationsFact,
): Promise<number> => {
  const stream = `operations-${listener}`;
  const commandId = v7();
  const appended = await store.append({
    ...{ stream, commandId, expect: 'any', facts: [fact] },
    caseId: v5(stream, operations),
    requestDigest: digestOf([stream, fact, by.id]),
    meta: { actor: by, at, commandId, correlationId: commandId },
  });
  if ('receipt' in appended) return appended.receipt.position;
  throw new Error(`What was done to ${listener} could not be recorded: ${appended.outcome}`);
};
