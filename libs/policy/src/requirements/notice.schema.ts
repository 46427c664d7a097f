import { companySchema, daySchema, decimalText, paragraphSchema, partyRoles, reviewPolicySchema } from '@exeat/kernel';
import { z } from 'zod';
import { placesSchema } from '../rule-set/places.js';
import { markSchema } from '../rule-set/standing.js';

/** A figure of an integrated circuit that reaches a bound, GB/s. */
const criterionSchema = z.strictObject({
  figure: z.enum(['dramBandwidthGBs', 'interconnectBandwidthGBs']),
  atLeast: decimalText,
  mark: markSchema,
});
export type Criterion = z.infer<typeof criterionSchema>;

/** The authority told one person that a licence is needed ("is informed", 15 CFR 744.23(b)). */
export const noticeSchema = z.strictObject({
  noticeId: z.string().min(1),
  title: z.string().min(1),
  citation: z.string().min(1),
  mark: markSchema,
  remark: z.string().optional(),
  /** True where the addressee is made up, for demonstrations and tests. */
  fictionalAddressee: z.boolean(),
  addressee: z.array(companySchema.shape.companyId).min(1),
  itemCriteria: z.strictObject({
    /** Circuits of which technical review found this. */
    paragraphs: z.array(paragraphSchema).min(1),
    /** Caught where one of these is reached. */
    anyOf: z.array(criterionSchema).min(1),
  }),
  destinations: placesSchema,
  /** Caught at any destination for parties in these roles headquartered, or ultimately owned from, here. */
  hqScope: z.strictObject({ places: placesSchema, partyRoles: z.array(z.enum(partyRoles)).min(1) }).optional(),
  issuedOn: daySchema,
  effectiveUntil: daySchema.optional(),
  reviewPolicy: reviewPolicySchema,
  policyBecause: z.string().min(1),
});
export type Notice = z.infer<typeof noticeSchema>;
