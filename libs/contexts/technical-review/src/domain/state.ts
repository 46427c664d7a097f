import type { CaseFile, Finding, Lifecycle, StopReason } from '@exeat/kernel';
import type { TechnicalReviewCommand } from './commands.js';
import type { TechnicalReviewFact } from './events.js';

export interface Reviewer {
  readonly id: string;
  readonly name: string;
}

/** What every review has, for as long as its round lasts. */
interface Round {
  readonly file: CaseFile;
  /** The finding that holds for each line, in the order of lines; earlier ones stay in the history. */
  readonly findings: readonly Finding[];
  /** The ids of everybody who claimed the review or recorded a finding. */
  readonly reviewers: readonly string[];
}

export type TechnicalReview =
  | Readonly<{ status: 'not-open' }>
  | (Round & Readonly<{ status: 'open' }>)
  | (Round & Readonly<{ status: 'claimed'; holder: Reviewer }>)
  | (Round & Readonly<{ status: 'completed'; holder: Reviewer }>)
  | (Round & Readonly<{ status: 'cancelled'; because: StopReason }>);

export type TechnicalReviewStatus = TechnicalReview['status'];
export type Opened = Exclude<TechnicalReview, { status: 'not-open' }>;
export type With<Status extends TechnicalReviewStatus> = Extract<TechnicalReview, { status: Status }>;

/**
 * A completed review can still be cancelled: the application may be returned or withdrawn while later contexts have it,
 * and is reviewed anew, from the start, when it is registered again.
 */
export const lifecycle = {
  'not-open': { OpenTechnicalReview: ['open'] },
  open: { ClaimReview: ['claimed'], CancelTechnicalReview: ['cancelled'] },
  claimed: {
    ReleaseReview: ['open'],
    RecordFinding: ['claimed'],
    CompleteReview: ['completed'],
    CancelTechnicalReview: ['cancelled'],
  },
  completed: { CancelTechnicalReview: ['cancelled'] },
  cancelled: { OpenTechnicalReview: ['open'] },
} as const satisfies Lifecycle<TechnicalReviewStatus, TechnicalReviewCommand['type']>;

/** The states in which the table hears a command: a decision that expects fewer does not compile. */
export type Hearing<Asked extends TechnicalReviewCommand['type']> = With<
  {
    [From in TechnicalReviewStatus]: Asked extends keyof (typeof lifecycle)[From] ? From : never;
  }[TechnicalReviewStatus]
>;

export const initial: TechnicalReview = { status: 'not-open' };

export const evolve = (state: TechnicalReview, fact: TechnicalReviewFact): TechnicalReview => {
  if (fact.type === 'TechnicalReviewOpened')
    return { status: 'open', file: fact.data.file, findings: [], reviewers: [] };
  if (state.status === 'not-open') return state;
  const { file, findings, reviewers } = state;
  const round = { file, findings, reviewers };
  switch (fact.type) {
    case 'TechnicalReviewClaimed': {
      const { reviewer } = fact.data;
      return { ...round, status: 'claimed', holder: reviewer, reviewers: withReviewer(reviewers, reviewer.id) };
    }
    case 'TechnicalReviewReleased':
      return { ...round, status: 'open' };
    case 'FindingRecorded': {
      const { finding, reviewer } = fact.data;
      return { ...state, findings: withFinding(findings, finding), reviewers: withReviewer(reviewers, reviewer.id) };
    }
    case 'TechnicalReviewCompleted':
      return state.status === 'claimed' ? { ...state, status: 'completed' } : state;
    case 'TechnicalReviewCancelled':
      return { ...round, status: 'cancelled', because: fact.data.because };
  }
};

const withReviewer = (reviewers: readonly string[], id: string): readonly string[] =>
  reviewers.includes(id) ? reviewers : [...reviewers, id];

/** A finding supersedes the one before it for the same line. */
const withFinding = (findings: readonly Finding[], finding: Finding): readonly Finding[] =>
  [...findings.filter(({ line }) => line !== finding.line), finding].sort((one, other) => one.line - other.line);
