import { Controller, Get, Param } from '@nestjs/common';
import { Allow } from '@exeat/auth';
import { dayOf, type Day } from '@exeat/kernel';
import { Policy, ruleSetFileSchema, standingOn, type RuleSet } from '@exeat/policy';
import { z } from 'zod';
import { ClockSource } from '../clock/clock-source.js';
import { Documented } from '../openapi/documented.js';
import { problemError } from '../problems/problem-error.js';

const summarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  regime: z.string(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().nullable().describe('The last day; null for the rule set that has no end yet.'),
});

const ruleSchema = z.strictObject({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  citation: z.string(),
  mark: z.string().describe('How far it was checked: verified, secondary or unverified.'),
  remark: z.string().optional(),
  effectiveFrom: z.string(),
  effectiveTo: z.string().optional(),
  standing: z.string().describe('Where it stands today, or on the last day of a rule set that has ended.'),
});

const ruleSetSchema = summarySchema.extend({
  provenance: z.string(),
  standingOn: z.string(),
  thresholds: ruleSetFileSchema.shape.thresholds,
  rules: z.array(ruleSchema),
  process: ruleSetFileSchema.shape.process,
});

/** The rule sets by which applications are judged, each for the days on which it is chosen. */
@Controller('rule-sets')
export class RuleSetsController {
  constructor(
    private readonly policy: Policy,
    private readonly clock: ClockSource,
  ) {}

  @Get()
  @Allow('policy:read')
  @Documented({ summary: 'Rule sets, the earliest first', response: z.strictObject({ items: z.array(summarySchema) }) })
  list() {
    return { items: this.policy.ruleSets().map(summaryOf) };
  }

  @Get(':ruleSet')
  @Allow('policy:read')
  @Documented({
    summary: 'One rule set: thresholds, rules with their standing, and days of the process',
    response: ruleSetSchema,
    refusals: ['RULE_SET_NOT_FOUND'],
  })
  one(@Param('ruleSet') id: string): z.infer<typeof ruleSetSchema> {
    const ruleSet = this.policy.ruleSets().find((each) => each.id === id);
    if (!ruleSet) throw problemError(404, 'RULE_SET_NOT_FOUND', 'There is no such rule set.');
    const { provenance, thresholds, process } = ruleSet;
    const day = dayWithin(ruleSet, dayOf(this.clock.now()));
    const rules = ruleSet.rules.map((rule) => ruleOn(rule, day));
    return { ...summaryOf(ruleSet), provenance, standingOn: day, thresholds, rules, process };
  }
}

const summaryOf = ({ id, title, regime, effectiveFrom, effectiveTo }: RuleSet): z.infer<typeof summarySchema> => ({
  ...{ id, title, regime, effectiveFrom },
  effectiveTo: effectiveTo ?? null,
});

/** Today, or the day of the rule set that is next to it. */
const dayWithin = ({ effectiveFrom, effectiveTo }: RuleSet, today: Day): Day => {
  if (today < effectiveFrom) return effectiveFrom;
  return effectiveTo !== undefined && today > effectiveTo ? effectiveTo : today;
};

const ruleOn = (rule: RuleSet['rules'][number], day: Day): z.infer<typeof ruleSchema> => {
  const { id, kind, title, citation, mark, remark, effectiveFrom, effectiveTo } = rule;
  return {
    ...{ id, kind, title, citation, mark, effectiveFrom, standing: standingOn(rule, day) },
    ...(remark !== undefined && { remark }),
    ...(effectiveTo !== undefined && { effectiveTo }),
  };
};
