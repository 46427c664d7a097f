import type {
  AgencyPosition,
  Condition,
  Day,
  Finding,
  Instant,
  Item,
  LicenceRequirement,
  Party,
  Position,
} from '@exeat/kernel';
import type { ApprovedLine } from '@exeat/licensing';
import type { ViewRow } from '@exeat/messaging';
import type { CaseStatus } from '../case-status/case-status.js';
import type { ClockStop } from '../case-status/clock.js';
import type { PassedStage } from '../case-status/stages.js';
import { viewTable } from '../entity/view-table.js';

export interface Referral {
  readonly agency: string;
  readonly agencyName: string;
  readonly because: string;
  readonly dueAt: Instant;
  readonly position: Position | null;
  /** True where the agency said nothing before its day. */
  readonly silent: boolean;
}

export type Decision =
  | {
      readonly outcome: 'licensed';
      readonly at: Instant;
      readonly licenceNumber: string;
      readonly lines: readonly ApprovedLine[];
      readonly conditions: readonly Condition[];
      readonly validFrom: Day;
      readonly validUntil: Day;
    }
  | { readonly outcome: 'denied'; readonly at: Instant; readonly criteria: readonly string[]; readonly reasons: string }
  | { readonly outcome: 'no-licence-required'; readonly at: Instant; readonly reasons: string };

export interface Notice {
  readonly criteria: readonly string[];
  readonly reasons: string;
  readonly answerBy: Instant;
  readonly finalAt: Instant;
  readonly answer: string | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

export interface Proposal {
  readonly kind: 'approval' | 'denial' | 'no-licence-required';
  readonly officer: Person;
  readonly reasons: string;
  readonly signatures: readonly Person[];
  readonly signaturesRequired: number;
  /** What would be licensed until when, and on which conditions; left out where no approval is proposed. */
  readonly lines?: readonly ApprovedLine[];
  readonly conditions?: readonly Condition[];
  readonly validUntil?: Day;
  /** The grounds of a denial; left out where none is proposed. */
  readonly criteria?: readonly string[];
}

/** What is shown of the content of an application. */
export interface ContentShown {
  readonly exportFrom: string | null;
  readonly endUse: string | null;
  readonly parties: readonly Party[];
  readonly items: readonly Item[];
}

/** Everything the head of a case's page needs, over all contexts. */
export interface CaseOverview extends ViewRow, ContentShown {
  readonly companyId: string;
  readonly applicantName: string;
  readonly reference: string;
  readonly number: string | null;
  readonly previousNumber: string | null;
  /** Every number the case ever had, by which people may still ask for it. */
  readonly numbers: readonly string[];
  readonly round: number;
  readonly status: CaseStatus;
  /** As far as the applicant has been told. */
  readonly statusTold: CaseStatus;
  readonly openedPosition: number;
  readonly registeredOn: Day | null;
  readonly resolveBy: Day | null;
  /** The day the authority was done with it. */
  readonly closedOn: Day | null;
  /** Every stage it came to, in order. */
  readonly stages: readonly PassedStage[];
  /** When the authority's clock did not run, after it had begun. */
  readonly stops: readonly ClockStop[];
  /** Sections saved since the last submission: the applicant's own until they are submitted. */
  readonly unsubmitted: Partial<ContentShown>;
  /** Why it went back to the applicant, or why the applicant withdrew it. */
  readonly wentBackBecause: string | null;
  readonly technicalReviewer: Person | null;
  readonly findings: readonly Finding[];
  readonly requirements: readonly LicenceRequirement[];
  readonly referrals: readonly Referral[];
  readonly positionsTaken: number;
  readonly positionsAsked: number;
  /** Positions as the security review closed with them. */
  readonly positions: readonly AgencyPosition[];
  readonly signaturesRequired: number | null;
  readonly proposal: Proposal | null;
  readonly notice: Notice | null;
  readonly decision: Decision | null;
  readonly licenceNumber: string | null;
  /** Version of each stream of the case by its context, for the next command on it. */
  readonly versions: Readonly<Record<string, number>>;
  /** The last fact that is shown here. */
  readonly position: number;
  readonly changedAt: Instant;
}

export const caseOverviewTable = viewTable<CaseOverview>('case-overview', {
  companyId: 'text',
  applicantName: 'text',
  reference: 'text',
  number: 'text?',
  previousNumber: 'text?',
  numbers: 'jsonb',
  round: 'int',
  status: 'text',
  statusTold: 'text',
  openedPosition: 'bigint',
  registeredOn: 'text?',
  resolveBy: 'text?',
  closedOn: 'text?',
  stages: 'jsonb',
  stops: 'jsonb',
  exportFrom: 'text?',
  endUse: 'text?',
  parties: 'jsonb',
  items: 'jsonb',
  unsubmitted: 'jsonb',
  wentBackBecause: 'text?',
  technicalReviewer: 'jsonb?',
  findings: 'jsonb',
  requirements: 'jsonb',
  referrals: 'jsonb',
  positionsTaken: 'int',
  positionsAsked: 'int',
  positions: 'jsonb',
  signaturesRequired: 'int?',
  proposal: 'jsonb?',
  notice: 'jsonb?',
  decision: 'jsonb?',
  licenceNumber: 'text?',
  versions: 'jsonb',
  position: 'bigint',
  changedAt: 'text',
});
