import { Controller, Get } from '@nestjs/common';
import { Allow, may, SignedIn } from '@exeat/auth';
import { unreachable, type Actor } from '@exeat/kernel';
import { Policy, type Clause, type ConditionClause } from '@exeat/policy';
import { z } from 'zod';
import { Documented } from '../openapi/documented.js';

const parameterSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  type: z.enum(['percent', 'days', 'integer', 'text', 'country']),
  default: z.string().optional(),
  min: z.int().optional(),
  max: z.string().optional().describe('The largest value; of a text, its length.'),
});

const clauseSchema = z.strictObject({
  clause: z.string(),
  version: z.int(),
  kind: z.enum(['condition', 'rider']),
  title: z.string(),
  purpose: z.string(),
  source: z.string(),
  mark: z.string(),
  wording: z.string().describe('`{days}` stands for the parameter of that name.'),
  parameters: z.array(parameterSchema),
  category: z.string().optional(),
  duty: z.string().optional().describe('What the holder has to do, in words. A rider asks for nothing.'),
  financial: z.boolean(),
});
type ClauseShown = z.infer<typeof clauseSchema>;

/** The clause library, from which conditions are made. */
@Controller('clauses')
export class ClausesController {
  constructor(private readonly policy: Policy) {}

  @Get()
  @Allow('policy:read')
  @Documented({
    summary: 'The clause library, in its latest versions',
    description: 'Financial clauses are shown to licensing, audit and administration alone.',
    response: z.strictObject({ items: z.array(clauseSchema) }),
  })
  list(@SignedIn() by: Actor): { readonly items: readonly ClauseShown[] } {
    const items = this.policy.clauses().map(shown);
    return { items: may(by, 'financial-clause:read') ? items : items.filter(({ financial }) => !financial) };
  }
}

const shown = (clause: Clause): ClauseShown => {
  const { kind, title, purpose, source, mark, wording, version } = clause;
  return {
    ...{ clause: clause.clause, version, kind, title, purpose, source, mark, wording },
    parameters: clause.parameters.map(parameterShown),
    ...(clause.kind === 'condition' && { category: clause.category, duty: dutyInWords(clause.duty) }),
    financial: clause.kind === 'condition' && clause.category === 'financial',
  };
};

const parameterShown = (parameter: Clause['parameters'][number]): ClauseShown['parameters'][number] => ({
  ...{ name: parameter.name, title: parameter.title, type: parameter.type },
  ...(parameter.default !== undefined && { default: parameter.default }),
  ...('min' in parameter && { min: parameter.min }),
  ...('max' in parameter && { max: String(parameter.max) }),
});

/** What a clause makes the holder do; parameters stand in braces, as in its wording. */
export const dutyInWords = (duty: ConditionClause['duty']): string => {
  const within = (days: number | { readonly parameter: string }) =>
    `within ${typeof days === 'number' ? days : `{${days.parameter}}`} days`;
  switch (duty.when) {
    case 'always':
      return 'Holds at all times; nothing is to be filed.';
    case 'before-each-shipment':
      return `File before each shipment: ${duty.evidence}.`;
    case 'after-each-shipment':
      return `File ${within(duty.days)} of each shipment: ${duty.evidence}.`;
    case 'once':
      return `File once, ${within(duty.days)} of the first valid day: ${duty.evidence}.`;
    case 'each-quarter': {
      const share = duty.percentOfShippedValue;
      const paid = share ? `, with a payment of {${share.parameter}} per cent of what was shipped` : '';
      return `File ${within(duty.days)} of the end of each quarter in which something shipped: ${duty.evidence}${paid}.`;
    }
    default:
      return unreachable(duty);
  }
};
