import { Controller, Get, Query } from '@nestjs/common';
import { Allow, SignedIn } from '@exeat/auth';
import type { Actor } from '@exeat/kernel';
import {
  CaseId,
  ClockSource,
  Documented,
  FromView,
  Paged,
  pageQuery,
  pageSchema,
  parseQuery,
} from '@exeat/service-host';
import { z } from 'zod';
import { caseNotFound, companyFilter, firstRoundFor, maySee, readerOf } from '../access/reader.js';
import { caseStatuses } from '../case-status/case-status.js';
import { searchQuery } from '../paging/searched.js';
import { shown, ViewQueries } from '../paging/view-queries.js';
import { caseAsSeenSchema, caseSeenBy, caseSummarySchema, summarySeenBy } from './case-as-seen.js';
import { caseOverview } from './case-overview.view.js';

const querySchema = z.strictObject({
  ...pageQuery,
  ...searchQuery,
  status: z.enum(caseStatuses).optional(),
  /** The case's number, or one it had before it was submitted again. */
  number: z.string().max(20).optional(),
  /** The id of an applicant's company; applicants see their own, whatever they ask for. */
  company: z.string().max(200).optional(),
});

/** What an applicant has saved and not submitted, by which that applicant alone finds a case. */
const unsubmittedModels = `lower(jsonb_path_query_array("row".unsubmitted, '$.items[*].model')::text)`;

@Controller('cases')
export class CaseOverviewController {
  constructor(
    private readonly queries: ViewQueries,
    private readonly clock: ClockSource,
  ) {}

  @Get()
  @Allow('case:read')
  @FromView('case-overview')
  @Paged()
  @Documented({
    summary: 'Cases, newest first',
    description: 'All cases for the authority, by status, number or company; an applicant sees those of their company.',
    query: querySchema,
    response: pageSchema(caseSummarySchema),
    refusals: ['INVALID_QUERY', 'INVALID_CURSOR'],
  })
  async find(@Query() query: unknown, @SignedIn() by: Actor) {
    const { status, number, company, q, ...page } = parseQuery(querySchema, query);
    const reader = readerOf(by);
    const statusColumn = reader.sees === 'own-company' ? { statusTold: status } : { status };
    const now = this.clock.now();
    const rows = await this.queries.page(caseOverview, {
      ...{ page, q, reader: by.id },
      alsoIn: reader.sees === 'own-company' ? unsubmittedModels : undefined,
      where: { companyId: company, ...statusColumn, ...companyFilter(reader) },
      including: { numbers: number },
      atLeast: { round: firstRoundFor(reader) },
      order: 'openedPosition',
      newestFirst: true,
    });
    return shown(rows, (row) => summarySeenBy(by, row, now));
  }

  @Get(':caseId')
  @Allow('case:read')
  @FromView('case-overview')
  @Documented({
    summary: 'One case, over all its stages',
    description: 'Applicants see what they have been told; findings, positions and proposals are the authority’s.',
    response: caseAsSeenSchema,
    refusals: ['CASE_NOT_FOUND'],
  })
  async one(@CaseId() caseId: string, @SignedIn() by: Actor) {
    const row = await this.queries.row(caseOverview, caseId);
    const reader = readerOf(by);
    if (!row || !maySee(reader, row.companyId) || row.round < firstRoundFor(reader)) throw caseNotFound();
    return caseSeenBy(by, row, this.clock.now());
  }
}
