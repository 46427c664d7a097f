import { Controller, Get, Query } from '@nestjs/common';
import { Allow, SignedIn } from '@exeat/auth';
import { dayOf, daysBetween, type Actor, type Instant } from '@exeat/kernel';
import { ClockSource, Documented, FromView, Paged, pageQuery, parseQuery } from '@exeat/service-host';
import { z } from 'zod';
import { daysLeftInWords } from '../case-status/clock.js';
import { CountedPage, countedPageSchema } from '../paging/counts.js';
import { searchQuery } from '../paging/searched.js';
import { orderOf, sortQuery } from '../paging/sorted.js';
import { shown, ViewQueries } from '../paging/view-queries.js';
import { technicalQueue, type TechnicalQueueEntry } from './technical-queue.view.js';

const querySchema = z.strictObject({
  ...pageQuery,
  ...searchQuery,
  ...sortQuery(['resolveBy', 'number', 'applicantName', 'itemCount']),
  /** `mine`: what I have claimed; `free`: what nobody has. */
  holder: z.enum(['mine', 'free']).optional(),
});

const entrySchema = z.strictObject({
  caseId: z.string(),
  number: z.string(),
  applicantName: z.string(),
  models: z.string(),
  itemCount: z.int(),
  findingCount: z.int(),
  holder: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  claimedAt: z.string().nullable(),
  openedAt: z.string().nullable(),
  daysOpen: z.int(),
  resolveBy: z.string(),
  daysLeft: z.int(),
  whyHere: z.string(),
  version: z.int(),
});

/** An entry as a reviewer sees it at a moment. */
export const queueEntryAt = (row: TechnicalQueueEntry, now: Instant): z.infer<typeof entrySchema> => {
  const today = dayOf(now);
  const daysLeft = daysBetween(today, row.resolveBy);
  return {
    caseId: row.caseId,
    number: row.number,
    applicantName: row.applicantName,
    models: row.models,
    itemCount: row.itemCount,
    findingCount: row.linesFound.length,
    holder: row.holderId === null ? null : { id: row.holderId, name: row.holderName ?? row.holderId },
    claimedAt: row.claimedAt,
    openedAt: row.openedAt,
    daysOpen: row.openedAt === null ? 0 : daysBetween(dayOf(row.openedAt), today),
    resolveBy: row.resolveBy,
    daysLeft,
    whyHere: `By the day of resolution, ${row.resolveBy}: ${daysLeftInWords(daysLeft)}`,
    version: row.version,
  };
};

@Controller('queues/technical')
export class TechnicalQueueController {
  constructor(
    private readonly queries: ViewQueries,
    private readonly clock: ClockSource,
  ) {}

  @Get()
  @Allow('technical-queue:read')
  @FromView('technical-queue')
  @Paged()
  @Documented({
    summary: 'Technical reviews to be done',
    description: 'The one that has to be resolved first comes first, unless another order is asked for.',
    query: querySchema,
    response: countedPageSchema(entrySchema, ['all', 'unclaimed', 'mine']),
    refusals: ['INVALID_QUERY', 'INVALID_CURSOR'],
  })
  async find(@Query() query: unknown, @SignedIn() by: Actor) {
    const { holder = 'anybody', q, sort, ...page } = parseQuery(querySchema, query);
    const now = this.clock.now();
    const where = {
      anybody: { stage: ['open', 'claimed'] },
      free: { stage: 'open' },
      mine: { stage: 'claimed', holderId: by.id },
    } as const;
    const [rows, counts] = await Promise.all([
      this.queries.page(technicalQueue, {
        page,
        q,
        reader: by.id,
        where: where[holder],
        ...orderOf(sort ?? 'resolveBy'),
      }),
      this.queries.counts(
        technicalQueue,
        { q, where: where.anybody },
        { all: {}, unclaimed: where.free, mine: where.mine },
      ),
    ]);
    return new CountedPage(
      shown(rows, (row) => queueEntryAt(row, now)),
      counts,
    );
  }
}
