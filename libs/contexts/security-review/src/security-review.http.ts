import { Allow, SignedIn } from '@exeat/auth';
import { EventStore } from '@exeat/event-store';
import type { Actor, Envelope } from '@exeat/kernel';
import {
  CaseId,
  ClockSource,
  CommandEnvelope,
  Documented,
  orProblem,
  parseBody,
  readOrProblem,
} from '@exeat/service-host';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { takePositionSchema } from './domain/commands.js';
import { clauseRefusals } from './domain/refusals.js';
import { readReview, securityReviewViewSchema } from './read-review.js';
import { SecurityReviewRequest } from './security-review.handler.js';

/** What the agencies do. The version for `If-Match` is that of the security review. */
@Controller('security-reviews/:caseId')
export class SecurityReviewController {
  constructor(
    private readonly bus: CommandBus,
    private readonly clock: ClockSource,
    private readonly store: EventStore,
  ) {}

  @Get()
  @Allow('case:read')
  @Documented({
    summary: 'Read a security review with where the agencies stand',
    description:
      'For the agencies it was referred to, licensing and audit. Withheld reasons are shown to the own agency, ' +
      'licensing and audit alone. The ETag is what the next If-Match has to name.',
    response: securityReviewViewSchema,
    refusals: ['CASE_NOT_FOUND', 'NOT_REFERRED_TO_YOUR_AGENCY', 'INTEREST_IN_CASE'],
  })
  async read(@CaseId() caseId: string, @SignedIn() by: Actor) {
    return readOrProblem(await readReview(this.store, caseId, by));
  }

  @Post('position')
  @Allow('security-review:work')
  @Documented({
    summary: 'Take a position for your agency',
    description:
      'May be taken again until the review closes, which it does with the last agency. Conditions are clauses of the ' +
      'library with their parameters; those of an earlier position fall with it.',
    body: takePositionSchema,
    refusals: [
      'CASE_NOT_FOUND',
      'INTEREST_IN_CASE',
      'NOT_REFERRED_TO_YOUR_AGENCY',
      'TOOK_PART_IN_TECHNICAL_REVIEW',
      'TIME_FOR_POSITION_OVER',
      'REASONS_REQUIRED',
      'CONDITIONS_REQUIRED',
      'CONDITIONS_NEED_APPROVAL',
      ...clauseRefusals,
      'FINANCIAL_TERMS_NOT_HERE',
      'NOT_IN_THIS_STATUS',
    ],
  })
  async takePosition(
    @CaseId() caseId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = parseBody(takePositionSchema, body);
    const command = { type: 'TakePosition', data, by, at: this.clock.now() } as const;
    return orProblem(await this.bus.execute(new SecurityReviewRequest(caseId, command, envelope)));
  }
}
