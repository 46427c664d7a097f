import type { LicensingCase } from './licensing-case';

type Position = LicensingCase['positions'][number];

export interface Disagreement {
  /** `conditions`: nobody bars an approval, some ask for conditions. `all-bar`: every agency that spoke does. */
  readonly kind: 'agree' | 'conditions' | 'disagree' | 'all-bar';
  /** How many bar an approval, and how many do not. */
  readonly barring: number;
  readonly clear: number;
}

/** Whether the agencies stand together. Silence counts as no objection, and is nobody's stand against another's. */
export const disagreementOf = (positions: readonly Pick<Position, 'position' | 'silent'>[]): Disagreement => {
  const spoke = positions.filter(({ silent }) => !silent);
  const barring = spoke.filter(({ position }) => position === 'object' || position === 'return').length;
  const clear = spoke.length - barring;
  if (barring > 0) return { kind: clear > 0 ? 'disagree' : 'all-bar', barring, clear };
  const asks = spoke.some(({ position }) => position === 'approve-with-conditions');
  return { kind: asks ? 'conditions' : 'agree', barring, clear };
};
