import { exact, type Classification, type Specification } from '@exeat/kernel';
import type { RuleSet } from '../rule-set/schema.js';
import { compareRatio, figure, ratioBeside, roundedRatio } from './figures.js';

type Memory = Extract<Specification, { kind: 'high-bandwidth-memory' }>;

/** Paragraph .c of 3A090: memory bandwidth density above the threshold, strictly. */
export const classifyMemory = (memory: Memory, ruleSet: RuleSet): Classification => {
  const blank = { limbs: [], drivingFormats: [], missing: [], ruleSet: ruleSet.id };
  const threshold = ruleSet.thresholds.memory;
  if (!threshold)
    return {
      ...blank,
      paragraph: 'none',
      explanation: [`${ruleSet.title} has no paragraph for high-bandwidth memory.`],
    };
  const missing = missingFor(memory);
  if (missing.length > 0 || memory.packageAreaMm2 === undefined)
    return {
      ...blank,
      paragraph: 'undetermined',
      missing,
      explanation: [`Memory bandwidth density cannot be computed without ${missing.join(' and ')}.`],
    };
  const density = { numerator: exact(memory.bandwidthGBs), denominator: exact(memory.packageAreaMm2) };
  const above = compareRatio(density, threshold.densityAbove) > 0;
  const beside = ratioBeside(density, threshold.densityAbove);
  return {
    ...blank,
    paragraph: above ? '3A090.c' : 'none',
    limbs: above ? ['c'] : [],
    memoryBandwidthDensity: roundedRatio(density),
    explanation: [
      `Memory bandwidth density is ${figure(memory.bandwidthGBs)} GB/s / ${figure(memory.packageAreaMm2)} mm² = ${beside} GB/s per mm².`,
      above
        ? `The item meets 3A090.c: ${beside} is above ${figure(threshold.densityAbove)}.`
        : `3A090.c is not met: ${beside} is not above ${figure(threshold.densityAbove)}.`,
    ],
  };
};

/** A bandwidth or an area of zero is no figure of a real part: it has yet to be stated. */
const missingFor = ({ bandwidthGBs, packageAreaMm2 }: Memory): string[] => [
  ...(exact(bandwidthGBs).isZero() ? ['the memory bandwidth of the package or stack'] : []),
  ...(packageAreaMm2 === undefined || exact(packageAreaMm2).isZero() ? ['the area of the package or stack'] : []),
];
