import type { Recorded } from '@exeat/kernel';
import { isForApplicant } from '@exeat/audit';
import { ApplicationClosed } from '@exeat/submission';

/** Where a case stands, over all contexts. */
export const caseStatuses = [
  'draft',
  'submitted',
  'registered',
  'in-technical-review',
  'in-security-review',
  'in-licensing',
  'awaiting-countersignature',
  'intent-to-deny',
  'returned',
  'withdrawn',
  'licensed',
  'denied',
  'no-licence-required',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** The facts that move a case, and where to. */
const moves: Readonly<Record<string, CaseStatus>> = {
  DraftStarted: 'draft',
  ApplicationSubmitted: 'submitted',
  ApplicationRegistered: 'registered',
  ApplicationReturned: 'returned',
  ApplicationWithdrawn: 'withdrawn',
  TechnicalReviewOpened: 'in-technical-review',
  SecurityReviewOpened: 'in-security-review',
  LicensingOpened: 'in-licensing',
  ApprovalProposed: 'awaiting-countersignature',
  DenialProposed: 'awaiting-countersignature',
  NoLicenceRequiredProposed: 'awaiting-countersignature',
  ProposalSentBack: 'in-licensing',
  NoticeOfIntentIssued: 'intent-to-deny',
  NoticeOfIntentAnswered: 'in-licensing',
  LicenceGranted: 'licensed',
  ApplicationDenied: 'denied',
  NoLicenceRequiredConfirmed: 'no-licence-required',
};

const outOfReview: readonly CaseStatus[] = ['returned', 'withdrawn'];

type Moving = Pick<Recorded, 'type' | 'stream' | 'data'>;

/**
 * The status after a fact. A review that was about to open when the application went back to its applicant opens and
 * is cancelled at once: that does not bring the case back. A decision that was signed in that very moment does, once the
 * case is closed with it: the licence is in force, whatever the application was asked to become.
 */
export const statusAfter = (status: CaseStatus, fact: Moving): CaseStatus => {
  if (fact.type === ApplicationClosed.type) return ApplicationClosed.schema.parse(fact.data).outcome;
  const next = Object.hasOwn(moves, fact.type) ? moves[fact.type] : undefined;
  if (next === undefined) return status;
  return outOfReview.includes(status) && !fact.stream.startsWith('submission-') ? status : next;
};

/** The same as far as the applicant is told. */
export const statusToldAfter = (status: CaseStatus, fact: Moving): CaseStatus =>
  isForApplicant(fact) ? statusAfter(status, fact) : status;

/** The types of facts that can move a case. */
export const movingTypes: readonly string[] = [...Object.keys(moves), ApplicationClosed.type];

export const isClosed = (status: CaseStatus): boolean =>
  ['withdrawn', 'licensed', 'denied', 'no-licence-required'].includes(status);

/** Whether the authority is done, so that its clock stands: a returned case is resolved, and begins anew if it comes back. */
export const isResolved = (status: CaseStatus): boolean => status === 'returned' || isClosed(status);

/** What a case waits for, and on whom. */
export interface Wait {
  readonly for: string;
  readonly on: 'applicant' | 'technical-review' | 'agencies' | 'licensing' | 'countersigner' | 'exeat';
}

const waits: Readonly<Record<CaseStatus, Wait | undefined>> = {
  draft: { for: 'the application to be completed and submitted', on: 'applicant' },
  submitted: { for: 'registration', on: 'exeat' },
  registered: { for: 'technical review to open', on: 'exeat' },
  'in-technical-review': { for: 'a finding on every item', on: 'technical-review' },
  'in-security-review': { for: 'the positions of the agencies', on: 'agencies' },
  'in-licensing': { for: 'a proposed decision', on: 'licensing' },
  'awaiting-countersignature': { for: 'a countersignature', on: 'countersigner' },
  'intent-to-deny': { for: 'an answer to the notice of intent to deny', on: 'applicant' },
  returned: { for: 'the application to be completed and submitted again', on: 'applicant' },
  withdrawn: undefined,
  licensed: undefined,
  denied: undefined,
  'no-licence-required': undefined,
};

export const waitOf = (status: CaseStatus): Wait | undefined => waits[status];

const words: Readonly<Record<CaseStatus, string>> = {
  draft: 'Draft',
  submitted: 'Submitted',
  registered: 'Registered',
  'in-technical-review': 'In technical review',
  'in-security-review': 'In security review',
  'in-licensing': 'With the licensing officer',
  'awaiting-countersignature': 'Awaiting countersignature',
  'intent-to-deny': 'Notice of intent to deny issued',
  returned: 'Returned',
  withdrawn: 'Withdrawn',
  licensed: 'Licence granted',
  denied: 'Denied',
  'no-licence-required': 'No licence required',
};

export const statusInWords = (status: CaseStatus): string => words[status];
