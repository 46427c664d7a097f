import { daySchema, decimalText } from '@exeat/kernel';
import { z } from 'zod';
import type { CountryGroups } from './places.js';
import { authorisationSchema, policySchema, regulationSchema } from './rules.js';
import { markSchema } from './standing.js';

const whole = z.int().min(1);
const circuitParagraph = z.enum(['3A090.a', '3A090.b']);

/** A limb of a paragraph. `AtLeast` is >=, `Below` is <, both exact; a bound that is left out does not bind. */
const limbSchema = z.strictObject({
  limb: z.string().min(1),
  paragraph: circuitParagraph,
  tppAtLeast: decimalText,
  tppBelow: decimalText.optional(),
  densityAtLeast: decimalText.optional(),
  densityBelow: decimalText.optional(),
});
export type Limb = z.infer<typeof limbSchema>;

const circuitThresholdsSchema = z.strictObject({
  citation: z.string().min(1),
  mark: markSchema,
  /** In order: the first paragraph of which a limb is met is the finding. */
  limbs: z.array(limbSchema).min(1),
  /** Note 2: neither paragraph applies below this TPP to items not designed or marketed for datacentres. */
  notForDatacentresBelowTpp: decimalText,
});

/** High-bandwidth memory: controlled above this density, strictly. */
const memoryThresholdSchema = z.strictObject({
  citation: z.string().min(1),
  mark: markSchema,
  densityAbove: decimalText,
});

const referralSchema = z.strictObject({
  id: z.string().min(1),
  agency: z.string().regex(/^[a-z]+$/),
  agencyName: z.string().min(1),
  citation: z.string().min(1),
  mark: markSchema,
  /** Referred where a requirement comes from one of these kinds of rules; left out where any requirement will do. */
  whenRequiredBy: z.array(z.enum(['destination', 'headquarters', 'individual-notice'])).optional(),
  because: z.string().min(1),
});

/** What can be signed. */
export const decisions = ['approval', 'denial', 'no-licence-required'] as const;
export type Decision = (typeof decisions)[number];

const signatureRuleSchema = z.strictObject({
  id: z.string().min(1),
  signatures: z.int().min(1).max(3),
  mark: markSchema,
  decisions: z.array(z.enum(decisions)).min(1),
  /** Asked for where the TPP of a line that needs a licence is at least this. */
  tppAtLeast: decimalText,
  because: z.string().min(1),
});

const processSchema = z.strictObject({
  /** Calendar days from registration to a decision or referral to the President. */
  resolveWithinDays: whole,
  agencyAnswerDays: whole,
  noticeAnswerDays: whole,
  denialFinalDays: whole,
  licenceYears: whole,
  /** By how much the value of a line may exceed what was licensed. */
  valueTolerancePercent: decimalText,
  sources: z.record(z.string(), z.strictObject({ citation: z.string(), mark: markSchema })),
});

/** A rule set as its data file holds it. */
export const ruleSetFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'lower case, digits and hyphens'),
  title: z.string().min(1),
  regime: z.string().min(1),
  /** What the file was written from, and as of when. */
  provenance: z.string().min(1),
  effectiveFrom: daySchema,
  /** The last day on which it is chosen; left out for the current one. */
  effectiveTo: daySchema.optional(),
  countryGroups: z.string().min(1),
  thresholds: z.strictObject({ circuit: circuitThresholdsSchema, memory: memoryThresholdSchema.optional() }),
  rules: z.array(regulationSchema).min(1),
  authorisations: z.array(authorisationSchema),
  /** In order: the first that applies is the review policy. */
  reviewPolicies: z.array(policySchema).min(1),
  referrals: z.array(referralSchema),
  signatures: z.strictObject({ fewest: z.int().min(1).max(3), more: z.array(signatureRuleSchema) }),
  process: processSchema,
});
export type RuleSetFile = z.infer<typeof ruleSetFileSchema>;

/** A rule set with the country groups it names in place. */
export type RuleSet = Omit<RuleSetFile, 'countryGroups'> & { readonly countryGroups: CountryGroups };
