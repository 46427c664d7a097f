import { Allow, companyName, SignedIn } from '@exeat/auth';
import { EventStore } from '@exeat/event-store';
import type { Actor, Envelope } from '@exeat/kernel';
import {
  CaseId,
  ClockSource,
  CommandEnvelope,
  cursorIn,
  Documented,
  foundOrProblem,
  orProblem,
  Paged,
  pageOf,
  pageQuery,
  pageSchema,
  parseBody,
  parseQuery,
  readOrProblem,
} from '@exeat/service-host';
import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v5 } from 'uuid';
import { z } from 'zod';
import {
  returnSchema,
  saveDraftSchema,
  startDraftSchema,
  submitSchema,
  withdrawSchema,
  type SubmissionAsk,
} from './domain/commands.js';
import { draftViewSchema, readDraft } from './read-draft.js';
import { readDrafts, savedDraftSchema } from './read-drafts.js';
import { SubmissionRequest } from './submission.handler.js';

const startSchema = startDraftSchema.pick({ reference: true });
const draftsQuery = z.strictObject(pageQuery);

/** Applications as the exporter writes and files them, and as the authority returns them. */
@Controller('applications')
export class SubmissionController {
  constructor(
    private readonly bus: CommandBus,
    private readonly clock: ClockSource,
    private readonly store: EventStore,
  ) {}

  @Post()
  @Allow('application:draft')
  @Documented({
    summary: 'Start a draft',
    description: 'The case belongs to the company of the person signed in. The answer names its id.',
    body: startSchema,
    refusals: ['NOT_YOUR_CASE'],
  })
  start(@Body() body: unknown, @SignedIn() by: Actor, @CommandEnvelope({ creates: true }) envelope: Envelope) {
    const { reference } = parseBody(startSchema, body);
    const applicant = { companyId: by.organisation, name: companyName(by) };
    // The case's id follows from the command's, so that a start sent twice starts one case.
    const caseId = v5('application', envelope.commandId);
    return this.send(caseId, { type: 'StartDraft', data: { applicant, reference }, ...this.now(by) }, envelope);
  }

  @Get(':caseId/draft')
  @Allow('application:draft')
  @Documented({
    summary: "Read an application of one's own company as it stands",
    description: 'The ETag is what the next If-Match has to name. Problems are what a submission would be told.',
    response: draftViewSchema,
    refusals: ['NOT_YOUR_CASE'],
  })
  async read(@CaseId() caseId: string, @SignedIn() by: Actor) {
    return readOrProblem(await readDraft(this.store, caseId, by));
  }

  @Get(':caseId/drafts')
  @Allow('application:draft')
  @Paged()
  @Documented({
    summary: "Every save of an application of one's own company",
    description: 'Newest first, each with the whole draft as it stood after it: to compare, or to save again by PATCH.',
    query: draftsQuery,
    response: pageSchema(savedDraftSchema),
    refusals: ['NOT_YOUR_CASE', 'INVALID_QUERY', 'INVALID_CURSOR'],
  })
  async drafts(@CaseId() caseId: string, @Query() query: unknown, @SignedIn() by: Actor) {
    const page = parseQuery(draftsQuery, query);
    const { position, saves } = foundOrProblem(await readDrafts(this.store, caseId, by));
    const list = ['drafts', caseId, by.id];
    const start = cursorIn(page, list, ['number']);
    const before = Number(start?.after[0] ?? Infinity);
    const older = saves.filter((save) => save.version < before);
    return pageOf(older, page, list, start?.position ?? position, ({ version }) => [version]);
  }

  @Patch(':caseId/draft')
  @Allow('application:draft')
  @Documented({
    summary: 'Save sections of a draft',
    description: 'Each section named is saved whole; the others stay as they are. A draft may be incomplete.',
    body: saveDraftSchema,
    refusals: ['NOT_YOUR_CASE', 'NOT_IN_THIS_STATUS'],
  })
  save(@CaseId() caseId: string, @Body() body: unknown, @SignedIn() by: Actor, @CommandEnvelope() envelope: Envelope) {
    const data = parseBody(saveDraftSchema, body);
    return this.send(caseId, { type: 'SaveDraft', data, ...this.now(by) }, envelope);
  }

  @Post(':caseId/submit')
  @Allow('application:submit')
  @Documented({
    summary: 'Submit an application',
    description:
      'Freezes the content under the declaration. All problems are listed together, with pointers into the draft.',
    body: submitSchema,
    refusals: [
      'NOT_YOUR_CASE',
      'NOT_IN_THIS_STATUS',
      'SECTION_MISSING',
      'PARTY_MISSING',
      'ULTIMATE_CONSIGNEE_NOT_UNIQUE',
      'POST_OFFICE_BOX',
      'END_USE_TOO_GENERAL',
      'ITEMS_MISSING',
      'LINE_REPEATED',
      'CURRENCIES_MIXED',
      'PRICE_ZERO',
    ],
  })
  submit(
    @CaseId() caseId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = parseBody(submitSchema, body);
    return this.send(caseId, { type: 'SubmitApplication', data, ...this.now(by) }, envelope);
  }

  @Post(':caseId/withdraw')
  @Allow('application:withdraw')
  @Documented({
    summary: 'Withdraw an application',
    body: withdrawSchema,
    refusals: ['NOT_YOUR_CASE', 'NOT_IN_THIS_STATUS'],
  })
  withdraw(
    @CaseId() caseId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = parseBody(withdrawSchema, body);
    return this.send(caseId, { type: 'WithdrawApplication', data, ...this.now(by) }, envelope);
  }

  @Post(':caseId/return')
  @Allow('application:return')
  @Documented({
    summary: 'Return an application without action',
    description: 'Neither approval nor denial: the exporter may change the draft and submit it again.',
    body: returnSchema,
    refusals: ['CASE_NOT_FOUND', 'NOT_A_LICENSING_OFFICER', 'INTEREST_IN_CASE', 'NOT_IN_THIS_STATUS'],
  })
  giveBack(
    @CaseId() caseId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = parseBody(returnSchema, body);
    return this.send(caseId, { type: 'ReturnApplication', data, ...this.now(by) }, envelope);
  }

  private now(by: Actor) {
    return { by, at: this.clock.now() };
  }

  private async send(caseId: string, command: SubmissionAsk, envelope: Envelope) {
    return orProblem(await this.bus.execute(new SubmissionRequest(caseId, command, envelope)));
  }
}
