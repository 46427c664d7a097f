import { Allow, SignedIn } from '@exeat/auth';
import type { Actor, Envelope } from '@exeat/kernel';
import { CaseId, ClockSource, CommandEnvelope, Documented, orProblem, parseBody } from '@exeat/service-host';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  addConditionSchema,
  dropConditionSchema,
  nothingMoreSchema,
  rewordConditionSchema,
  type LicensingAsk,
} from './domain/commands.js';
import { clauseRefusals } from './domain/refusals.js';
import { LicensingRequest } from './licensing.handler.js';

const whoMay = ['CASE_NOT_FOUND', 'INTEREST_IN_CASE', 'REVIEWER_MAY_NOT_DECIDE'];

/** How an officer settles the conditions of a decision. The version for `If-Match` is that of the case at licensing. */
@Controller('licensing/:caseId/conditions')
export class ConditionsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly clock: ClockSource,
  ) {}

  @Post()
  @Allow('condition:settle')
  @Documented({
    summary: 'Add a condition of licensing’s own',
    description: 'A clause of the library with its parameters. Financial terms have their place here and nowhere else.',
    body: addConditionSchema,
    refusals: [...whoMay, ...clauseRefusals, 'WRONG_ROUTE', 'NOT_IN_THIS_STATUS'],
  })
  add(@CaseId() caseId: string, @Body() body: unknown, @SignedIn() by: Actor, @CommandEnvelope() envelope: Envelope) {
    const data = parseBody(addConditionSchema, body);
    return this.send(caseId, { type: 'AddCondition', data, ...this.now(by) }, envelope);
  }

  @Post(':conditionId/adopt')
  @Allow('condition:settle')
  @Documented({
    summary: 'Adopt a condition as it was proposed',
    body: nothingMoreSchema,
    refusals: [...whoMay, 'CONDITION_UNKNOWN', 'NOT_IN_THIS_STATUS'],
  })
  adopt(
    @CaseId() caseId: string,
    @Param('conditionId') conditionId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    parseBody(nothingMoreSchema, body);
    return this.send(caseId, { type: 'AdoptCondition', data: idOf(conditionId), ...this.now(by) }, envelope);
  }

  @Post(':conditionId/reword')
  @Allow('condition:settle')
  @Documented({
    summary: 'Reword a condition by other parameters',
    description: 'It keeps its identity and its clause; the wording before and after is kept, with the reason.',
    body: rewordConditionSchema,
    refusals: [...whoMay, 'CONDITION_UNKNOWN', 'CONDITION_DROPPED', ...clauseRefusals, 'NOT_IN_THIS_STATUS'],
  })
  reword(
    @CaseId() caseId: string,
    @Param('conditionId') conditionId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = { ...idOf(conditionId), ...parseBody(rewordConditionSchema, body) };
    return this.send(caseId, { type: 'RewordCondition', data, ...this.now(by) }, envelope);
  }

  @Post(':conditionId/drop')
  @Allow('condition:settle')
  @Documented({
    summary: 'Drop a condition, with the reason',
    body: dropConditionSchema,
    refusals: [...whoMay, 'CONDITION_UNKNOWN', 'NOT_IN_THIS_STATUS'],
  })
  drop(
    @CaseId() caseId: string,
    @Param('conditionId') conditionId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = { ...idOf(conditionId), ...parseBody(dropConditionSchema, body) };
    return this.send(caseId, { type: 'DropCondition', data, ...this.now(by) }, envelope);
  }

  private now(by: Actor) {
    return { by, at: this.clock.now() };
  }

  private async send(caseId: string, command: LicensingAsk, envelope: Envelope) {
    return orProblem(await this.bus.execute(new LicensingRequest(caseId, command, envelope)));
  }
}

/** Ids are written in lower case; what is no id names no condition. */
const idOf = (conditionId: string) => ({ conditionId: conditionId.toLowerCase() });
