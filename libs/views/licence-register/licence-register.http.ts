import { Controller, Get, Param, Query } from '@nestjs/common';
import { Allow, SignedIn } from '@exeat/auth';
import { LaboratoryCertificateFiled, ReportingPeriodClosed, ShipmentRecorded } from '@exeat/compliance';
import { conditionSchema, moneySchema, type Actor } from '@exeat/kernel';
import {
  Documented,
  FromView,
  Paged,
  pageQuery,
  pageSchema,
  parseQuery,
  problemError,
  type AnswerOf,
} from '@exeat/service-host';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { companyFilter, maySee, readerOf } from '../access/reader.js';
import { searchQuery } from '../paging/searched.js';
import { shown, ViewQueries } from '../paging/view-queries.js';
import { aggregateTpp, aggregateTppSchema } from './aggregate-tpp.js';
import { licenceRegister, type RegisteredLicence } from './licence-register.view.js';

const statuses = ['in-force', 'exhausted', 'expired'] as const;
const querySchema = z.strictObject({
  ...pageQuery,
  ...searchQuery,
  status: z.enum(statuses).optional(),
  /** The id of a holder's company; holders see their own, whatever they ask for. */
  company: z.string().max(200).optional(),
});

const aggregateQuery = querySchema.pick({ company: true });

const lineSchema = z.strictObject({
  line: z.int(),
  model: z.string(),
  quantity: z.string(),
  unitPrice: moneySchema,
  value: moneySchema,
  shippedQuantity: z.string(),
  shippedValue: z.string(),
  quantityLeft: z.string(),
  tpp: z.string().optional().describe('Total processing performance of a unit, where it could be computed.'),
  valueLeft: z.string().describe('What may still ship in value, with the tolerance of the licence.'),
});

const summarySchema = z.strictObject({
  licenceNumber: z.string(),
  caseId: z.string(),
  applicationNumber: z.string(),
  holderName: z.string(),
  status: z.enum(statuses),
  validFrom: z.string(),
  validUntil: z.string(),
  lines: z.array(lineSchema),
  version: z.int(),
});

export const licenceSchema = summarySchema.extend({
  companyId: z.string(),
  valueTolerancePercent: z.string(),
  conditions: z.array(conditionSchema),
  shipments: z.array(ShipmentRecorded.schema),
  certificates: z.array(LaboratoryCertificateFiled.schema),
  periods: z.array(ReportingPeriodClosed.schema.pick({ period: true, shippedValue: true })),
});

const summaryOf = (row: RegisteredLicence): AnswerOf<typeof summarySchema> => ({
  licenceNumber: row.key,
  caseId: row.caseId,
  applicationNumber: row.applicationNumber,
  holderName: row.holderName,
  status: row.status,
  validFrom: row.validFrom,
  validUntil: row.validUntil,
  lines: row.lines,
  version: row.version,
});

/** A row as it is shown, whole. */
export const licenceOf = (row: RegisteredLicence): AnswerOf<typeof licenceSchema> => ({
  ...summaryOf(row),
  companyId: row.companyId,
  valueTolerancePercent: row.valueTolerancePercent,
  conditions: row.conditions,
  shipments: row.shipments,
  certificates: row.certificates,
  periods: row.periods,
});

@Controller('licences')
export class LicenceRegisterController {
  constructor(
    private readonly queries: ViewQueries,
    private readonly database: DataSource,
  ) {}

  @Get()
  @Allow('licence:read')
  @FromView('licence-register')
  @Paged()
  @Documented({
    summary: 'Licences with the balance of each line',
    description: 'Newest first. A holder sees those of their company.',
    query: querySchema,
    response: pageSchema(summarySchema),
    refusals: ['INVALID_QUERY', 'INVALID_CURSOR'],
  })
  async find(@Query() query: unknown, @SignedIn() by: Actor) {
    const { status, company, q, ...page } = parseQuery(querySchema, query);
    const rows = await this.queries.page(licenceRegister, {
      ...{ page, q, reader: by.id },
      where: { kind: 'licence', companyId: company, status, ...companyFilter(readerOf(by)) },
      order: 'issuedPosition',
      newestFirst: true,
    });
    return shown(rows, summaryOf);
  }

  @Get('aggregate-tpp')
  @Allow('licence:read')
  @FromView('licence-register')
  @Documented({
    summary: 'How much computing is licensed and shipped, by model, over the licences in force',
    description:
      'Quantities times the total processing performance of a unit, largest first. A holder sees that of their company.',
    query: aggregateQuery,
    response: aggregateTppSchema,
    refusals: ['INVALID_QUERY'],
  })
  async aggregate(@Query() query: unknown, @SignedIn() by: Actor) {
    const asked = parseQuery(aggregateQuery, query);
    return aggregateTpp(this.database, companyFilter(readerOf(by)).companyId ?? asked.company);
  }

  @Get(':licenceNumber')
  @Allow('licence:read')
  @FromView('licence-register')
  @Documented({
    summary: 'A licence: balances, conditions, shipments, certificates and reporting periods',
    response: licenceSchema,
    refusals: ['LICENCE_NOT_FOUND'],
  })
  async one(@Param('licenceNumber') licenceNumber: string, @SignedIn() by: Actor) {
    const row = await this.queries.row(licenceRegister, licenceNumber);
    if (row?.kind !== 'licence' || !maySee(readerOf(by), row.companyId))
      throw problemError(404, 'LICENCE_NOT_FOUND', 'There is no such licence.');
    return licenceOf(row);
  }
}
