import {
  agencyPositionSchema,
  caseFileSchema,
  defineFact,
  findingSchema,
  licenceRequirementSchema,
  positionSchema,
  proposalSchema,
  stopReasons,
  type FactOf,
} from '@exeat/kernel';
import { z } from 'zod';

// Stored form: a released name or field never changes meaning; a new meaning is a new fact.

export const SecurityReviewOpened = defineFact(
  'SecurityReviewOpened',
  z.strictObject({
    file: caseFileSchema,
    findings: z.array(findingSchema),
    requirements: z.array(licenceRequirementSchema),
    /** Who took part before: the technical reviewers. */
    participants: z.array(z.string()),
  }),
);

/** One for each agency the rule set names. */
export const CaseReferred = defineFact(
  'CaseReferred',
  z.strictObject({
    agency: z.string(),
    agencyName: z.string(),
    /** The rule that names the agency, and why. */
    rule: z.string(),
    because: z.string(),
    /** From this moment on, silence counts as no objection. */
    dueAt: z.iso.datetime(),
  }),
);

export const ConditionProposed = defineFact(
  'ConditionProposed',
  z.strictObject({ agency: z.string(), proposal: proposalSchema }),
);

/** An agency may take its position again until the review closes; the last one counts, every one is kept. */
export const PositionTaken = defineFact(
  'PositionTaken',
  z.strictObject({
    agency: z.string(),
    position: positionSchema,
    reasons: z.string().optional(),
    /** Reasons that other agencies and the applicant do not see. */
    withheldReasons: z.string().optional(),
    /** The proposals that belong to this position; those of an earlier position fall with it. */
    conditionIds: z.array(z.uuid()),
    reviewer: z.strictObject({ id: z.string(), name: z.string() }),
  }),
);

export const AgencySilenceNoted = defineFact(
  'AgencySilenceNoted',
  z.strictObject({ agency: z.string(), dueAt: z.iso.datetime() }),
);

export const SecurityReviewClosed = defineFact(
  'SecurityReviewClosed',
  z.strictObject({
    file: caseFileSchema,
    findings: z.array(findingSchema),
    requirements: z.array(licenceRequirementSchema),
    positions: z.array(agencyPositionSchema),
    proposals: z.array(proposalSchema),
    /** Everybody who took part so far: technical reviewers and those who took positions. */
    participants: z.array(z.string()),
  }),
);

export const SecurityReviewCancelled = defineFact(
  'SecurityReviewCancelled',
  z.strictObject({ because: z.enum(stopReasons) }),
);

export const securityReviewFacts = [
  SecurityReviewOpened,
  CaseReferred,
  ConditionProposed,
  PositionTaken,
  AgencySilenceNoted,
  SecurityReviewClosed,
  SecurityReviewCancelled,
] as const;
export type SecurityReviewFact = FactOf<typeof securityReviewFacts>;
