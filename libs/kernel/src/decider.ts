import type { Actor } from './actor.js';
import type { Fact, Recorded } from './fact.js';
import type { Refusal } from './refusal.js';
import type { Instant } from './time.js';

/** What somebody asks for. Person and moment come in with it. */
export interface Command<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  readonly by: Actor;
  readonly at: Instant;
}

/**
 * The whole of a context's judgement, and pure: no clock, no table, no network. An empty list of facts means that
 * what was asked for already holds.
 */
export interface Decider<State, C extends Command, F extends Fact, Code extends string> {
  readonly initial: State;
  readonly decide: (command: C, state: State) => readonly F[] | Refusal<Code>;
  readonly evolve: (state: State, fact: F) => State;
}

/** The state after a history. */
export const fold = <State, C extends Command, F extends Fact, Code extends string>(
  decider: Decider<State, C, F, Code>,
  facts: readonly F[],
): State => facts.reduce(decider.evolve, decider.initial);

/**
 * The same over what the store gives back, for those who show a state without knowing its context. It goes on from a
 * state that it gave before, where one is given.
 */
export const foldStored =
  <State, F extends Fact>({ initial, evolve }: Pick<Decider<State, never, F, never>, 'initial' | 'evolve'>) =>
  (facts: readonly Recorded[], from: unknown = initial): State =>
    // The facts come from a stream of this decider, so they are of its kinds.
    (facts as unknown as readonly F[]).reduce(evolve, from as State);

/** The end of an exhaustive switch: a new case does not compile until it is answered. */
export const unreachable = (value: never): never => {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
};
