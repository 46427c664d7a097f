import { daysAfter, refusalBy, refusedInStatus, same, unreachable, type Decider, type Proposal } from '@exeat/kernel';
import type {
  AgencyNamed,
  FilledCondition,
  NoteAgencySilence,
  OpenSecurityReview,
  SecurityReviewCommand,
  TakePosition,
} from './commands.js';
import type { SecurityReviewFact } from './events.js';
import type { Outcome, SecurityReviewRefusal } from './refusals.js';
import { agencyNotReferred, notYetDue, positionRules, whoMay } from './rules.js';
import {
  evolve,
  initial,
  lifecycle,
  participantsOf,
  positionsOf,
  proposalsOf,
  referralOf,
  type SecurityReview,
  type With,
} from './state.js';

const decide = (command: SecurityReviewCommand, state: SecurityReview): Outcome => {
  const notAllowed = whoMay(command, state);
  if (notAllowed) return notAllowed;
  if (alreadyHolds(command, state)) return [];
  const tooEarlyOrLate = refusedInStatus<SecurityReview['status'], SecurityReviewCommand['type']>(
    lifecycle,
    state.status,
    command.type,
  );
  if (tooEarlyOrLate) return tooEarlyOrLate;
  switch (command.type) {
    case 'OpenSecurityReview':
      return closedWhereAllAnswered(state, open(command));
    case 'TakePosition':
      return takePosition(command, state as With<'in-review'>);
    case 'NoteAgencySilence':
      return noteSilence(command, state as With<'in-review'>);
    case 'CancelSecurityReview':
      return [{ type: 'SecurityReviewCancelled', data: command.data }];
    default:
      return unreachable(command);
  }
};

/** Whether what is asked for is so already, or can no longer matter. */
const alreadyHolds = (command: SecurityReviewCommand, state: SecurityReview): boolean => {
  switch (command.type) {
    case 'OpenSecurityReview':
      // Each registration is referred once: a number that was opened before, even if cancelled since, opens no more.
      return state.status !== 'not-open' && state.file.number === command.data.file.number;
    case 'TakePosition':
      return (state.status === 'in-review' || state.status === 'closed') && isPosition(command, state);
    case 'NoteAgencySilence':
      if (state.status === 'closed' || state.status === 'cancelled') return true;
      return referralOf(state, command.data.agency)?.answer !== undefined;
    case 'CancelSecurityReview':
      return state.status === 'not-open' || state.status === 'cancelled';
  }
};

/** Whether the agency stands exactly there, by the word of the same person. */
const isPosition = ({ by, data }: TakePosition, state: SecurityReview): boolean => {
  const answer = referralOf(state, by.organisation)?.answer;
  if (!answer || answer.reviewer?.id !== by.id) return false;
  return (
    answer.position === data.position &&
    answer.reasons === data.reasons &&
    answer.withheldReasons === data.withheldReasons &&
    same(answer.proposals.map(contentOf), data.conditions.flatMap(proposalIn).map(contentOf)) &&
    data.conditions.every((condition) => 'proposal' in condition)
  );
};

const proposalIn = (condition: FilledCondition): readonly Proposal[] =>
  'proposal' in condition ? [condition.proposal] : [];

/** A proposal without its id: asked for again, it would get another. */
const contentOf = ({ condition, reason }: Proposal) => [
  condition.clause,
  condition.clauseVersion,
  condition.parameters,
  reason,
];

const open = ({ data: { referrals, ...round }, at }: OpenSecurityReview): readonly SecurityReviewFact[] => [
  { type: 'SecurityReviewOpened', data: round },
  ...referrals.filter(firstOfItsAgency).map(({ days, ...named }): SecurityReviewFact => ({
    type: 'CaseReferred',
    data: { ...named, dueAt: daysAfter(at, days) },
  })),
];

/** Two rules may name one agency; it is asked once, by the first of them. */
const firstOfItsAgency = ({ agency }: AgencyNamed, index: number, all: readonly AgencyNamed[]): boolean =>
  all.findIndex((one) => one.agency === agency) === index;

const takePosition = (command: TakePosition, state: With<'in-review'>): Outcome => {
  const refusal = refusalBy(positionRules, state, command);
  if (refusal) return refusal;
  const { by, data } = command;
  const { position, reasons, withheldReasons } = data;
  const agency = by.organisation;
  const proposals = data.conditions.flatMap(proposalIn);
  return closedWhereAllAnswered(state, [
    ...proposals.map((proposal): SecurityReviewFact => ({ type: 'ConditionProposed', data: { agency, proposal } })),
    {
      type: 'PositionTaken',
      data: {
        agency,
        position,
        ...(reasons !== undefined && { reasons }),
        ...(withheldReasons !== undefined && { withheldReasons }),
        conditionIds: proposals.map(({ condition }) => condition.conditionId),
        reviewer: { id: by.id, name: by.name },
      },
    },
  ]);
};

const noteSilence = (command: NoteAgencySilence, state: With<'in-review'>): Outcome => {
  const referral = referralOf(state, command.data.agency);
  if (!referral) return agencyNotReferred(command.data.agency);
  const { agency, dueAt } = referral;
  return (
    notYetDue(referral, command) ??
    closedWhereAllAnswered(state, [{ type: 'AgencySilenceNoted', data: { agency, dueAt } }])
  );
};

/** The last agency's word, or its silence, closes the review in the same decision. */
const closedWhereAllAnswered = (
  state: SecurityReview,
  facts: readonly SecurityReviewFact[],
): readonly SecurityReviewFact[] => {
  const after = facts.reduce(evolve, state);
  if (after.status !== 'in-review' || after.referrals.some(({ answer }) => answer === undefined)) return facts;
  const { file, findings, requirements } = after;
  return [
    ...facts,
    {
      type: 'SecurityReviewClosed',
      data: {
        file,
        findings,
        requirements,
        positions: positionsOf(after),
        proposals: proposalsOf(after),
        participants: participantsOf(after),
      },
    },
  ];
};

export const securityReview: Decider<SecurityReview, SecurityReviewCommand, SecurityReviewFact, SecurityReviewRefusal> =
  { initial, decide, evolve };
