import { decimalText } from '@exeat/kernel';
import { z } from 'zod';
import { markSchema } from '../rule-set/standing.js';

const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a name such as days or legalBasis');
const parameterShape = { name, title: z.string().min(1), default: z.string().optional() };

/** What somebody fills in. Values arrive as text; the type says what the text must be. */
const parameterSchema = z.discriminatedUnion('type', [
  /** Above `min`, if given, and at most `max`; at most two decimals. */
  z.strictObject({ ...parameterShape, type: z.literal('percent'), max: decimalText.default('100') }),
  z.strictObject({ ...parameterShape, type: z.literal('days'), max: z.int().min(1).default(3650) }),
  z.strictObject({
    ...parameterShape,
    type: z.literal('integer'),
    min: z.int().min(0).default(0),
    max: z.int().min(1).default(1_000_000_000),
  }),
  z.strictObject({ ...parameterShape, type: z.literal('text'), max: z.int().min(1).max(500).default(500) }),
  z.strictObject({ ...parameterShape, type: z.literal('country') }),
]);
export type ClauseParameter = z.infer<typeof parameterSchema>;

/** A whole number in the file, or the parameter that gives it. */
const given = z.strictObject({ parameter: name });
const daysSchema = z.union([z.int().min(1), given]);
const evidence = z.string().regex(/^[a-z0-9-]+$/, 'lower case, digits and hyphens');

/** The kernel's duty, with parameters where a filled-in clause has figures. */
const dutyTemplateSchema = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('always') }),
  z.strictObject({ when: z.literal('before-each-shipment'), evidence }),
  z.strictObject({ when: z.literal('after-each-shipment'), days: daysSchema, evidence }),
  z.strictObject({
    when: z.literal('each-quarter'),
    days: daysSchema,
    evidence,
    percentOfShippedValue: given.optional(),
  }),
  z.strictObject({ when: z.literal('once'), days: daysSchema, evidence }),
]);
export type DutyTemplate = z.infer<typeof dutyTemplateSchema>;

const shared = {
  clause: z.string().regex(/^[a-z0-9-]+$/, 'lower case, digits and hyphens'),
  version: z.int().min(1),
  title: z.string().min(1),
  /** What the clause is for, for those who choose it. */
  purpose: z.string().min(1),
  /** Where the clause comes from. */
  source: z.string().min(1),
  mark: markSchema,
  /** `{days}` stands for the parameter of that name. */
  wording: z.string().min(1),
  parameters: z.array(parameterSchema),
};

/**
 * A clause of the library. A `condition` binds, and its breach is a violation; a `rider` explains or reminds, and is
 * none. A released version never changes: another wording is another version in another file.
 */
export const clauseSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('condition'),
    ...shared,
    /** `financial` terms stand outside the merits and are shown to neither technical nor security review. */
    category: z.enum(['reporting', 'verification', 'quantity', 'end-use', 'access', 'financial']),
    duty: dutyTemplateSchema,
  }),
  z.strictObject({ kind: z.literal('rider'), ...shared }),
]);
export type Clause = z.infer<typeof clauseSchema>;
export type ConditionClause = Extract<Clause, { kind: 'condition' }>;

/** The names between braces in a wording. */
export const placeholdersOf = (wording: string): readonly string[] =>
  [...wording.matchAll(/\{([^{}]*)\}/g)].map(([, inside = '']) => inside);
