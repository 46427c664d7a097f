import {
  certifications,
  countrySchema,
  decimalText,
  paragraphSchema,
  partyRoles,
  reviewPolicySchema,
} from '@exeat/kernel';
import { z } from 'zod';
import { placesSchema } from './places.js';
import { markSchema, termShape } from './standing.js';

const roles = z.array(z.enum(partyRoles)).min(1);

const ruleShape = {
  id: z.string().regex(/^[a-z0-9-]+$/, 'lower case, digits and hyphens'),
  title: z.string().min(1),
  citation: z.string().min(1),
  mark: markSchema,
  /** Where the mark alone says too little: what was read, and what is open. */
  remark: z.string().optional(),
  ...termShape,
};

/** Listed items to a destination. */
const destinationRuleSchema = z.strictObject({
  kind: z.literal('destination'),
  ...ruleShape,
  paragraphs: z.array(paragraphSchema).min(1),
  /** Left out where the rule holds for every destination. */
  destinations: placesSchema.optional(),
  /** Parties whose country is a destination of the items. */
  destinationRoles: roles,
  /** Authorisations that free a destination, where each party there holds one. */
  authorisations: z.array(z.string()).default([]),
});

/** Listed items for somebody headquartered, or ultimately owned from, a place; whatever the address says. */
const headquartersRuleSchema = z.strictObject({
  kind: z.literal('headquarters'),
  ...ruleShape,
  paragraphs: z.array(paragraphSchema).min(1),
  /** Destinations for which another rule answers; left out where the rule holds for every destination. */
  exceptDestinations: placesSchema.optional(),
  destinationRoles: roles,
  headquartered: placesSchema,
  partyRoles: roles,
});

/** The rule under which the authority may tell one person that a licence is needed; the notices are data of their own. */
const noticeRuleSchema = z.strictObject({
  kind: z.literal('individual-notice'),
  ...ruleShape,
  destinationRoles: roles,
});

/** A rule whose answer lies outside the application: it is reported as open, never counted as not met. */
const screeningRuleSchema = z.strictObject({
  kind: z.literal('needs-screening'),
  ...ruleShape,
  question: z.string().min(1),
});

export const regulationSchema = z.discriminatedUnion('kind', [
  destinationRuleSchema,
  headquartersRuleSchema,
  noticeRuleSchema,
  screeningRuleSchema,
]);
export type Regulation = z.infer<typeof regulationSchema>;
export type DestinationRule = z.infer<typeof destinationRuleSchema>;
export type HeadquartersRule = z.infer<typeof headquartersRuleSchema>;
export type NoticeRule = z.infer<typeof noticeRuleSchema>;

/** Named parties to whom a destination rule does not apply, while the authorisation lasts. */
export const authorisationSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  citation: z.string().min(1),
  mark: markSchema,
  remark: z.string().optional(),
  ...termShape,
  destinations: z.array(countrySchema).min(1),
  /** Compared with the name of the party or of its ultimate parent, without regard to case. */
  names: z.array(z.string().min(1)),
  /** The named company must be headquartered here; left out where it does not matter. */
  headquarteredIn: z.array(countrySchema).optional(),
});
export type Authorisation = z.infer<typeof authorisationSchema>;

/** When a review policy applies to a line. */
const policyConditionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('recipients-headquartered'),
    roles,
    in: placesSchema,
    /** None of them may be owned from here. */
    notOwnedFrom: placesSchema,
  }),
  z.strictObject({
    kind: z.literal('paragraph'),
    paragraphs: z.array(paragraphSchema).min(1),
    /** Not for these paragraphs where the item is designed or marketed for datacentres, or this is not known. */
    unlessForDatacentres: z.array(paragraphSchema),
  }),
  /** The pathway of January 2026. Both figures are strict. */
  z.strictObject({
    kind: z.literal('pathway'),
    tppBelow: decimalText,
    dramBandwidthBelowGBs: decimalText,
    exportFrom: z.array(countrySchema).min(1),
    destinations: z.array(countrySchema).min(1),
    destinationRoles: roles,
    certifications: z.array(z.enum(certifications)),
  }),
  /** Open to a person's judgement; a computation never finds that it applies. */
  z.strictObject({ kind: z.literal('judgement'), question: z.string().min(1) }),
  z.strictObject({
    kind: z.literal('bound-for-or-headquartered'),
    places: placesSchema,
    destinationRoles: roles,
    partyRoles: roles,
  }),
  z.strictObject({ kind: z.literal('otherwise') }),
]);
export type PolicyCondition = z.infer<typeof policyConditionSchema>;

export const policySchema = z.strictObject({
  id: z.string().min(1),
  policy: reviewPolicySchema,
  citation: z.string().min(1),
  mark: markSchema,
  remark: z.string().optional(),
  ...termShape,
  when: policyConditionSchema,
});
