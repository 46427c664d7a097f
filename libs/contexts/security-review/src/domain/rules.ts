import { holds, problem, refuse, type Actor, type Problem, type Refusal, type Rule } from '@exeat/kernel';
import type { NoteAgencySilence, SecurityReviewCommand, TakePosition } from './commands.js';
import type { SecurityReviewRefusal } from './refusals.js';
import { referralOf, type Opened, type Referral, type SecurityReview, type With } from './state.js';

type Verdict = Refusal<SecurityReviewRefusal> | undefined;
type Flaw = Problem<SecurityReviewRefusal>;
type PositionRule = Rule<With<'in-review'>, TakePosition, SecurityReviewRefusal>;

/** There is nothing to read or to answer. */
export const notOpen: Refusal<SecurityReviewRefusal> = refuse(
  'CASE_NOT_FOUND',
  'There is no security review of such a case.',
);

export const notReferred: Refusal<SecurityReviewRefusal> = refuse(
  'NOT_REFERRED_TO_YOUR_AGENCY',
  'This application was not referred to your agency.',
);

/** Who may ask for what. */
export const whoMay = ({ type, by }: Pick<SecurityReviewCommand, 'type' | 'by'>, state: SecurityReview): Verdict => {
  if (type !== 'TakePosition')
    return holds(by, 'system') ? undefined : refuse('BY_RULE_ALONE', 'This happens by rule and cannot be asked for.');
  if (!holds(by, 'security-reviewer'))
    return refuse('NOT_A_SECURITY_REVIEWER', 'Only a security reviewer takes a position for an agency.');
  return state.status === 'not-open' ? notOpen : withoutInterest(by, state);
};

/** Nobody reviews the application of a company they belong to. */
export const withoutInterest = (by: Actor, { file }: Opened): Verdict =>
  by.organisation === file.applicant.companyId
    ? refuse('INTEREST_IN_CASE', 'You belong to the applicant: another person must do this.')
    : undefined;

const referredToYourAgency: PositionRule = (state, { by }) =>
  referralOf(state, by.organisation) ? undefined : notReferred.refused;

/** Whoever classified the items does not weigh the risk of letting them go. */
const tookNoPartInTechnicalReview: PositionRule = ({ participants }, { by }) =>
  participants.includes(by.id)
    ? problem('TOOK_PART_IN_TECHNICAL_REVIEW', 'You took part in the technical review: another person must do this.')
    : undefined;

/**
 * Silence counts from its moment on, whether it has been noted yet or not: otherwise what a late word is worth would
 * depend on how busy the machine is. A position that was taken in time may be changed until the review closes.
 */
const inTime: PositionRule = (state, { by, at }) => {
  const referral = referralOf(state, by.organisation);
  if (!referral) return undefined;
  const late = referral.answer ? referral.answer.silent : at >= referral.dueAt;
  return late
    ? problem('TIME_FOR_POSITION_OVER', `Your agency's time ended at ${referral.dueAt}; it is deemed not to object.`)
    : undefined;
};

/** An objection, and a return, rest on a statutory or regulatory ground that is stated. */
const groundsAreGiven: PositionRule = (_, { data: { position, reasons } }) =>
  (position === 'object' || position === 'return') && (reasons ?? '').trim() === ''
    ? problem('REASONS_REQUIRED', `To ${position}, give the statutory or regulatory reasons.`, '/reasons')
    : undefined;

const conditionsFitThePosition: PositionRule = (_, { data: { position, conditions } }) => {
  if (position === 'approve-with-conditions')
    return conditions.length === 0
      ? problem('CONDITIONS_REQUIRED', 'To approve with conditions, propose at least one condition.', '/conditions')
      : undefined;
  return conditions.length > 0
    ? problem('CONDITIONS_NEED_APPROVAL', 'Conditions go with the position "approve-with-conditions".', '/conditions')
    : undefined;
};

/** Everything in the way of every clause, with pointers into what was sent. */
const clausesAreFilled: PositionRule = (_, { data: { conditions } }) =>
  conditions.flatMap((condition, index): readonly Flaw[] =>
    'problems' in condition
      ? condition.problems.map(({ code, sentence, pointer = '' }) =>
          problem(code, sentence, `/conditions/${index}${pointer}`),
        )
      : [],
  );

/** Money is no matter of security: financial terms are licensing's alone. */
const noFinancialTerms: PositionRule = (_, { data: { conditions } }) =>
  conditions.flatMap((condition, index): readonly Flaw[] =>
    'proposal' in condition && condition.financial
      ? [
          problem(
            'FINANCIAL_TERMS_NOT_HERE',
            `"${condition.proposal.condition.clause}" asks for money; agencies do not propose financial terms.`,
            `/conditions/${index}/clause`,
          ),
        ]
      : [],
  );

export const positionRules: readonly PositionRule[] = [
  referredToYourAgency,
  tookNoPartInTechnicalReview,
  inTime,
  groundsAreGiven,
  conditionsFitThePosition,
  clausesAreFilled,
  noFinancialTerms,
];

export const agencyNotReferred = (agency: string): Refusal<SecurityReviewRefusal> =>
  refuse('AGENCY_NOT_REFERRED', `The case was not referred to "${agency}".`);

/** Before its moment an agency is not silent, it is at work. */
export const notYetDue = ({ agency, dueAt }: Referral, { at }: NoteAgencySilence): Verdict =>
  at < dueAt ? refuse('NOT_YET_DUE', `"${agency}" may answer until ${dueAt}.`) : undefined;
