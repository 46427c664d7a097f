import { expect } from '@jest/globals';
import type { Command, Decider } from '../decider.js';
import type { Fact, FactDefinition } from '../fact.js';
import type { Lifecycle } from '../lifecycle.js';
import { isRefusal } from '../refusal.js';

/** One command of a walk that led to facts. */
export interface Step<S, C, F> {
  readonly before: S;
  readonly command: C;
  readonly facts: readonly F[];
  readonly after: S;
}

/**
 * Sends any commands to a decider, one after the other, and looks at what must hold whatever they are: each command
 * leads to a status that the lifecycle table names for it, every fact has its stored form, and the same command asked
 * again at once leads to nothing more (those named in `refusedAgain`: to a refusal). Gives the steps that led to facts, for the invariants of the context.
 */
export const walk = <
  Status extends string,
  S extends { readonly status: Status },
  C extends Command,
  F extends Fact,
  R extends string,
>(
  decider: Decider<S, C, F, R>,
  lifecycle: Lifecycle<Status, C['type']>,
  definitions: readonly FactDefinition[],
  commands: readonly C[],
  { refusedAgain = [] }: { readonly refusedAgain?: readonly C['type'][] } = {},
): readonly Step<S, C, F>[] => {
  const forms = new Map(definitions.map(({ type, schema }) => [type, schema]));
  const steps: Step<S, C, F>[] = [];
  let state = decider.initial;
  for (const command of commands) {
    const facts = decider.decide(command, state);
    if (isRefusal(facts)) {
      expect(facts.refused.length).toBeGreaterThan(0);
      continue;
    }
    if (facts.length === 0) continue;
    facts.forEach(({ type, data }) => expect(forms.get(type)?.safeParse(data)).toMatchObject({ success: true }));
    const before = state;
    state = facts.reduce(decider.evolve, before);
    const reachable: readonly string[] = lifecycle[before.status][command.type as C['type']] ?? [];
    expect(reachable).toContain(state.status);
    const again = decider.decide(command, state);
    if (refusedAgain.includes(command.type)) expect(isRefusal(again)).toBe(true);
    else expect(again).toEqual([]);
    steps.push({ before, command, facts, after: state });
  }
  return steps;
};
