import { Controller, Get, Query } from '@nestjs/common';
import { Allow, SignedIn } from '@exeat/auth';
import { moneySchema, type Actor } from '@exeat/kernel';
import { Documented, FromView, Paged, pageQuery, parseQuery } from '@exeat/service-host';
import { z } from 'zod';
import { companyFilter, readerOf } from '../access/reader.js';
import { CountedPage, countedPageSchema, partsBy } from '../paging/counts.js';
import { searchQuery } from '../paging/searched.js';
import { shown, ViewQueries } from '../paging/view-queries.js';
import { obligationsDue, type OwedObligation } from './obligations-due.view.js';

const statuses = ['open', 'overdue', 'fulfilled'] as const;
const querySchema = z.strictObject({
  ...pageQuery,
  ...searchQuery,
  status: z.enum(statuses).optional(),
  licence: z.string().max(20).optional(),
  /** The id of a holder's company; holders see their own, whatever they ask for. */
  company: z.string().max(200).optional(),
});

export const obligationSchema = z.strictObject({
  obligationId: z.string(),
  caseId: z.string(),
  licenceNumber: z.string(),
  applicationNumber: z.string(),
  models: z.string().describe('What the licence is for, in a line.'),
  holderName: z.string(),
  clause: z.string(),
  text: z.string(),
  evidence: z.string(),
  about: z.string(),
  amount: moneySchema.nullable(),
  /** The first moment that is too late. */
  dueAt: z.string(),
  status: z.enum(statuses),
  reference: z.string().nullable(),
  fulfilledAt: z.string().nullable(),
  late: z.boolean(),
});

/** A row as it is shown. */
export const obligationOf = ({ key, kind: _kind, companyId: _company, texts: _texts, ...told }: OwedObligation) => ({
  obligationId: key,
  ...told,
});

@Controller('obligations')
export class ObligationsDueController {
  constructor(private readonly queries: ViewQueries) {}

  @Get()
  @Allow('obligation:read')
  @FromView('obligations-due')
  @Paged()
  @Documented({
    summary: 'What is owed under licences',
    description: 'What is due first comes first. A holder sees what their company owes.',
    query: querySchema,
    response: countedPageSchema(obligationSchema, statuses),
    refusals: ['INVALID_QUERY', 'INVALID_CURSOR'],
  })
  async find(@Query() query: unknown, @SignedIn() by: Actor) {
    const { status, licence, company, q, ...page } = parseQuery(querySchema, query);
    const asked = { companyId: company, licenceNumber: licence, ...companyFilter(readerOf(by)) };
    const where = { kind: 'obligation', ...asked } as const;
    const [rows, counts] = await Promise.all([
      this.queries.page(obligationsDue, { page, q, reader: by.id, where: { ...where, status }, order: 'dueAt' }),
      this.queries.counts(obligationsDue, { q, where }, partsBy('status', statuses)),
    ]);
    return new CountedPage(shown(rows, obligationOf), counts);
  }
}
