import type { Recorded } from '@exeat/kernel';
import type { ContextParts } from './context-parts.js';

/** A fact, and the state of its stream after it. */
interface StateAfter {
  readonly fact: Recorded;
  readonly state: unknown;
}

/** Folds the streams of a case with the deciders that serve today, so that any moment can be seen as it was. */
export class CaseFolds {
  private readonly byType: ReadonlyMap<string, ContextParts>;

  constructor(contexts: readonly ContextParts[]) {
    this.byType = new Map(contexts.flatMap((context) => context.facts.map(({ type }) => [type, context] as const)));
  }

  /** The state of each stream, by stream. Facts of a case, in order; those of no context are left out. */
  statesOf(facts: readonly Recorded[]): Readonly<Record<string, unknown>> {
    const streams = [...new Set(facts.map(({ stream }) => stream))];
    return Object.fromEntries(
      streams.flatMap((stream) => {
        const own = facts.filter((fact) => fact.stream === stream);
        const context = this.byType.get(own[0]?.type ?? '');
        return context ? [[stream, context.stateOf(own)] as const] : [];
      }),
    );
  }

  /** One fact after the other: the state of its stream after each. Facts of a case, in order. */
  *statesAfterEach(facts: readonly Recorded[]): Generator<StateAfter> {
    const states = new Map<string, unknown>();
    for (const fact of facts) {
      const context = this.byType.get(fact.type);
      if (!context) continue;
      const state = context.stateOf([fact], states.get(fact.stream));
      states.set(fact.stream, state);
      yield { fact, state };
    }
  }
}
