import type { Condition, Proposal } from '@exeat/kernel';
import type { z } from 'zod';
import type { ConditionAdopted, LicensingFact } from './events.js';

export type Person = NonNullable<z.infer<typeof ConditionAdopted.schema>['officer']>;

/** One thing that was done to a condition, for its provenance. */
export interface Change {
  readonly change: 'added' | 'adopted' | 'reworded' | 'dropped';
  readonly officer?: Person;
  readonly reason?: string;
  readonly before?: string;
  readonly after?: string;
}

/** A condition of this case. It keeps its id and what became of it through every change. */
export interface CaseCondition {
  /** As it was proposed. */
  readonly proposal: Proposal;
  /** As it stands. */
  readonly current: Condition;
  readonly standing: 'proposed' | 'adopted' | 'reworded' | 'dropped';
  readonly changes: readonly Change[];
}

/** Facts that settle a condition. */
type Settling = Extract<
  LicensingFact,
  { type: 'ConditionAdopted' | 'ConditionAdded' | 'ConditionReworded' | 'ConditionDropped' }
>;

/**
 * Whether the condition asks for money. Such terms belong to licensing alone: they are never an input to technical or
 * security review.
 */
export const isFinancial = ({ duty }: Condition): boolean =>
  duty.when === 'each-quarter' && duty.percentOfShippedValue !== undefined;

/** An agency as people say it, `Defense`; or licensing, whose conditions are the officer's own. */
export const proposerInWords = (proposedBy: string): string =>
  proposedBy === 'licensing' ? proposedBy : proposedBy.replace(/^./, (first) => first.toUpperCase());

export const proposed = (proposal: Proposal): CaseCondition => ({
  proposal,
  current: proposal.condition,
  standing: 'proposed',
  changes: [],
});

export const conditionOf = (conditions: readonly CaseCondition[], conditionId: string): CaseCondition | undefined =>
  conditions.find(({ current }) => current.conditionId === conditionId);

export const isInForce = ({ standing }: CaseCondition): boolean => standing === 'adopted' || standing === 'reworded';

/** What a decision would be bound by as things stand. */
export const inForce = (conditions: readonly CaseCondition[]): Condition[] =>
  conditions.filter(isInForce).map(({ current }) => current);

/** Proposals that are neither in the decision nor dropped. */
export const unsettled = (conditions: readonly CaseCondition[]): readonly CaseCondition[] =>
  conditions.filter(({ standing }) => standing === 'proposed');

/** The conditions after one of them was settled. */
export const settled = (conditions: readonly CaseCondition[], fact: Settling): readonly CaseCondition[] => {
  const { officer } = fact.data;
  const by = officer === undefined ? {} : { officer };
  const changed = (conditionId: string, change: (held: CaseCondition) => CaseCondition) =>
    conditions.map((held) => (held.current.conditionId === conditionId ? change(held) : held));
  switch (fact.type) {
    case 'ConditionAdded': {
      const { proposal } = fact.data;
      const change: Change = { change: 'added', reason: proposal.reason, ...by };
      return [...conditions, { ...proposed(proposal), standing: 'adopted', changes: [change] }];
    }
    case 'ConditionAdopted':
      return changed(fact.data.conditionId, (held) => ({
        ...held,
        current: fact.data.proposal.condition,
        standing: 'adopted',
        changes: [...held.changes, { change: 'adopted', ...by }],
      }));
    case 'ConditionReworded': {
      const { before, after, reason } = fact.data;
      const change: Change = { change: 'reworded', reason, before: before.text, after: after.text, ...by };
      return changed(fact.data.conditionId, (held) => ({
        ...held,
        current: after,
        standing: 'reworded',
        changes: [...held.changes, change],
      }));
    }
    case 'ConditionDropped':
      return changed(fact.data.conditionId, (held) => ({
        ...held,
        standing: 'dropped',
        changes: [...held.changes, { change: 'dropped', reason: fact.data.reason, ...by }],
      }));
  }
};
