import { problem, refusalBy, same, type Condition } from '@exeat/kernel';
import type { AddCondition, AdoptCondition, DropCondition, FilledCondition, RewordCondition } from '../commands.js';
import { conditionOf, isInForce } from '../conditions.js';
import type { Outcome } from '../refusals.js';
import { officerRules, onRoute, type Flaw, type OfficerRule } from '../rules.js';
import type { Round, With } from '../state.js';

type OfOneCondition = AdoptCondition | RewordCondition | DropCondition;

const isKnown: OfficerRule<OfOneCondition> = ({ conditions }, { data }) =>
  conditionOf(conditions, data.conditionId)
    ? undefined
    : problem('CONDITION_UNKNOWN', 'The case has no such condition.');

const reasonIsGiven: OfficerRule<AddCondition | RewordCondition | DropCondition> = (_, { data }) =>
  data.reason.trim() === '' ? problem('REASONS_REQUIRED', 'Say why.', '/reason') : undefined;

const clauseIsFilled: OfficerRule<AddCondition | RewordCondition> = (_, { data }): readonly Flaw[] =>
  data.filled && 'problems' in data.filled ? data.filled.problems : [];

/** A dropped condition is out of the case; it comes back as it was proposed, by adopting it. */
const isNotDropped: OfficerRule<RewordCondition> = ({ conditions }, { data }) =>
  conditionOf(conditions, data.conditionId)?.standing === 'dropped'
    ? problem('CONDITION_DROPPED', 'This condition was dropped; adopt it before you reword it.')
    : undefined;

/** Whether the condition stands as it is asked for already. */
export const alreadySettled = (command: OfOneCondition | AddCondition, { conditions }: Round): boolean => {
  if (command.type === 'AddCondition') {
    const { filled } = command.data;
    return 'condition' in filled && conditionOf(conditions, filled.condition.conditionId) !== undefined;
  }
  const held = conditionOf(conditions, command.data.conditionId);
  if (!held) return false;
  switch (command.type) {
    case 'AdoptCondition':
      return isInForce(held);
    case 'RewordCondition':
      return held.standing !== 'dropped' && same(wordingIn(command.data.filled), held.current);
    case 'DropCondition':
      return held.standing === 'dropped';
  }
};

export const adopt = (command: AdoptCondition, state: With<'settling'>): Outcome => {
  const refusal = refusalBy([...officerRules, isKnown], state, command);
  const held = conditionOf(state.conditions, command.data.conditionId);
  if (refusal || !held) return refusal ?? [];
  const { conditionId } = command.data;
  return [{ type: 'ConditionAdopted', data: { conditionId, proposal: held.proposal, officer: personOf(command) } }];
};

export const add = (command: AddCondition, state: With<'settling'>): Outcome => {
  const refusal = refusalBy([...officerRules, onRoute('decision'), reasonIsGiven, clauseIsFilled], state, command);
  const condition = wordingIn(command.data.filled);
  if (refusal || !condition) return refusal ?? [];
  const { reason } = command.data;
  const proposal = { condition, proposedBy: 'licensing', reason };
  return [{ type: 'ConditionAdded', data: { proposal, officer: personOf(command) } }];
};

/** Gives a condition other parameters; its id stays, and the wording before and after is kept with the reason. */
export const reword = (command: RewordCondition, state: With<'settling'>): Outcome => {
  const refusal = refusalBy([...officerRules, isKnown, isNotDropped, reasonIsGiven, clauseIsFilled], state, command);
  const { conditionId, reason, filled } = command.data;
  const held = conditionOf(state.conditions, conditionId);
  const after = wordingIn(filled);
  if (refusal || !held || !after) return refusal ?? [];
  const { current: before, proposal } = held;
  const { proposedBy } = proposal;
  return [
    { type: 'ConditionReworded', data: { conditionId, proposedBy, before, after, reason, officer: personOf(command) } },
  ];
};

/** Takes a condition out of the decision, with the reason; adopting it again brings it back. */
export const drop = (command: DropCondition, state: With<'settling'>): Outcome => {
  const refusal = refusalBy([...officerRules, isKnown, reasonIsGiven], state, command);
  const { conditionId, reason } = command.data;
  const held = conditionOf(state.conditions, conditionId);
  if (refusal || !held) return refusal ?? [];
  const { current: condition, proposal } = held;
  const { proposedBy } = proposal;
  return [
    { type: 'ConditionDropped', data: { conditionId, proposedBy, condition, reason, officer: personOf(command) } },
  ];
};

const wordingIn = (filled: FilledCondition | undefined): Condition | undefined =>
  filled && 'condition' in filled ? filled.condition : undefined;

const personOf = ({ by }: OfOneCondition | AddCondition) => ({ id: by.id, name: by.name });
