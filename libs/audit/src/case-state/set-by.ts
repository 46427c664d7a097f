import type { Recorded } from '@exeat/kernel';
import type { CaseFolds } from '@exeat/messaging';
import { Blame } from '../blame/blame.js';

/** The position of a fact, where the reader is told of it. */
export const positionsTold = (told: readonly Recorded[]) => {
  const positions = new Set(told.map(({ position }) => position));
  return ({ position }: Recorded): number | undefined => (positions.has(position) ? position : undefined);
};

/**
 * Which fact last set each leaf of the states of a case's streams. `counted`: the facts that are folded, in order;
 * `told`: those of them that the reader is told of.
 */
export const setByOf = (
  folds: CaseFolds,
  counted: readonly Recorded[],
  told: readonly Recorded[],
): Readonly<Record<string, number>> => {
  const blame = new Blame();
  const positionOf = positionsTold(told);
  for (const { fact, state } of folds.statesAfterEach(counted)) blame.after(state, positionOf(fact), [fact.stream]);
  return blame.setBy;
};
