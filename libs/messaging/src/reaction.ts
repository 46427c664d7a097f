import type { Envelope, Fact, FactDefinition, Recorded } from '@exeat/kernel';
import type { ICommand } from '@nestjs/cqrs';
import { v5 } from 'uuid';
import type { z } from 'zod';

/**
 * A published fact that makes a context act. The command it asks for may be sent more than once, so it carries an id
 * that is derived from its cause (`causedBy`) and the second sending gets the first answer.
 */
export interface Reaction {
  readonly on: string;
  /** Unique in its context; part of the command's id, so it is never renamed once released. */
  readonly name: string;
  /** The command, or nothing where this fact asks for none. Pure. */
  readonly ask: (fact: Recorded) => ICommand | undefined;
}

/** One line of a context's table of reactions: whenever this fact is recorded, ask for that. */
export const whenever = <Type extends string, Schema extends z.ZodType>(
  definition: FactDefinition<Type, Schema>,
  name: string,
  ask: (fact: Recorded<Fact<Type, z.infer<Schema>>>) => ICommand | undefined,
): Reaction => ({
  on: definition.type,
  name,
  // The runner calls a reaction with facts of its own type only, read back through the same definition.
  ask: ask as Reaction['ask'],
});

/** The envelope of a command that a fact makes happen: its id is the same however often the fact is delivered. */
export const causedBy = (fact: Recorded, name: string): Envelope => ({
  commandId: v5(name, fact.factId),
  correlationId: fact.meta.correlationId,
  causationId: fact.factId,
  ...(fact.meta.traceparent !== undefined && { traceparent: fact.meta.traceparent }),
});
