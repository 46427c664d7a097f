import { expect } from '@jest/globals';
import { fold, type Command, type Decider } from '../decider.js';
import type { Fact } from '../fact.js';
import { isRefusal } from '../refusal.js';

export * from './trade.js';
export * from './walk.js';

/**
 * Given facts, when asked, then facts, nothing, or refused by code:
 *
 *     const { given } = specFor(submission);
 *     given(draftStarted()).when(submit()).thenRefused('PARTY_MISSING');
 */
export const specFor = <S, C extends Command, F extends Fact, R extends string>(decider: Decider<S, C, F, R>) => ({
  given: (...facts: readonly F[]) => ({
    when: (command: C) => {
      const outcome = decider.decide(command, fold(decider, facts));
      return {
        outcome,
        /** Exactly these facts, compared by type and by the fields given. */
        then: (...expected: readonly { type: F['type']; data?: unknown }[]) => {
          if (isRefusal(outcome)) throw new Error(`Refused: ${JSON.stringify(outcome.refused)}`);
          expect(outcome.map(({ type }) => type)).toEqual(expected.map(({ type }) => type));
          expected.forEach((fact, index) => {
            if (fact.data !== undefined) expect(outcome[index]?.data).toMatchObject(fact.data as object);
          });
        },
        thenNothing: () => expect(outcome).toEqual([]),
        /** Refused, with exactly these codes in any order. */
        thenRefused: (...codes: readonly R[]) => {
          if (!isRefusal(outcome)) throw new Error(`Not refused: ${JSON.stringify(outcome)}`);
          expect(outcome.refused.map(({ code }) => code).sort()).toEqual([...codes].sort());
        },
      };
    },
  }),
});
