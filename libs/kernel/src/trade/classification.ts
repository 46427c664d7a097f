import { z } from 'zod';

/** The paragraphs of ECCN 3A090 that an item can meet; `none` means that none of them is met. */
export const paragraphs = ['3A090.a', '3A090.b', '3A090.c', 'none', 'undetermined'] as const;
export const paragraphSchema = z.enum(paragraphs);
export type Paragraph = z.infer<typeof paragraphSchema>;

/** What a computation from a specification came to, with everything needed to explain it. Decimals are text. */
export const classificationSchema = z.strictObject({
  paragraph: paragraphSchema,
  /** The limbs met, such as `a.1`; `Note 2` where the item is excluded by it. */
  limbs: z.array(z.string()),
  /** Total processing performance; left out where no rate is known. */
  tpp: z.string().optional(),
  /** The formats whose rate times bits gives the TPP. */
  drivingFormats: z.array(z.string()),
  /** Sum of the non-planar logic dies, mm². */
  applicableDieAreaMm2: z.string().optional(),
  /** TPP / mm², rounded to four decimals for display; comparisons are made exactly. */
  performanceDensity: z.string().optional(),
  /** GB/s per mm², of high-bandwidth memory, rounded to four decimals for display. */
  memoryBandwidthDensity: z.string().optional(),
  /** Total DRAM bandwidth, GB/s, where given. */
  dramBandwidthGBs: z.string().optional(),
  datacentre: z.enum(['yes', 'no', 'unknown']).optional(),
  /** What has to be known before this can be determined. */
  missing: z.array(z.string()),
  /** The steps of the reasoning, one sentence each. */
  explanation: z.array(z.string()),
  /** The rule set by which it was computed, such as `us-ear-2026-07-23`. */
  ruleSet: z.string(),
});
export type Classification = z.infer<typeof classificationSchema>;

/** What technical review found of one line. */
export const findingSchema = z.strictObject({
  line: z.int(),
  model: z.string(),
  /** The paragraph found; differs from the computation only with a departure. */
  paragraph: paragraphSchema,
  computation: classificationSchema,
  /** Why the reviewer departs from the computation. */
  departure: z.string().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

export const reviewPolicies = ['presumption-of-approval', 'case-by-case', 'presumption-of-denial'] as const;
export const reviewPolicySchema = z.enum(reviewPolicies);

/** One reason why a licence is needed, for some lines. One application can trigger several; each must be overcome. */
export const licenceRequirementSchema = z.strictObject({
  /** The rule in the rule set, such as `rs-3a090-a-destination`. */
  rule: z.string(),
  citation: z.string(),
  lines: z.array(z.int()),
  /** One sentence: why the rule applies here. */
  because: z.string(),
  reviewPolicy: reviewPolicySchema,
  /** One sentence: why this review policy. */
  policyBecause: z.string(),
});
export type LicenceRequirement = z.infer<typeof licenceRequirementSchema>;
