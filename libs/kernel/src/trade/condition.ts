import { z } from 'zod';
import { decimalText } from '../decimal.js';

/** What a condition makes somebody do, and when. Copied from the clause, so that a licence explains itself. */
const dutySchema = z.discriminatedUnion('when', [
  /** A standing duty, with no date of its own. */
  z.strictObject({ when: z.literal('always') }),
  /** A laboratory certificate covering the units must be on file before they ship. */
  z.strictObject({ when: z.literal('before-each-shipment'), evidence: z.string() }),
  z.strictObject({ when: z.literal('after-each-shipment'), days: z.int().min(1), evidence: z.string() }),
  /** Due `days` calendar days after each quarter ends; `percentOfShippedValue` makes it a payment. */
  z.strictObject({
    when: z.literal('each-quarter'),
    days: z.int().min(1),
    evidence: z.string(),
    percentOfShippedValue: decimalText.optional(),
  }),
  z.strictObject({ when: z.literal('once'), days: z.int().min(1), evidence: z.string() }),
]);
export type Duty = z.infer<typeof dutySchema>;

export const parametersSchema = z.record(z.string(), z.string().max(500));
export type Parameters = z.infer<typeof parametersSchema>;

/** A condition of a licence: a clause of the library, filled in. It keeps its id through every change. */
export const conditionSchema = z.strictObject({
  conditionId: z.uuid(),
  clause: z.string(),
  clauseVersion: z.int().min(1),
  parameters: parametersSchema,
  /** The clause's wording with the parameters in place. */
  text: z.string(),
  duty: dutySchema,
});
export type Condition = z.infer<typeof conditionSchema>;

/** A condition as an agency or officer asks for it, before it has a place in the decision. */
export const proposalSchema = z.strictObject({
  condition: conditionSchema,
  /** The agency that proposed it, or `licensing` for the officer's own. */
  proposedBy: z.string(),
  reason: z.string(),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const positions = ['no-objection', 'approve-with-conditions', 'object', 'return'] as const;
export const positionSchema = z.enum(positions);
export type Position = z.infer<typeof positionSchema>;

/** Where an agency stands when security review closes. */
export const agencyPositionSchema = z.strictObject({
  agency: z.string(),
  position: positionSchema,
  /** True where the agency said nothing before its day and is deemed not to object. */
  silent: z.boolean(),
  reasons: z.string().optional(),
});
export type AgencyPosition = z.infer<typeof agencyPositionSchema>;
