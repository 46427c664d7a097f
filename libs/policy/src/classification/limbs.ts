import type { Exact } from '@exeat/kernel';
import type { Limb } from '../rule-set/schema.js';
import { compareRatio, figure, ratioBeside, type Ratio } from './figures.js';

export interface LimbOutcome {
  readonly limb: Limb;
  /** `open` where it turns on a performance density that is not known. */
  readonly met: 'yes' | 'no' | 'open';
  readonly sentence: string;
}

/** Whether a limb is met, with its figures in a sentence. Comparisons are >= and <, and exact. */
export const testLimb = (limb: Limb, tpp: Exact, density: Ratio | undefined): LimbOutcome => {
  const bounds = [...tppBounds(limb, tpp), ...densityBounds(limb, density)];
  const failed = bounds.find(({ kept }) => kept === false);
  if (failed) return { limb, met: 'no', sentence: `${limb.limb} is not met: ${failed.words}.` };
  if (bounds.some(({ kept }) => kept === undefined))
    return { limb, met: 'open', sentence: `${limb.limb} is open: it turns on the performance density.` };
  return { limb, met: 'yes', sentence: `${limb.limb} is met: ${bounds.map(({ words }) => words).join(', and ')}.` };
};

interface Bound {
  /** Undefined where the figure is not known. */
  readonly kept: boolean | undefined;
  readonly words: string;
}

const tppBounds = ({ tppAtLeast, tppBelow }: Limb, tpp: Exact): readonly Bound[] => [
  bound(`TPP ${figure(tpp)}`, tpp.comparedTo(tppAtLeast) >= 0, tppAtLeast, 'at least', 'below'),
  ...(tppBelow === undefined
    ? []
    : [bound(`TPP ${figure(tpp)}`, tpp.comparedTo(tppBelow) < 0, tppBelow, 'below', 'not below')]),
];

const densityBounds = ({ densityAtLeast, densityBelow }: Limb, density: Ratio | undefined): readonly Bound[] => [
  ...(densityAtLeast === undefined
    ? []
    : [densityBound(density, densityAtLeast, (order) => order >= 0, 'at least', 'below')]),
  ...(densityBelow === undefined
    ? []
    : [densityBound(density, densityBelow, (order) => order < 0, 'below', 'not below')]),
];

const densityBound = (
  density: Ratio | undefined,
  limit: string,
  keeps: (order: number) => boolean,
  where: string,
  otherwise: string,
): Bound =>
  density === undefined
    ? { kept: undefined, words: '' }
    : bound(
        `performance density ${ratioBeside(density, limit)}`,
        keeps(compareRatio(density, limit)),
        limit,
        where,
        otherwise,
      );

const bound = (what: string, kept: boolean, limit: string, where: string, otherwise: string): Bound => ({
  kept,
  words: `${what} is ${kept ? where : otherwise} ${figure(limit)}`,
});
