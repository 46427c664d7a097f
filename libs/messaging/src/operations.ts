import { defineFact, type AudienceFor, type FactOf, type SentencesFor } from '@exeat/kernel';
import { z } from 'zod';

// Stored form: a released name or field never changes meaning; a new meaning is a new fact.

/** What an operator did to a listener is on record like everything else: stream `operations-<listener>`. */
export const ParkedFactsRetried = defineFact(
  'ParkedFactsRetried',
  z.strictObject({ listener: z.string(), stream: z.string(), positions: z.array(z.int().positive()) }),
);

/** After a restore a listener stands still until somebody decides that it goes on. */
export const ListenerResumed = defineFact(
  'ListenerResumed',
  z.strictObject({ listener: z.string(), reason: z.string(), from: z.int().nonnegative() }),
);

export const operationsFacts = [ParkedFactsRetried, ListenerResumed] as const;
export type OperationsFact = FactOf<typeof operationsFacts>;

export const operationsSentences: SentencesFor<OperationsFact> = {
  ParkedFactsRetried: ({ meta, data: { listener, stream, positions } }) =>
    `${meta.actor.name} asked ${listener} to try ${counted(positions.length, 'parked fact')} of ${stream} again`,
  ListenerResumed: ({ meta, data: { listener, from } }) =>
    `${meta.actor.name} let ${listener} go on from position ${from}`,
};

export const operationsAudience: AudienceFor<OperationsFact> = {
  ParkedFactsRetried: 'authority',
  ListenerResumed: 'authority',
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
