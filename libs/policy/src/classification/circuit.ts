import { exact, type Classification, type IntegratedCircuit } from '@exeat/kernel';
import type { RuleSet } from '../rule-set/schema.js';
import { figure, roundedRatio } from './figures.js';
import { testLimb, type LimbOutcome } from './limbs.js';
import { measure, type Measures } from './measures.js';

type Result = Pick<Classification, 'paragraph' | 'limbs' | 'missing'> & { readonly explanation: readonly string[] };

const rateMissing = 'the dense rate in at least one format, with its bit length';
const areaMissing = 'the area of every logic die, and which of them are made with non-planar transistors';
const datacentreMissing = 'whether the item is designed or marketed for use in datacentres';

/** Paragraphs .a and .b of 3A090 with Note 2, .a before .b. */
export const classifyCircuit = (circuit: IntegratedCircuit, ruleSet: RuleSet): Classification => {
  const measures = measure(circuit);
  const { explanation, ...result } = resultOf(circuit, measures, ruleSet);
  const { tpp, drivingFormats, applicableDieArea, density } = measures;
  return {
    ...result,
    ...(tpp && { tpp: tpp.toFixed() }),
    drivingFormats: [...drivingFormats],
    ...(applicableDieArea && { applicableDieAreaMm2: applicableDieArea.toFixed() }),
    ...(density && { performanceDensity: roundedRatio(density) }),
    ...(circuit.dramBandwidthGBs !== undefined && { dramBandwidthGBs: circuit.dramBandwidthGBs }),
    datacentre: circuit.designedOrMarketedForDatacentre,
    explanation: [...measures.explanation, ...explanation],
    ruleSet: ruleSet.id,
  };
};

const resultOf = (circuit: IntegratedCircuit, measures: Measures, { thresholds }: RuleSet): Result => {
  const { limbs, notForDatacentresBelowTpp: bound } = thresholds.circuit;
  const { tpp, density } = measures;
  if (!tpp) return undetermined([rateMissing], 'Without a rate no paragraph can be tested.');
  const outcomes = limbs.map((limb) => testLimb(limb, tpp, density));
  const asForDatacentres = decide(outcomes);
  const noteTwoReaches = tpp.lessThan(exact(bound));
  switch (circuit.designedOrMarketedForDatacentre) {
    case 'yes':
      return asForDatacentres;
    case 'no':
      return noteTwoReaches ? excluded(tpp.toFixed(), bound) : keptIn(asForDatacentres, tpp.toFixed(), bound);
    case 'unknown':
      // Where a datacentre item of these figures meets nothing either, the answer makes no difference.
      return !noteTwoReaches || asForDatacentres.paragraph === 'none'
        ? asForDatacentres
        : openByNoteTwo(asForDatacentres, tpp.toFixed(), bound);
  }
};

/** The result for an item designed or marketed for datacentres: paragraph by paragraph, in the order of the rule set. */
const decide = (outcomes: readonly LimbOutcome[]): Result => {
  const explanation: string[] = [];
  for (const paragraph of new Set(outcomes.map(({ limb }) => limb.paragraph))) {
    const tested = outcomes.filter(({ limb }) => limb.paragraph === paragraph);
    explanation.push(...tested.map(({ sentence }) => sentence));
    const limbs = tested.filter(({ met }) => met === 'yes').map(({ limb }) => limb.limb);
    if (limbs.length > 0)
      return {
        paragraph,
        limbs,
        missing: [],
        explanation: [...explanation, `The item meets ${paragraph} (${limbs.join(', ')}).`],
      };
    if (tested.some(({ met }) => met === 'open'))
      return undetermined([areaMissing], ...explanation, 'The paragraph cannot be determined without the die area.');
  }
  return {
    paragraph: 'none',
    limbs: [],
    missing: [],
    explanation: [...explanation, 'No limb of 3A090.a or .b is met.'],
  };
};

const excluded = (tpp: string, bound: string): Result => ({
  paragraph: 'none',
  limbs: ['Note 2'],
  missing: [],
  explanation: [
    `Note 2 excludes the item from 3A090.a and .b: it is not designed or marketed for use in datacentres, and TPP ${figure(tpp)} is below ${figure(bound)}.`,
  ],
});

const keptIn = (result: Result, tpp: string, bound: string): Result => ({
  ...result,
  explanation: [
    `Note 2 does not exclude the item although it is not designed or marketed for use in datacentres: TPP ${figure(tpp)} is not below ${figure(bound)}.`,
    ...result.explanation,
  ],
});

const openByNoteTwo = (result: Result, tpp: string, bound: string): Result => {
  const { explanation, missing } = undetermined(
    [datacentreMissing, ...result.missing],
    `Note 2 would exclude the item if it is not designed or marketed for use in datacentres, because TPP ${figure(tpp)} is below ${figure(bound)}; this is not known.`,
  );
  const asIf = result.explanation.map((sentence) => `For datacentres: ${sentence}`);
  return { paragraph: 'undetermined', limbs: [], missing, explanation: [...asIf, ...explanation] };
};

const undetermined = (missing: string[], ...explanation: string[]): Result => ({
  paragraph: 'undetermined',
  limbs: [],
  missing,
  explanation,
});
