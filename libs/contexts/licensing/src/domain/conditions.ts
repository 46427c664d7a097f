import type { Condition } from '@exeat/kernel';

/**
 * Whether the condition asks for money. Such terms belong to licensing alone: they are never an input to technical or
 * security review (facts 2.8).
 */
export const isFinancial = ({ duty }: Condition): boolean =>
  duty.when === 'each-quarter' && duty.percentOfShippedValue !== undefined;
