import type { Actor, Instant } from '@exeat/kernel';
import { z } from 'zod';
import { readerOf, readsTerms } from '../access/reader.js';
import { caseStatuses, statusInWords, waitOf } from '../case-status/case-status.js';
import { caseClock } from '../case-status/clock.js';
import type { CaseOverview, ContentShown } from './case-overview.row.js';

const json = z.unknown();

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

/** What only the authority reads; left out for applicants. */
const innerSchema = z.strictObject({
  technicalReviewer: json,
  findings: json,
  requirements: json,
  referrals: json,
  positionsTaken: z.int(),
  positionsAsked: z.int(),
  positions: json,
  signaturesRequired: z.int().nullable(),
  proposal: json,
  changedAt: z.string(),
});

export const caseAsSeenSchema = caseSummarySchema.extend({
  items: json,
  companyId: z.string(),
  previousNumber: z.string().nullable(),
  round: z.int(),
  exportFrom: z.string().nullable(),
  endUse: z.string().nullable(),
  parties: json,
  wentBackBecause: z.string().nullable(),
  notice: json,
  decision: json,
  versions: z.record(z.string(), z.int()),
  review: innerSchema.optional(),
});

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
const decisionSeenBy = (by: Actor, { decision }: CaseOverview): unknown => {
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
export const caseSeenBy = (by: Actor, row: CaseOverview, now: Instant): z.infer<typeof caseAsSeenSchema> => ({
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
