import { northlight } from '@exeat/kernel/spec';
import type { Recorded } from '@exeat/kernel';
import { CaseSteps } from './case-steps.fixtures.js';
import { recordAll, type Step } from './recorded.fixtures.js';

/** The first case: 1,000 units of `Chip 1`, applied for by Northlight. */
export const aCase = (number = 1): CaseSteps => new CaseSteps(number, northlight, ['1000']);

/** The case up to its registration. */
export const aRegisteredCase = (number = 1): CaseSteps => aCase(number).draft().submit().register();

/** The facts of some cases, one after the other. */
export const factsOf = (...cases: readonly { readonly steps: readonly Step[] }[]): readonly Recorded[] =>
  recordAll(cases.flatMap(({ steps }) => steps));
