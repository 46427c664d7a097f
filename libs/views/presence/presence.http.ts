import { Body, Controller, Get, Put } from '@nestjs/common';
import { Allow, SignedIn } from '@exeat/auth';
import { instantSchema, type Actor } from '@exeat/kernel';
import { CaseId, Documented, parseBody } from '@exeat/service-host';
import { z } from 'zod';
import { CaseCompanies } from '../access/case-companies.js';
import { caseNotFound, readerOf } from '../access/reader.js';
import { Presence } from './presence.js';

const lookSchema = z.strictObject({
  leaving: z.boolean().optional().describe('True where the page is being left; otherwise the person is looking.'),
});

const onlookersSchema = z.strictObject({
  items: z.array(z.strictObject({ id: z.string(), name: z.string(), since: instantSchema })),
});

@Controller('cases/:caseId/presence')
export class PresenceController {
  constructor(
    private readonly presence: Presence,
    private readonly companies: CaseCompanies,
  ) {}

  @Get()
  @Allow('presence:read')
  @Documented({
    summary: 'Who else is looking at a case now',
    description: 'Others of the authority who said so within the last 45 seconds, whoever has been longest first.',
    response: onlookersSchema,
    refusals: ['CASE_NOT_FOUND'],
  })
  async read(@CaseId() caseId: string, @SignedIn() by: Actor) {
    await this.mustBeSeen(caseId, by);
    return { items: await this.presence.others(caseId, by) };
  }

  @Put()
  @Allow('presence:show')
  @Documented({
    summary: 'Say that I am looking at a case, or that I am leaving it',
    description:
      'To be said again every 15 to 30 seconds: after 45 seconds of silence nobody counts as looking. No command: ' +
      'nothing happens to the case, and no Idempotency-Key is needed. Answered with who else is looking.',
    body: lookSchema,
    response: onlookersSchema,
    refusals: ['CASE_NOT_FOUND'],
  })
  async say(@CaseId() caseId: string, @Body() body: unknown, @SignedIn() by: Actor) {
    const { leaving = false } = parseBody(lookSchema, body);
    await this.mustBeSeen(caseId, by);
    if (leaving) await this.presence.leave(caseId, by);
    else await this.presence.show(caseId, by);
    return { items: await this.presence.others(caseId, by) };
  }

  /** The authority learns of a case with its first submission; nobody else learns who of it is looking. */
  private async mustBeSeen(caseId: string, by: Actor): Promise<void> {
    const known = readerOf(by).sees === 'every-company' && (await this.companies.submittedAt(caseId)) !== undefined;
    if (!known) throw caseNotFound();
  }
}
