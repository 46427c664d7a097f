import type { AgencyPosition, Instant, Lifecycle, Position, Proposal, StopReason } from '@exeat/kernel';
import type { z } from 'zod';
import type { SecurityReviewCommand } from './commands.js';
import type { CaseReferred, PositionTaken, SecurityReviewFact, SecurityReviewOpened } from './events.js';

/** Where an agency stands. The last position counts; silence at its day is one, too. */
export interface Answer {
  readonly position: Position;
  readonly silent: boolean;
  readonly reasons?: string;
  readonly withheldReasons?: string;
  readonly proposals: readonly Proposal[];
  readonly reviewer?: z.infer<typeof PositionTaken.schema>['reviewer'];
}

/** The case as it lies with one agency. */
export interface Referral extends Readonly<z.infer<typeof CaseReferred.schema>> {
  readonly dueAt: Instant;
  /** What the agency proposed since its last position: it belongs to the next one. */
  readonly proposed: readonly Proposal[];
  /** The ids of everybody who took a position for the agency in this round. */
  readonly reviewers: readonly string[];
  readonly answer?: Answer;
}

/** What every review has, for as long as its round lasts. */
type Round = Readonly<z.infer<typeof SecurityReviewOpened.schema>> & { readonly referrals: readonly Referral[] };

export type SecurityReview =
  | Readonly<{ status: 'not-open' }>
  | (Round & Readonly<{ status: 'in-review' }>)
  | (Round & Readonly<{ status: 'closed' }>)
  | (Round & Readonly<{ status: 'cancelled'; because: StopReason }>);

export type SecurityReviewStatus = SecurityReview['status'];
export type Opened = Exclude<SecurityReview, { status: 'not-open' }>;
export type With<Status extends SecurityReviewStatus> = Extract<SecurityReview, { status: Status }>;

/**
 * A closed review can still be cancelled: the application may be returned or withdrawn while licensing has it, and is
 * referred anew, to whoever the rules name then, when it comes back.
 */
export const lifecycle = {
  'not-open': { OpenSecurityReview: ['in-review', 'closed'] },
  'in-review': {
    TakePosition: ['in-review', 'closed'],
    NoteAgencySilence: ['in-review', 'closed'],
    CancelSecurityReview: ['cancelled'],
  },
  closed: { CancelSecurityReview: ['cancelled'] },
  cancelled: { OpenSecurityReview: ['in-review', 'closed'] },
} as const satisfies Lifecycle<SecurityReviewStatus, SecurityReviewCommand['type']>;

export const initial: SecurityReview = { status: 'not-open' };

export const referralOf = (state: SecurityReview, agency: string): Referral | undefined =>
  state.status === 'not-open' ? undefined : state.referrals.find((one) => one.agency === agency);

/** Where the agencies stand that have a position or let their day pass, in the order of referral. */
export const positionsOf = ({ referrals }: Round): AgencyPosition[] =>
  referrals.flatMap(({ agency, answer }) => {
    if (!answer) return [];
    const { position, silent, reasons } = answer;
    return [{ agency, position, silent, ...(reasons !== undefined && { reasons }) }];
  });

/** Every proposal that belongs to the position that counts. */
export const proposalsOf = ({ referrals }: Round): Proposal[] =>
  referrals.flatMap(({ answer }) => [...(answer?.proposals ?? [])]);

/** Everybody who took part so far: in technical review, and with a position of this round. */
export const participantsOf = ({ participants, referrals }: Round): string[] => [
  ...new Set([...participants, ...referrals.flatMap(({ reviewers }) => reviewers)]),
];

export const evolve = (state: SecurityReview, fact: SecurityReviewFact): SecurityReview => {
  if (fact.type === 'SecurityReviewOpened') return { status: 'in-review', ...fact.data, referrals: [] };
  if (state.status === 'not-open') return state;
  switch (fact.type) {
    case 'CaseReferred':
      return { ...state, referrals: [...state.referrals, { ...fact.data, proposed: [], reviewers: [] }] };
    case 'ConditionProposed':
      return withReferral(state, fact.data.agency, (held) => ({
        ...held,
        proposed: [...held.proposed, fact.data.proposal],
      }));
    case 'PositionTaken':
      return withReferral(state, fact.data.agency, (held) => answered(held, fact.data));
    case 'AgencySilenceNoted':
      return withReferral(state, fact.data.agency, (held) => ({
        ...held,
        answer: { position: 'no-objection', silent: true, proposals: [] },
      }));
    case 'SecurityReviewClosed':
      return { ...roundOf(state), status: 'closed' };
    case 'SecurityReviewCancelled':
      return { ...roundOf(state), status: 'cancelled', because: fact.data.because };
  }
};

const roundOf = ({ file, findings, requirements, participants, referrals }: Opened): Round => ({
  file,
  findings,
  requirements,
  participants,
  referrals,
});

const withReferral = (state: Opened, agency: string, change: (held: Referral) => Referral): SecurityReview => ({
  ...state,
  referrals: state.referrals.map((held) => (held.agency === agency ? change(held) : held)),
});

const answered = (held: Referral, taken: z.infer<typeof PositionTaken.schema>): Referral => {
  const { position, reasons, withheldReasons, reviewer, conditionIds } = taken;
  return {
    ...held,
    proposed: [],
    reviewers: held.reviewers.includes(reviewer.id) ? held.reviewers : [...held.reviewers, reviewer.id],
    answer: {
      position,
      silent: false,
      ...(reasons !== undefined && { reasons }),
      ...(withheldReasons !== undefined && { withheldReasons }),
      proposals: held.proposed.filter(({ condition }) => conditionIds.includes(condition.conditionId)),
      reviewer,
    },
  };
};
