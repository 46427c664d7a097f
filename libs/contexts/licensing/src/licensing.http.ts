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
import {
  answerNoticeSchema,
  nothingMoreSchema,
  proposeApprovalSchema,
  proposeDenialSchema,
  proposeNoLicenceRequiredSchema,
  sendBackSchema,
  type LicensingAsk,
} from './domain/commands.js';
import { LicensingRequest } from './licensing.handler.js';
import { licensingViewSchema, readCase } from './read-case.js';

const officer = ['CASE_NOT_FOUND', 'INTEREST_IN_CASE', 'REVIEWER_MAY_NOT_DECIDE', 'WRONG_ROUTE', 'NOT_IN_THIS_STATUS'];
const signing = [
  'CASE_NOT_FOUND',
  'INTEREST_IN_CASE',
  'OFFICER_MAY_NOT_COUNTERSIGN',
  'REVIEWER_MAY_NOT_COUNTERSIGN',
  'NOT_IN_THIS_STATUS',
];

/** How a case is decided. The version for `If-Match` is that of the case at licensing. */
@Controller('licensing/:caseId')
export class LicensingController {
  constructor(
    private readonly bus: CommandBus,
    private readonly clock: ClockSource,
    private readonly store: EventStore,
  ) {}

  @Get()
  @Allow('case:read')
  @Documented({
    summary: 'Read a case at licensing',
    description:
      'Conditions with their provenance, the gates that are open, what is proposed and who has signed. For licensing ' +
      'officers, countersigners and auditors. The ETag is what the next If-Match has to name.',
    response: licensingViewSchema,
    refusals: ['CASE_NOT_FOUND', 'INTEREST_IN_CASE'],
  })
  async read(@CaseId() caseId: string, @SignedIn() by: Actor) {
    return readOrProblem(await readCase(this.store, caseId, by));
  }

  @Post('approval')
  @Allow('decision:propose')
  @Documented({
    summary: 'Propose to approve, for each line up to what was applied for',
    description: 'Every gate that is open is listed. Left out, the last day of validity is the usual one.',
    body: proposeApprovalSchema,
    refusals: [
      ...officer,
      ...['LINES_MISSING', 'LINE_UNKNOWN', 'LINE_REPEATED', 'QUANTITY_ABOVE_APPLICATION', 'VALID_UNTIL_PAST'],
      ...['CONDITIONS_UNSETTLED', 'OBJECTION_STANDS', 'RETURN_ASKED'],
    ],
  })
  approve(
    @CaseId() caseId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = parseBody(proposeApprovalSchema, body);
    return this.send(caseId, { type: 'ProposeApproval', data, ...this.now(by) }, envelope);
  }

  @Post('denial')
  @Allow('decision:propose')
  @Documented({
    summary: 'Propose to deny, with the criteria and the reasons',
    description: 'Once signed, a notice of intent goes to the applicant, who may answer before the denial is final.',
    body: proposeDenialSchema,
    refusals: [...officer, 'CRITERIA_REQUIRED'],
  })
  deny(@CaseId() caseId: string, @Body() body: unknown, @SignedIn() by: Actor, @CommandEnvelope() envelope: Envelope) {
    const data = parseBody(proposeDenialSchema, body);
    return this.send(caseId, { type: 'ProposeDenial', data, ...this.now(by) }, envelope);
  }

  @Post('no-licence-required')
  @Allow('decision:propose')
  @Documented({
    summary: 'Propose to confirm that no licence is required',
    body: proposeNoLicenceRequiredSchema,
    refusals: officer,
  })
  confirm(
    @CaseId() caseId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = parseBody(proposeNoLicenceRequiredSchema, body);
    return this.send(caseId, { type: 'ProposeNoLicenceRequired', data, ...this.now(by) }, envelope);
  }

  @Post('countersign')
  @Allow('decision:countersign')
  @Documented({
    summary: 'Countersign what is proposed',
    description: 'The last signature that is required decides the case in the same moment.',
    body: nothingMoreSchema,
    refusals: [...signing, 'ALREADY_COUNTERSIGNED', 'PROPOSAL_OUTDATED'],
  })
  countersign(
    @CaseId() caseId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = parseBody(nothingMoreSchema, body);
    return this.send(caseId, { type: 'Countersign', data, ...this.now(by) }, envelope);
  }

  @Post('send-back')
  @Allow('decision:countersign')
  @Documented({
    summary: 'Send a proposal back to the officer',
    description: 'Voids every signature under it.',
    body: sendBackSchema,
    refusals: signing,
  })
  sendBack(
    @CaseId() caseId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = parseBody(sendBackSchema, body);
    return this.send(caseId, { type: 'SendBack', data, ...this.now(by) }, envelope);
  }

  @Post('notice/answer')
  @Allow('notice:answer')
  @Documented({
    summary: 'Answer a notice of intent to deny',
    description: 'Returns the case to the officer. Heard as long as the denial is not final.',
    body: answerNoticeSchema,
    refusals: ['NOT_YOUR_CASE', 'NOTICE_IS_FINAL', 'NOT_IN_THIS_STATUS'],
  })
  answer(
    @CaseId() caseId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = parseBody(answerNoticeSchema, body);
    return this.send(caseId, { type: 'AnswerNotice', data, ...this.now(by) }, envelope);
  }

  private now(by: Actor) {
    return { by, at: this.clock.now() };
  }

  private async send(caseId: string, command: LicensingAsk, envelope: Envelope) {
    return orProblem(await this.bus.execute(new LicensingRequest(caseId, command, envelope)));
  }
}
