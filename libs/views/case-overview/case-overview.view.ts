import { caseTypes } from '@exeat/audit';
import { NoteWritten } from '@exeat/case-notes';
import type { ComplianceFact } from '@exeat/compliance';
import { dayOf, type Fact, type FactNamed, type Recorded } from '@exeat/kernel';
import type { LicensingFact } from '@exeat/licensing';
import { defineView, type CaseRows } from '@exeat/messaging';
import type { SecurityReviewFact } from '@exeat/security-review';
import { ApplicationRegistered, type SubmissionFact } from '@exeat/submission';
import type { TechnicalReviewFact } from '@exeat/technical-review';
import { isResolved, statusAfter, statusToldAfter } from '../case-status/case-status.js';
import { stopsAfter } from '../case-status/clock.js';
import { stagesAfter } from '../case-status/stages.js';
import {
  caseOverviewTable,
  type CaseOverview,
  type Person,
  type Proposal,
  type Referral,
} from './case-overview.row.js';

type AnyFact = SubmissionFact | TechnicalReviewFact | SecurityReviewFact | LicensingFact | ComplianceFact;
type Changes = Partial<CaseOverview>;

/** `technical-review-<uuid>` and `licence-<number>` by context. */
const contextOf = (stream: string): string =>
  stream.startsWith('licence-') ? 'compliance' : stream.replace(/-[0-9a-f-]{36}$/, '');

/** What every fact changes: status, version of its stream, and when. */
const moved = (row: CaseOverview, fact: Recorded): CaseOverview => {
  const status = statusAfter(row.status, fact);
  const { at } = fact.meta;
  const registered = fact.type === ApplicationRegistered.type;
  return {
    ...row,
    status,
    statusTold: statusToldAfter(row.statusTold, fact),
    closedOn: isResolved(status) ? (row.closedOn ?? dayOf(at)) : null,
    stages: stagesAfter(row.stages, status, at),
    stops: stopsAfter(row.stops, status, { registeredOn: row.registeredOn, at, registered }),
    versions: { ...row.versions, [contextOf(fact.stream)]: fact.version },
    position: fact.position,
    changedAt: at,
  };
};

const change =
  <F extends Fact>(changes: (fact: Recorded<F>, row: CaseOverview) => Changes = () => ({})) =>
  (fact: Recorded<F>, rows: CaseRows<CaseOverview>): void => {
    const row = rows.get(fact.caseId);
    if (row) rows.put({ ...moved(row, fact), ...changes(fact, row) });
  };

/** What was found and decided in an earlier round does not stand in the next. */
const unreviewed = {
  technicalReviewer: null,
  findings: [],
  requirements: [],
  referrals: [],
  positionsTaken: 0,
  positionsAsked: 0,
  positions: [],
  signaturesRequired: null,
  proposal: null,
  notice: null,
  decision: null,
} satisfies Changes;

const draft = ({
  caseId,
  position,
  meta,
  data,
  stream,
  version,
}: Recorded<FactNamed<SubmissionFact, 'DraftStarted'>>): CaseOverview => ({
  ...unreviewed,
  key: caseId,
  caseId,
  companyId: data.applicant.companyId,
  applicantName: data.applicant.name,
  reference: data.reference,
  number: null,
  previousNumber: null,
  numbers: [],
  round: 0,
  status: 'draft',
  statusTold: 'draft',
  openedPosition: position,
  registeredOn: null,
  resolveBy: null,
  closedOn: null,
  stages: stagesAfter([], 'draft', meta.at),
  stops: [],
  exportFrom: null,
  endUse: null,
  parties: [],
  items: [],
  unsubmitted: {},
  wentBackBecause: null,
  licenceNumber: null,
  versions: { [contextOf(stream)]: version },
  position,
  changedAt: meta.at,
});

const referred = (row: CaseOverview, agency: string, change: Partial<Referral>): Changes => {
  const referrals = row.referrals.map((one) => (one.agency === agency ? { ...one, ...change } : one));
  return { referrals, positionsTaken: referrals.filter(({ position, silent }) => position !== null || silent).length };
};

const proposed = (
  kind: Proposal['kind'],
  data: { readonly officer: Person; readonly reasons: string; readonly signaturesRequired?: number | undefined },
  row: CaseOverview,
  what: Pick<Proposal, 'lines' | 'conditions' | 'validUntil' | 'criteria'> = {},
): Changes => {
  const { officer, reasons, signaturesRequired = row.signaturesRequired ?? 1 } = data;
  return { proposal: { kind, officer, reasons, signatures: [], signaturesRequired, ...what } };
};

const at = <T extends AnyFact['type']>(
  changes: (fact: Recorded<FactNamed<AnyFact, T>>, row: CaseOverview) => Changes,
) => change<FactNamed<AnyFact, T>>(changes);

/** One row for each case, with where it stands in every context. */
export const caseOverview = defineView<CaseOverview, AnyFact>({
  name: 'case-overview',
  version: 4,
  entity: caseOverviewTable,
  on: {
    // Facts that only move the case or its versions; the ones below say more. A note moves nothing.
    ...Object.fromEntries(caseTypes.filter((type) => type !== NoteWritten.type).map((type) => [type, change()])),

    DraftStarted: (fact, rows) => rows.put(draft(fact)),
    DraftSaved: at<'DraftSaved'>(({ data: { changes } }, { unsubmitted, changedAt }) => {
      const saved = {
        ...(changes.exportFrom !== undefined && { exportFrom: changes.exportFrom }),
        ...(changes.endUse !== undefined && { endUse: changes.endUse }),
        ...(changes.parties !== undefined && { parties: changes.parties }),
        ...(changes.items !== undefined && { items: changes.items }),
      };
      // For the authority nothing has changed yet.
      return { unsubmitted: { ...unsubmitted, ...saved }, changedAt };
    }),
    // The draft is the applicant's own: for the authority nothing has changed.
    DocumentAttached: at<'DocumentAttached'>((_fact, { changedAt }) => ({ changedAt })),
    DocumentRemoved: at<'DocumentRemoved'>((_fact, { changedAt }) => ({ changedAt })),
    ApplicationSubmitted: at<'ApplicationSubmitted'>(({ data: { content, round } }) => ({
      ...unreviewed,
      round,
      registeredOn: null,
      resolveBy: null,
      exportFrom: content.exportFrom,
      endUse: content.endUse,
      parties: content.parties,
      items: content.items,
      unsubmitted: {},
      wentBackBecause: null,
    })),
    ApplicationRegistered: at<'ApplicationRegistered'>(({ data, meta }, { numbers }) => ({
      number: data.file.number,
      previousNumber: data.previousNumber ?? null,
      numbers: [...numbers, data.file.number],
      registeredOn: dayOf(meta.at),
      resolveBy: data.resolveBy,
    })),
    ApplicationReturned: at<'ApplicationReturned'>(({ data }) => ({ wentBackBecause: data.explanation })),
    ApplicationWithdrawn: at<'ApplicationWithdrawn'>(({ data }) => ({ wentBackBecause: data.reason })),
    // A decision that was signed in the moment of a withdrawal stands.
    ApplicationClosed: at<'ApplicationClosed'>(() => ({ wentBackBecause: null })),

    TechnicalReviewClaimed: at<'TechnicalReviewClaimed'>(({ data }) => ({ technicalReviewer: data.reviewer })),
    TechnicalReviewReleased: at<'TechnicalReviewReleased'>(() => ({ technicalReviewer: null })),
    FindingRecorded: at<'FindingRecorded'>(({ data: { finding } }, { findings }) => ({
      findings: [...findings.filter(({ line }) => line !== finding.line), finding].sort((a, b) => a.line - b.line),
    })),
    TechnicalReviewCompleted: at<'TechnicalReviewCompleted'>(({ data: { findings, requirements } }) => ({
      findings,
      requirements,
    })),

    CaseReferred: at<'CaseReferred'>(({ data: { agency, agencyName, because, dueAt } }, { referrals }) => {
      const asked = { agency, agencyName, because, dueAt, position: null, silent: false };
      const all = [...referrals.filter((one) => one.agency !== agency), asked];
      return { referrals: all, positionsAsked: all.length };
    }),
    PositionTaken: at<'PositionTaken'>(({ data: { agency, position } }, row) =>
      referred(row, agency, { position, silent: false }),
    ),
    AgencySilenceNoted: at<'AgencySilenceNoted'>(({ data: { agency } }, row) =>
      referred(row, agency, { silent: true }),
    ),
    SecurityReviewClosed: at<'SecurityReviewClosed'>(({ data: { positions } }) => ({ positions })),

    LicensingOpened: at<'LicensingOpened'>(({ data: { signaturesRequired, findings, requirements } }) => ({
      signaturesRequired,
      findings,
      requirements,
    })),
    ApprovalProposed: at<'ApprovalProposed'>(({ data }, row) => {
      const { lines, conditions, validUntil } = data;
      return proposed('approval', data, row, { lines, conditions, validUntil });
    }),
    DenialProposed: at<'DenialProposed'>(({ data }, row) => proposed('denial', data, row, { criteria: data.criteria })),
    NoLicenceRequiredProposed: at<'NoLicenceRequiredProposed'>(({ data }, row) =>
      proposed('no-licence-required', data, row),
    ),
    ProposalSentBack: at<'ProposalSentBack'>(() => ({ proposal: null })),
    ProposalCountersigned: at<'ProposalCountersigned'>(({ data }, { proposal }) =>
      proposal ? { proposal: { ...proposal, signatures: [...proposal.signatures, data.countersigner] } } : {},
    ),
    NoticeOfIntentIssued: at<'NoticeOfIntentIssued'>(({ data }) => ({ notice: { ...data, answer: null } })),
    NoticeOfIntentAnswered: at<'NoticeOfIntentAnswered'>(({ data: { answer } }, { notice }) =>
      notice ? { notice: { ...notice, answer } } : {},
    ),
    // What was proposed and announced falls with the round.
    LicensingCancelled: at<'LicensingCancelled'>(() => ({ proposal: null, notice: null })),
    LicenceGranted: at<'LicenceGranted'>(({ data: { file: _file, ...granted }, meta }) => ({
      licenceNumber: granted.licenceNumber,
      decision: { outcome: 'licensed', at: meta.at, ...granted },
    })),
    ApplicationDenied: at<'ApplicationDenied'>(({ data: { criteria, reasons }, meta }) => ({
      decision: { outcome: 'denied', at: meta.at, criteria, reasons },
    })),
    NoLicenceRequiredConfirmed: at<'NoLicenceRequiredConfirmed'>(({ data: { reasons }, meta }) => ({
      decision: { outcome: 'no-licence-required', at: meta.at, reasons },
    })),
  },
});
