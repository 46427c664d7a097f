import {
  caseFileSchema,
  defineFact,
  findingSchema,
  licenceRequirementSchema,
  stopReasons,
  type FactOf,
} from '@exeat/kernel';
import { z } from 'zod';

// Stored form: a released name or field never changes meaning; a new meaning is a new fact.

const reviewer = z.strictObject({ id: z.string(), name: z.string() });

export const TechnicalReviewOpened = defineFact('TechnicalReviewOpened', z.strictObject({ file: caseFileSchema }));

export const TechnicalReviewClaimed = defineFact('TechnicalReviewClaimed', z.strictObject({ reviewer }));

export const TechnicalReviewReleased = defineFact(
  'TechnicalReviewReleased',
  z.strictObject({ reviewer, reason: z.string().optional() }),
);

export const FindingRecorded = defineFact('FindingRecorded', z.strictObject({ finding: findingSchema, reviewer }));

export const TechnicalReviewCompleted = defineFact(
  'TechnicalReviewCompleted',
  z.strictObject({
    file: caseFileSchema,
    findings: z.array(findingSchema),
    /** Empty where no licence is required. */
    requirements: z.array(licenceRequirementSchema),
    outcome: z.enum(['licence-required', 'no-licence-required']),
    /** Everybody who claimed the review or recorded a finding in this round. */
    reviewers: z.array(z.string()),
    /** The rule set by which the requirements were found. */
    ruleSet: z.string(),
  }),
);

export const TechnicalReviewCancelled = defineFact(
  'TechnicalReviewCancelled',
  z.strictObject({ because: z.enum(stopReasons) }),
);

export const technicalReviewFacts = [
  TechnicalReviewOpened,
  TechnicalReviewClaimed,
  TechnicalReviewReleased,
  FindingRecorded,
  TechnicalReviewCompleted,
  TechnicalReviewCancelled,
] as const;
export type TechnicalReviewFact = FactOf<typeof technicalReviewFacts>;
