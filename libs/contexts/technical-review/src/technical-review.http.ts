import { Allow, SignedIn } from '@exeat/auth';
import { EventStore } from '@exeat/event-store';
import type { Actor, Envelope } from '@exeat/kernel';
import { Policy } from '@exeat/policy';
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
import {
  claimSchema,
  completeSchema,
  recordFindingSchema,
  releaseSchema,
  type TechnicalReviewAsk,
} from './domain/commands.js';
import { readReview, reviewViewSchema } from './read-review.js';
import { TechnicalReviewRequest } from './technical-review.handler.js';

/** What technical reviewers do. The version for `If-Match` is that of the review. */
@Controller('technical-reviews/:caseId')
export class TechnicalReviewController {
  constructor(
    private readonly bus: CommandBus,
    private readonly clock: ClockSource,
    private readonly store: EventStore,
    private readonly policy: Policy,
  ) {}

  @Get()
  @Allow('technical-review:read')
  @Documented({
    summary: 'Read a technical review with what is computed for each line',
    description: 'For reviewers, licensing and audit. The ETag is what the next If-Match has to name.',
    response: reviewViewSchema,
    refusals: ['CASE_NOT_FOUND', 'INTEREST_IN_CASE'],
  })
  async read(@CaseId() caseId: string, @SignedIn() by: Actor) {
    return readOrProblem(await readReview(this.store, this.policy, caseId, by, this.clock.now()));
  }

  @Post('claim')
  @Allow('technical-review:work')
  @Documented({
    summary: 'Claim a technical review',
    description: 'A claim is exclusive until it is released.',
    body: claimSchema,
    refusals: ['CASE_NOT_FOUND', 'INTEREST_IN_CASE', 'ALREADY_CLAIMED', 'NOT_IN_THIS_STATUS'],
  })
  claim(@CaseId() caseId: string, @Body() body: unknown, @SignedIn() by: Actor, @CommandEnvelope() envelope: Envelope) {
    const data = parseBody(claimSchema, body);
    return this.send(caseId, { type: 'ClaimReview', data, ...this.now(by) }, envelope);
  }

  @Post('release')
  @Allow('technical-review:work')
  @Documented({
    summary: 'Release a technical review for another reviewer',
    body: releaseSchema,
    refusals: ['CASE_NOT_FOUND', 'CLAIMED_BY_ANOTHER', 'NOT_IN_THIS_STATUS'],
  })
  release(
    @CaseId() caseId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = parseBody(releaseSchema, body);
    return this.send(caseId, { type: 'ReleaseReview', data, ...this.now(by) }, envelope);
  }

  @Post('findings')
  @Allow('technical-review:work')
  @Documented({
    summary: 'Record a finding for a line',
    description:
      'The computation is made and stored with it. Another finding for the same line supersedes the earlier.',
    body: recordFindingSchema,
    refusals: [
      'CASE_NOT_FOUND',
      'INTEREST_IN_CASE',
      'CLAIMED_BY_ANOTHER',
      'LINE_UNKNOWN',
      'DEPARTURE_NEEDS_REASON',
      'NO_DEPARTURE',
      'NOT_IN_THIS_STATUS',
    ],
  })
  recordFinding(
    @CaseId() caseId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = parseBody(recordFindingSchema, body);
    return this.send(caseId, { type: 'RecordFinding', data, ...this.now(by) }, envelope);
  }

  @Post('complete')
  @Allow('technical-review:work')
  @Documented({
    summary: 'Complete a technical review',
    description: 'Yields the licence requirements, or that no licence is required. All lines that are open are listed.',
    body: completeSchema,
    refusals: [
      'CASE_NOT_FOUND',
      'INTEREST_IN_CASE',
      'CLAIMED_BY_ANOTHER',
      'FINDING_MISSING',
      'UNDETERMINED',
      'REQUIREMENT_UNTESTED',
      'NOT_IN_THIS_STATUS',
    ],
  })
  complete(
    @CaseId() caseId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = parseBody(completeSchema, body);
    return this.send(caseId, { type: 'CompleteReview', data, ...this.now(by) }, envelope);
  }

  private now(by: Actor) {
    return { by, at: this.clock.now() };
  }

  private async send(caseId: string, command: TechnicalReviewAsk, envelope: Envelope) {
    return orProblem(await this.bus.execute(new TechnicalReviewRequest(caseId, command, envelope)));
  }
}
