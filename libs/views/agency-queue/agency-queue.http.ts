import { Controller, Get, Query } from '@nestjs/common';
import { Allow, organisationName, SignedIn } from '@exeat/auth';
import { addDays, dayOf, daysBetween, type Actor, type Instant } from '@exeat/kernel';
import { ClockSource, Documented, FromView, Paged, pageQuery, parseQuery } from '@exeat/service-host';
import { z } from 'zod';
import { daysLeftInWords } from '../case-status/clock.js';
import { CountedPage, countedPageSchema, partsBy } from '../paging/counts.js';
import { searchQuery } from '../paging/searched.js';
import { orderOf, sortQuery } from '../paging/sorted.js';
import { shown, ViewQueries } from '../paging/view-queries.js';
import { agencyQueue, type AgencyQueueEntry } from './agency-queue.view.js';

const states = ['awaited', 'answered', 'silent'] as const;
const querySchema = z.strictObject({
  ...pageQuery,
  ...searchQuery,
  ...sortQuery(['dueAt', 'number', 'applicantName']),
  state: z.enum(states).optional(),
});

const entrySchema = z.strictObject({
  caseId: z.string(),
  agency: z.string(),
  agencyName: z.string(),
  number: z.string(),
  applicantName: z.string(),
  models: z.string(),
  because: z.string(),
  referredAt: z.string(),
  dueAt: z.string(),
  dueOn: z.string(),
  daysLeft: z.int(),
  state: z.enum(states),
  position: z.string().nullable(),
  reviewerName: z.string().nullable(),
  conditionsProposed: z.int(),
  whyHere: z.string(),
  version: z.int(),
});

/** A referral as its agency sees it at a moment. Due moments are the first that are too late: the day before counts. */
export const referralAt = (row: AgencyQueueEntry, now: Instant): z.infer<typeof entrySchema> => {
  const { key: _key, kind: _kind, ...told } = row;
  const dueOn = row.dueAt.endsWith('T00:00:00.000Z') ? addDays(dayOf(row.dueAt), -1) : dayOf(row.dueAt);
  const daysLeft = daysBetween(dayOf(now), dueOn);
  return {
    ...told,
    agencyName: organisationName(row.agency),
    dueOn,
    daysLeft,
    whyHere: `By the day silence counts as no objection, ${dueOn}: ${daysLeftInWords(daysLeft)}`,
  };
};

@Controller('queues/agency')
export class AgencyQueueController {
  constructor(
    private readonly queries: ViewQueries,
    private readonly clock: ClockSource,
  ) {}

  @Get()
  @Allow('agency-queue:read')
  @FromView('agency-queue')
  @Paged()
  @Documented({
    summary: 'Referrals to my agency',
    description: 'Those whose day comes first are first, unless another order is asked for. An agency sees its own.',
    query: querySchema,
    response: countedPageSchema(entrySchema, states),
    refusals: ['INVALID_QUERY', 'INVALID_CURSOR'],
  })
  async find(@Query() query: unknown, @SignedIn() by: Actor) {
    const { state, q, sort, ...page } = parseQuery(querySchema, query);
    const now = this.clock.now();
    const own = { kind: 'referral', agency: by.organisation } as const;
    const [rows, counts] = await Promise.all([
      this.queries.page(agencyQueue, { page, q, reader: by.id, where: { ...own, state }, ...orderOf(sort ?? 'dueAt') }),
      this.queries.counts(agencyQueue, { q, where: own }, partsBy('state', states)),
    ]);
    return new CountedPage(
      shown(rows, (row) => referralAt(row, now)),
      counts,
    );
  }
}
