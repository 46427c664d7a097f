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
import { ApplicationDenied, LicenceGranted, NoLicenceRequiredConfirmed, NoticeOfIntentIssued } from '@exeat/licensing';
import type { AnswerOf } from '@exeat/service-host';
import { z } from 'zod';
import { readerOf, readsTerms } from '../access/reader.js';
import { caseStatuses, statusInWords, waitOf } from '../case-status/case-status.js';
import { caseClock } from '../case-status/clock.js';
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

export const caseAsSeenSchema = caseSummarySchema.extend({
  items: z.array(itemSchema),
  companyId: z.string(),
  previousNumber: z.string().nullable(),
  round: z.int(),
  exportFrom: z.string().nullable(),
  endUse: z.string().nullable(),
  parties: z.array(partySchema),
  wentBackBecause: z.string().nullable(),
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

/** Streams an applicant sends commands to. The others would tell how busy the authority is with the case. */
const applicantStreams = ['submission', 'compliance'];

const versionsSeenBy = (by: Actor, { versions, statusTold }: CaseOverview): Record<string, number> => {
  if (readerOf(by).sees !== 'own-company') return { ...versions };
  const answerable = statusTold === 'intent-to-deny' ? ['licensing'] : [];
  return Object.fromEntries(
    Object.entries(versions).filter(([context]) => [...applicantStreams, ...answerable].includes(context)),
  );
};

/** The whole case, as somebody who may see it sees it. */
export const caseSeenBy = (by: Actor, row: CaseOverview, now: Instant): CaseAsSeen => ({
  ...summarySeenBy(by, row, now),
  companyId: row.companyId,
  previousNumber: row.previousNumber,
  round: row.round,
  ...contentSeenBy(by, row),
  wentBackBecause: row.wentBackBecause,
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
      proposal: row.proposal,
      changedAt: row.changedAt,
    },
  }),
});
