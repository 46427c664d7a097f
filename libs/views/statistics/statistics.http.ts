import { Controller, Get, Query } from '@nestjs/common';
import { Allow, SignedIn } from '@exeat/auth';
import { dayOf, daySchema, type Actor } from '@exeat/kernel';
import { ClockSource, Documented, FromView, parseQuery, problemError } from '@exeat/service-host';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { readerOf } from '../access/reader.js';
import { fewest, publishedSchema, publishedStatistics, statisticsOn, statisticsSchema } from './statistics.js';

const querySchema = z.strictObject({
  since: daySchema.optional().describe('Of what was closed on this day or later; left out, of all closed cases.'),
});

/** Figures over many cases. They are of the rows of the case overview, which the authority sees all of. */
@Controller('statistics')
export class StatisticsController {
  constructor(
    private readonly database: DataSource,
    private readonly clock: ClockSource,
  ) {}

  @Get()
  @Allow('statistics:read')
  @FromView('case-overview')
  @Documented({
    summary: 'How long cases take, by stage and outcome, and how old the open ones are',
    description:
      'Of stages in days of 24 hours, all times a case came to a stage together; otherwise in calendar days.',
    query: querySchema,
    response: statisticsSchema,
    refusals: ['INVALID_QUERY', 'ACTS_FOR_A_COMPANY'],
  })
  figures(@Query() query: unknown, @SignedIn() by: Actor) {
    // Whoever acts for a company sees that company alone, whatever else they are.
    if (readerOf(by).sees === 'own-company')
      throw problemError(
        403,
        'ACTS_FOR_A_COMPANY',
        'You act for a company: these figures are over the cases of others, too.',
      );
    const { since } = parseQuery(querySchema, query);
    return statisticsOn(this.database, dayOf(this.clock.now()), since);
  }

  @Get('published')
  @Allow('case:read')
  @FromView('case-overview')
  @Documented({
    summary: 'How long cases like mine take, by outcome',
    description:
      `Medians over the cases of all companies, in calendar days from registration. An outcome is left out while fewer than ` +
      `${fewest.cases} cases of ${fewest.companies} companies had it, so that no figure tells of a single one.`,
    response: publishedSchema,
  })
  published() {
    return publishedStatistics(this.database);
  }
}
