import {
  addDays,
  endOf,
  exact,
  Exact,
  type Condition,
  type Day,
  type Duty,
  type FactNamed,
  type Money,
  type Quarter,
} from '@exeat/kernel';
import type { ComplianceFact } from './events.js';

type Raised = FactNamed<ComplianceFact, 'ObligationRaised'>;
type ObligationIds = Readonly<Record<string, string>>;
type Timed<When extends Duty['when']> = Condition & { readonly duty: Extract<Duty, { when: When }> };

const conditionsWith = <When extends Duty['when']>(conditions: readonly Condition[], when: When) =>
  conditions.filter((condition): condition is Timed<When> => condition.duty.when === when);

const raised = (
  { conditionId, clause, duty: { evidence, days } }: Timed<'once' | 'after-each-shipment' | 'each-quarter'>,
  ids: ObligationIds,
  about: string,
  from: Day,
  amount?: Money,
): Raised => {
  const obligationId = ids[conditionId];
  // The handler gives an id for every condition: a missing one is a defect, not a refusal.
  if (obligationId === undefined) throw new Error(`No obligation id came in for condition ${conditionId}`);
  const dueAt = endOf(addDays(from, days));
  return {
    type: 'ObligationRaised',
    data: { obligationId, conditionId, clause, evidence, about, ...(amount && { amount }), dueAt },
  };
};

/** What is owed once, counted from the first valid day. */
export const owedOnce = (conditions: readonly Condition[], ids: ObligationIds, licenceNumber: string, from: Day) =>
  conditionsWith(conditions, 'once').map((condition) => raised(condition, ids, licenceNumber, from));

/** What is owed after a shipment, counted from the day it left. */
export const owedAfterShipment = (conditions: readonly Condition[], ids: ObligationIds, reference: string, on: Day) =>
  conditionsWith(conditions, 'after-each-shipment').map((condition) => raised(condition, ids, reference, on));

/** A share of what was shipped, rounded half up to cents. */
export const shareOf = ({ amount, currency }: Money, percent: string): Money => ({
  amount: exact(amount).times(percent).div(100).toFixed(2, Exact.ROUND_HALF_UP),
  currency,
});

/** What is owed for a quarter in which something was shipped; a payment of nothing is not asked for. */
export const owedForQuarter = (
  conditions: readonly Condition[],
  ids: ObligationIds,
  { name, last }: Quarter,
  shippedValue: Money,
) =>
  conditionsWith(conditions, 'each-quarter').flatMap((condition) => {
    const percent = condition.duty.percentOfShippedValue;
    if (percent === undefined) return raised(condition, ids, name, last);
    const share = shareOf(shippedValue, percent);
    return exact(share.amount).isZero() ? [] : raised(condition, ids, name, last, share);
  });
