import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Allow } from '@exeat/auth';
import { classificationSchema, dayOf, daySchema, specificationSchema, type Classification } from '@exeat/kernel';
import { Policy } from '@exeat/policy';
import { z } from 'zod';
import { ClockSource } from '../clock/clock-source.js';
import { parseBody } from '../input/parse.js';
import { Documented } from '../openapi/documented.js';
import { problemError } from '../problems/problem-error.js';

const trialSchema = z.strictObject({
  specification: specificationSchema,
  on: daySchema.optional().describe('By the rule set of this day; of today where left out.'),
});

/** Trial computations: what a specification comes to. Nothing is stored, so no command id is asked for. */
@Controller('classifications')
export class ClassificationsController {
  constructor(
    private readonly policy: Policy,
    private readonly clock: ClockSource,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('classification:try')
  @Documented({
    summary: 'Try what a specification is classified as, and why',
    description: 'Computes and stores nothing; needs no Idempotency-Key.',
    body: trialSchema,
    response: classificationSchema,
    refusals: ['INVALID_FIELDS', 'NO_RULE_SET'],
  })
  classify(@Body() body: unknown): Classification {
    const { specification, on = dayOf(this.clock.now()) } = parseBody(trialSchema, body);
    const [first] = this.policy.ruleSets();
    if (first && on < first.effectiveFrom)
      throw problemError(422, 'NO_RULE_SET', `The first rule set on file begins on ${first.effectiveFrom}.`);
    return this.policy.classify(specification, this.policy.ruleSetOn(on));
  }
}
