import {
  agencyPositionSchema,
  conditionSchema,
  findingSchema,
  itemSchema,
  licenceRequirementSchema,
  partySchema,
  positionSchema,
  type Actor,
  type Instant,
} from '@exeat/kernel';
import {
  ApplicationDenied,
  ApprovalProposed,
  DenialProposed,
  LicenceGranted,
  NoLicenceRequiredConfirmed,
  NoticeOfIntentIssued,
} from '@exeat/licensing';
import type { AnswerOf } from '@exeat/service-host';
import { z } from 'zod';
import { readerOf, readsTerms } from '../access/reader.js';
import { caseStatuses, statusInWords, waitOf } from '../case-status/case-status.js';
import { caseClock, stopInWords } from '../case-status/clock.js';
import { caseStages, stageInWords } from '../case-status/stages.js';
import type { CaseOverview, ContentShown } from './case-overview.row.js';

export const caseSummarySchema = z.strictObject({
  caseId: z.string(),
  applicantName: z.string(),
  reference: z.string(),
  number: z.string().nullable(),
  status: z.enum(caseStatuses),
  statusInWords: z.string(),
  waitsFor: z.string().nullable(),
  waitsOn: z.string().nullable(),
  registeredOn: z.string().nullable(),
  resolveBy: z.string().nullable(),
  daysElapsed: z.int().nullable(),
  daysLeft: z.int().nullable(),
  closedOn: z.string().nullable(),
  items: z.array(z.strictObject({ line: z.int(), model: z.string(), quantity: z.string() })),
  licenceNumber: z.string().nullable(),
});

const personSchema = z.strictObject({ id: z.string(), name: z.string() });

const referralSchema = z.strictObject({
  agency: z.string(),
  agencyName: z.string(),
  because: z.string(),
  dueAt: z.string(),
  position: positionSchema.nullable(),
  silent: z.boolean().describe('The agency said nothing before its day.'),
});

const caseProposalSchema = z.strictObject({
  kind: z.enum(['approval', 'denial', 'no-licence-required']),
  officer: personSchema,
  reasons: z.string(),
  signatures: z.array(personSchema),
  signaturesRequired: z.int(),
  lines: ApprovalProposed.schema.shape.lines.optional().describe('Of an approval.'),
  validUntil: z.string().optional().describe('Of an approval.'),
  conditions: z.array(conditionSchema).optional().describe('Of an approval. Not for technical and security reviewers.'),
  criteria: DenialProposed.schema.shape.criteria.optional().describe('Of a denial.'),
});

const noticeSchema = NoticeOfIntentIssued.schema.extend({ answer: z.string().nullable() });

const outcome = <Name extends string>(name: Name) => ({ outcome: z.literal(name), at: z.string() });

const decisionSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    ...outcome('licensed'),
    ...LicenceGranted.schema.omit({ file: true, conditions: true }).shape,
    conditions: z.array(conditionSchema).optional().describe('Not for technical and security reviewers.'),
  }),
  z.strictObject({ ...outcome('denied'), ...ApplicationDenied.schema.shape }),
  z.strictObject({ ...outcome('no-licence-required'), ...NoLicenceRequiredConfirmed.schema.shape }),
]);

/** What only the authority reads; left out for applicants. */
const innerSchema = z.strictObject({
  technicalReviewer: personSchema.nullable(),
  findings: z.array(findingSchema),
  requirements: z.array(licenceRequirementSchema),
  referrals: z.array(referralSchema),
  positionsTaken: z.int(),
  positionsAsked: z.int(),
  positions: z.array(agencyPositionSchema).describe('As the security review closed with them.'),
  signaturesRequired: z.int().nullable(),
  proposal: caseProposalSchema.nullable(),
  changedAt: z.string(),
});

const stageSchema = z.strictObject({
  stage: z.enum(caseStages),
  stageInWords: z.string(),
  enteredAt: z.string(),
  leftAt: z.string().optional().describe('Left out while the case is in it.'),
});

const clockSchema = z.strictObject({
  runsSince: z.string().nullable().describe('The day of registration; null while a new submission is not registered.'),
  resolveBy: z.string().nullable(),
  stops: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string().optional().describe('The day on which a new clock began; left out where none has.'),
      because: z.string(),
    }),
  ),
});

export const caseAsSeenSchema = caseSummarySchema.extend({
  items: z.array(itemSchema),
  companyId: z.string(),
  previousNumber: z.string().nullable(),
  round: z.int(),
  exportFrom: z.string().nullable(),
  endUse: z.string().nullable(),
  parties: z.array(partySchema),
  wentBackBecause: z.string().nullable(),
  stages: z.array(stageSchema).describe('In order; a case can come to a stage again. Drafting shows to its applicant.'),
  clock: clockSchema
    .nullable()
    .describe(
      'Of the authority, from registration; null before the first. A stopped clock never runs on: another begins.',
    ),
  notice: noticeSchema.nullable(),
  decision: decisionSchema.nullable(),
  versions: z.record(z.string(), z.int()).describe('Of each stream, by its context, for the next If-Match.'),
  review: innerSchema.optional().describe('Left out for applicants.'),
});
export type CaseAsSeen = AnswerOf<typeof caseAsSeenSchema>;

/** Applicants see where the case stands as they were told; the authority sees it as it is. */
const statusSeenBy = (by: Actor, row: CaseOverview) =>
  readerOf(by).sees === 'own-company' ? row.statusTold : row.status;

/** What was saved since the last submission is the applicant's own; the authority goes on seeing what was submitted. */
const contentSeenBy = (by: Actor, { exportFrom, endUse, parties, items, unsubmitted }: CaseOverview): ContentShown => ({
  ...{ exportFrom, endUse, parties, items },
  ...(readerOf(by).sees === 'own-company' && unsubmitted),
});

/** A row of the list of cases, as somebody sees it at a moment. */
export const summarySeenBy = (by: Actor, row: CaseOverview, now: Instant): z.infer<typeof caseSummarySchema> => {
  const status = statusSeenBy(by, row);
  const wait = waitOf(status);
  return {
    caseId: row.caseId,
    applicantName: row.applicantName,
    reference: row.reference,
    number: row.number,
    status,
    statusInWords: statusInWords(status),
    waitsFor: wait?.for ?? null,
    waitsOn: wait?.on ?? null,
    registeredOn: row.registeredOn,
    resolveBy: row.resolveBy,
    ...caseClock(row, now),
    closedOn: row.closedOn,
    items: contentSeenBy(by, row).items.map(({ line, model, quantity }) => ({ line, model, quantity })),
    licenceNumber: row.licenceNumber,
  };
};

/** A licence's conditions, and with them its financial terms, are not for technical or security reviewers. */
const decisionSeenBy = (by: Actor, { decision }: CaseOverview): CaseAsSeen['decision'] => {
  if (decision?.outcome !== 'licensed' || readsTerms(by)) return decision;
  const { conditions: _conditions, ...withoutTerms } = decision;
  return withoutTerms;
};

/** What is proposed is the authority's; the conditions in it are kept from reviewers like those of a licence. */
const proposalSeenBy = (by: Actor, { proposal }: CaseOverview): NonNullable<CaseAsSeen['review']>['proposal'] => {
  if (proposal === null || readsTerms(by)) return proposal;
  const { conditions: _conditions, ...withoutTerms } = proposal;
  return withoutTerms;
};

/** Streams an applicant sends commands to. The others would tell how busy the authority is with the case. */
const applicantStreams = ['submission', 'compliance'];

const versionsSeenBy = (by: Actor, { versions, statusTold }: CaseOverview): Record<string, number> => {
  if (readerOf(by).sees !== 'own-company') return { ...versions };
  const answerable = statusTold === 'intent-to-deny' ? ['licensing'] : [];
  return Object.fromEntries(
    Object.entries(versions).filter(([context]) => [...applicantStreams, ...answerable].includes(context)),
  );
};

/** What happened to a draft is its applicant's own, its times included. */
const stagesSeenBy = (by: Actor, { stages }: CaseOverview): CaseAsSeen['stages'] =>
  stages
    .filter(({ stage }) => stage !== 'draft' || readerOf(by).sees === 'own-company')
    .map(({ stage, enteredAt, leftAt }) => ({
      ...{ stage, stageInWords: stageInWords(stage), enteredAt },
      ...(leftAt !== null && { leftAt }),
    }));

const clockOf = ({ registeredOn, resolveBy, stops }: CaseOverview): CaseAsSeen['clock'] => {
  if (registeredOn === null && stops.length === 0) return null;
  const told = stops.map((stop) => ({
    from: stop.from,
    ...(stop.to !== null && { to: stop.to }),
    because: stopInWords(stop),
  }));
  return { runsSince: registeredOn, resolveBy, stops: told };
};

/** The whole case, as somebody who may see it sees it. */
export const caseSeenBy = (by: Actor, row: CaseOverview, now: Instant): CaseAsSeen => ({
  ...summarySeenBy(by, row, now),
  companyId: row.companyId,
  previousNumber: row.previousNumber,
  round: row.round,
  ...contentSeenBy(by, row),
  wentBackBecause: row.wentBackBecause,
  stages: stagesSeenBy(by, row),
  clock: clockOf(row),
  notice: row.notice,
  decision: decisionSeenBy(by, row),
  versions: versionsSeenBy(by, row),
  ...(readerOf(by).sees === 'every-company' && {
    review: {
      technicalReviewer: row.technicalReviewer,
      findings: row.findings,
      requirements: row.requirements,
      referrals: row.referrals,
      positionsTaken: row.positionsTaken,
      positionsAsked: row.positionsAsked,
      positions: row.positions,
      signaturesRequired: row.signaturesRequired,
      proposal: proposalSeenBy(by, row),
      changedAt: row.changedAt,
    },
  }),
});
