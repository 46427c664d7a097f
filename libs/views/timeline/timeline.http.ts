import { Controller, Get, Query } from '@nestjs/common';
import { Allow, SignedIn } from '@exeat/auth';
import type { Actor } from '@exeat/kernel';
import { CaseId, Documented, FromView, Paged, pageQuery, pageSchema, parseQuery } from '@exeat/service-host';
import { z } from 'zod';
import { CaseCompanies } from '../access/case-companies.js';
import { caseNotFound, maySee, readerOf, type Reader } from '../access/reader.js';
import { shown, ViewQueries } from '../paging/view-queries.js';
import { timeline, type TimelineEntry } from './timeline.view.js';

const querySchema = z.strictObject(pageQuery);

export const timelineEntrySchema = z.strictObject({
  position: z.int(),
  at: z.string(),
  type: z.string(),
  sentence: z.string(),
  actorName: z.string(),
});

/** A row as it is shown. */
export const timelineEntryOf = ({ key: _key, caseId: _caseId, audience: _audience, ...entry }: TimelineEntry) => entry;

@Controller('cases/:caseId/timeline')
export class TimelineController {
  constructor(
    private readonly queries: ViewQueries,
    private readonly companies: CaseCompanies,
  ) {}

  @Get()
  @Allow('case:read')
  @FromView('timeline')
  @Paged()
  @Documented({
    summary: 'What happened in a case, one sentence for each fact',
    description: 'Oldest first. Applicants see what they may know of their own company’s case.',
    query: querySchema,
    response: pageSchema(timelineEntrySchema),
    refusals: ['CASE_NOT_FOUND', 'INVALID_QUERY', 'INVALID_CURSOR'],
  })
  async find(@CaseId() caseId: string, @Query() query: unknown, @SignedIn() by: Actor) {
    const page = parseQuery(querySchema, query);
    const reader = readerOf(by);
    if (!(await this.isVisible(caseId, reader))) throw caseNotFound();
    const rows = await this.queries.page(timeline, {
      page,
      reader: by.id,
      where: { caseId, audience: ['applicant', reader.sees === 'every-company' ? 'authority' : 'applicant-only'] },
      order: 'position',
      upTo: 'position',
    });
    return shown(rows, timelineEntryOf);
  }

  /** The authority learns of a case with its first submission. */
  private async isVisible(caseId: string, reader: Reader): Promise<boolean> {
    if (reader.sees === 'every-company') return (await this.companies.submittedAt(caseId)) !== undefined;
    const company = await this.companies.of(caseId);
    return company !== undefined && maySee(reader, company);
  }
}
