import { daySchema, type Day } from '@exeat/kernel';
import { z } from 'zod';

/**
 * How far the project checked a statement: against a primary source, against a secondary source only, or not at all.
 * What is not verified stays in the data with this mark and never becomes code.
 */
export const markSchema = z.enum(['verified', 'secondary', 'unverified']);
export type Mark = z.infer<typeof markSchema>;

/**
 * When something holds. The text of a rule, a stay of it, and whether it is enforced are three different things:
 * a stay ends by itself, and a rule can stand in the code of regulations without being enforced.
 */
export const termShape = {
  effectiveFrom: daySchema,
  /** The last day; left out while no end is known. */
  effectiveTo: daySchema.optional(),
  /** Each from its first to its last day, both included; without `to` until further notice. */
  stays: z
    .array(z.strictObject({ from: daySchema, to: daySchema.optional(), citation: z.string().min(1) }))
    .default([]),
  enforcementStatus: z.enum(['enforced', 'not-enforced']).default('enforced'),
};

export interface Term {
  readonly effectiveFrom: Day;
  readonly effectiveTo?: Day | undefined;
  readonly stays?: readonly { readonly from: Day; readonly to?: Day | undefined }[];
  readonly enforcementStatus?: 'enforced' | 'not-enforced';
}

export type Standing = 'in-force' | 'not-yet-effective' | 'ended' | 'stayed' | 'not-enforced';

/** Where a rule stands on a day. Only a rule that is `in-force` is applied. */
export const standingOn = (term: Term, day: Day): Standing => {
  if (day < term.effectiveFrom) return 'not-yet-effective';
  if (!within(term.effectiveFrom, term.effectiveTo, day)) return 'ended';
  if (term.stays?.some(({ from, to }) => within(from, to, day))) return 'stayed';
  return term.enforcementStatus === 'not-enforced' ? 'not-enforced' : 'in-force';
};

export const inForce = (term: Term, day: Day): boolean => standingOn(term, day) === 'in-force';

const within = (from: Day, to: Day | undefined, day: Day): boolean => from <= day && (to === undefined || day <= to);
