import {
  agencyPositionSchema,
  caseFileSchema,
  conditionSchema,
  defineFact,
  findingSchema,
  licenceRequirementSchema,
  moneySchema,
  proposalSchema,
  quantityText,
  stopReasons,
  type FactOf,
} from '@exeat/kernel';
import { z } from 'zod';

// Stored form: a released name or field never changes meaning; a new meaning is a new fact.

const person = z.strictObject({ id: z.string(), name: z.string() });

/** Who settled the condition: whoever did so may not countersign the decision. */
const settledBy = { officer: person.optional() };

/** How many people other than the officer must sign this proposal; where left out, as many as at opening. */
const signatures = { signaturesRequired: z.int().min(1).max(3).optional() };

/** A line as approved: at most the quantity applied for. */
const approvedLineSchema = z.strictObject({
  line: z.int(),
  model: z.string(),
  quantity: quantityText,
  unitPrice: moneySchema,
  value: moneySchema,
});
export type ApprovedLine = z.infer<typeof approvedLineSchema>;

export const LicensingOpened = defineFact(
  'LicensingOpened',
  z.strictObject({
    file: caseFileSchema,
    findings: z.array(findingSchema),
    requirements: z.array(licenceRequirementSchema),
    positions: z.array(agencyPositionSchema),
    proposals: z.array(proposalSchema),
    /** Everybody who took part in the reviews. */
    participants: z.array(z.string()),
    /** `confirmation` where technical review found that no licence is required. */
    route: z.enum(['decision', 'confirmation']),
    /** How many people other than the officer must sign, by rule, if the case goes the usual way of its route. */
    signaturesRequired: z.int().min(1).max(3),
  }),
);

/** A proposal becomes a condition of the decision as it was proposed. */
export const ConditionAdopted = defineFact(
  'ConditionAdopted',
  z.strictObject({ conditionId: z.uuid(), proposal: proposalSchema, ...settledBy }),
);

/** The officer's own condition, adopted as it is added. */
export const ConditionAdded = defineFact('ConditionAdded', z.strictObject({ proposal: proposalSchema, ...settledBy }));

export const ConditionReworded = defineFact(
  'ConditionReworded',
  z.strictObject({
    conditionId: z.uuid(),
    proposedBy: z.string(),
    before: conditionSchema,
    after: conditionSchema,
    reason: z.string(),
    ...settledBy,
  }),
);

export const ConditionDropped = defineFact(
  'ConditionDropped',
  z.strictObject({
    conditionId: z.uuid(),
    proposedBy: z.string(),
    condition: conditionSchema,
    reason: z.string(),
    ...settledBy,
  }),
);

export const ApprovalProposed = defineFact(
  'ApprovalProposed',
  z.strictObject({
    lines: z.array(approvedLineSchema),
    conditions: z.array(conditionSchema),
    validUntil: z.iso.date(),
    reasons: z.string(),
    officer: person,
    ...signatures,
  }),
);

export const DenialProposed = defineFact(
  'DenialProposed',
  z.strictObject({
    /** Statutory and regulatory grounds, such as `15 CFR 742.6(b)(10)`. */
    criteria: z.array(z.string()),
    reasons: z.string(),
    /** Reasons kept from the applicant. */
    withheldReasons: z.string().optional(),
    officer: person,
    ...signatures,
  }),
);

export const NoLicenceRequiredProposed = defineFact(
  'NoLicenceRequiredProposed',
  z.strictObject({ reasons: z.string(), officer: person, ...signatures }),
);

/** Voids every signature under the proposal and returns the case to the officer. */
export const ProposalSentBack = defineFact(
  'ProposalSentBack',
  z.strictObject({ reason: z.string(), countersigner: person }),
);

export const ProposalCountersigned = defineFact(
  'ProposalCountersigned',
  z.strictObject({
    countersigner: person,
    /** 1 for the first countersignature, 2 for the second, ... */
    order: z.int().min(1),
    of: z.int().min(1),
  }),
);

/** The applicant is told of the intended denial and may answer (15 CFR 750.6). */
export const NoticeOfIntentIssued = defineFact(
  'NoticeOfIntentIssued',
  z.strictObject({
    criteria: z.array(z.string()),
    reasons: z.string(),
    answerBy: z.iso.datetime(),
    /** From this moment on the denial is final, unless answered. */
    finalAt: z.iso.datetime(),
  }),
);

export const NoticeOfIntentAnswered = defineFact('NoticeOfIntentAnswered', z.strictObject({ answer: z.string() }));

export const LicenceGranted = defineFact(
  'LicenceGranted',
  z.strictObject({
    /** Licence number: `D` and seven digits. */
    licenceNumber: z.string().regex(/^D\d{7,}$/),
    file: caseFileSchema,
    lines: z.array(approvedLineSchema),
    conditions: z.array(conditionSchema),
    validFrom: z.iso.date(),
    validUntil: z.iso.date(),
  }),
);

export const ApplicationDenied = defineFact(
  'ApplicationDenied',
  z.strictObject({ criteria: z.array(z.string()), reasons: z.string() }),
);

export const NoLicenceRequiredConfirmed = defineFact(
  'NoLicenceRequiredConfirmed',
  z.strictObject({ reasons: z.string() }),
);

export const LicensingCancelled = defineFact('LicensingCancelled', z.strictObject({ because: z.enum(stopReasons) }));

export const licensingFacts = [
  LicensingOpened,
  ConditionAdopted,
  ConditionAdded,
  ConditionReworded,
  ConditionDropped,
  ApprovalProposed,
  DenialProposed,
  NoLicenceRequiredProposed,
  ProposalSentBack,
  ProposalCountersigned,
  NoticeOfIntentIssued,
  NoticeOfIntentAnswered,
  LicenceGranted,
  ApplicationDenied,
  NoLicenceRequiredConfirmed,
  LicensingCancelled,
] as const;
export type LicensingFact = FactOf<typeof licensingFacts>;
