import { Controller, Get, Query } from '@nestjs/common';
import { Allow, SignedIn } from '@exeat/auth';
import type { Actor, Instant } from '@exeat/kernel';
import { ClockSource, Documented, FromView, Paged, pageQuery, parseQuery } from '@exeat/service-host';
import { z } from 'zod';
import { readerOf } from '../access/reader.js';
import { caseStatuses, statusInWords, waitOf } from '../case-status/case-status.js';
import { caseClock } from '../case-status/clock.js';
import { CountedPage, countedPageSchema, partsBy } from '../paging/counts.js';
import { searchQuery } from '../paging/searched.js';
import { shown, ViewQueries } from '../paging/view-queries.js';
import { myCases, type MyCase } from './my-cases.view.js';

const querySchema = z.strictObject({ ...pageQuery, ...searchQuery, status: z.enum(caseStatuses).optional() });

const myCaseSchema = z.strictObject({
  caseId: z.string(),
  reference: z.string(),
  number: z.string().nullable(),
  status: z.enum(caseStatuses),
  statusInWords: z.string(),
  items: z.string(),
  waitsFor: z.string().nullable(),
  waitsOn: z.string().nullable(),
  registeredOn: z.string().nullable(),
  resolveBy: z.string().nullable(),
  daysElapsed: z.int().nullable(),
  daysLeft: z.int().nullable(),
  closedOn: z.string().nullable(),
  answerBy: z.string().nullable(),
  licenceNumber: z.string().nullable(),
  version: z.int(),
});

/** A row as its applicant sees it at a moment. */
export const myCaseAt = (row: MyCase, now: Instant): z.infer<typeof myCaseSchema> => {
  const { key: _key, companyId: _company, openedPosition: _opened, ...told } = row;
  const wait = waitOf(row.status);
  return {
    ...told,
    statusInWords: statusInWords(row.status),
    waitsFor: wait?.for ?? null,
    waitsOn: wait?.on ?? null,
    ...caseClock(row, now),
  };
};

@Controller('my-cases')
export class MyCasesController {
  constructor(
    private readonly queries: ViewQueries,
    private readonly clock: ClockSource,
  ) {}

  @Get()
  @Allow('case:read')
  @FromView('my-cases')
  @Paged()
  @Documented({
    summary: 'The cases of my company',
    description: 'Newest first. Empty for whoever does not act for a company.',
    query: querySchema,
    response: countedPageSchema(myCaseSchema, caseStatuses),
    refusals: ['INVALID_QUERY', 'INVALID_CURSOR'],
  })
  async find(@Query() query: unknown, @SignedIn() by: Actor) {
    const { status, q, ...page } = parseQuery(querySchema, query);
    const reader = readerOf(by);
    const now = this.clock.now();
    const companyId = reader.sees === 'own-company' ? reader.companyId : '';
    const [rows, counts] = await Promise.all([
      this.queries.page(myCases, {
        ...{ page, q, reader: by.id },
        where: { companyId, status },
        order: 'openedPosition',
        newestFirst: true,
      }),
      this.queries.counts(myCases, { q, where: { companyId } }, partsBy('status', caseStatuses)),
    ]);
    return new CountedPage(
      shown(rows, (row) => myCaseAt(row, now)),
      counts,
    );
  }
}
