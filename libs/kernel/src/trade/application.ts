import { z } from 'zod';
import { itemSchema } from './item.js';
import { companySchema, countrySchema, partySchema, proseText } from './party.js';

/**
 * What the applicant certifies for the January 2026 pathway (91 FR 1684; Supplement No. 2 to part 748, paragraph (dd)).
 * Each is true, false, or not yet answered.
 */
export const certifications = [
  'commercially-available-in-us',
  'sufficient-us-supply',
  'no-foundry-diversion',
  'aggregate-tpp-share',
  'know-your-customer',
  'recipient-security-procedures',
  'no-military-end-use',
  'remote-users-disclosed',
  'independent-laboratory-test',
] as const;
export type Certification = (typeof certifications)[number];

export const contentSchema = z.strictObject({
  /** Where the items leave from. The January 2026 pathway covers exports from the United States alone. */
  exportFrom: countrySchema,
  parties: z.array(partySchema).max(50),
  items: z.array(itemSchema).max(200),
  /** The specific end use (block 21). */
  endUse: proseText(4000),
  certifications: z.partialRecord(z.enum(certifications), z.boolean()),
});
export type Content = z.infer<typeof contentSchema>;

/** A draft holds whatever has been filled in so far; each section is saved whole. */
export const draftSchema = contentSchema.partial();
export type Draft = z.infer<typeof draftSchema>;

/** A registered application as the later contexts receive it. */
export const caseFileSchema = z.strictObject({
  /** Application control number: one letter and six or more digits. */
  number: z.string().regex(/^Z\d{6,}$/),
  applicant: companySchema,
  content: contentSchema,
});
export type CaseFile = z.infer<typeof caseFileSchema>;

/** Why the later contexts stop working on a case. */
export const stopReasons = ['returned', 'withdrawn'] as const;
export type StopReason = (typeof stopReasons)[number];
