import { Controller, Get, Query } from '@nestjs/common';
import { Allow, organisationName, SignedIn } from '@exeat/auth';
import { daySchema, endOf, instantSchema, type Actor } from '@exeat/kernel';
import {
  cursorIn,
  Documented,
  FromView,
  Paged,
  pageOf,
  pageQuery,
  pageSchema,
  parseQuery,
  ViewProgress,
} from '@exeat/service-host';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { auditEntry, auditTrail } from './audit-trail.view.js';
import { holdingAll, wordsIn } from './search-words.js';
import { submittedOnly } from './submitted-only.js';

const moment = z.union([daySchema, instantSchema]);
const place = z.coerce.number().int().min(1).max(999_999_999_999_999);
const querySchema = z.strictObject({
  ...pageQuery,
  case: z.uuid().optional(),
  /** The id of a person, a machine client, or a rule such as `system:compliance`. */
  person: z.string().min(1).max(200).optional(),
  /** A day or a moment, included. */
  from: moment.optional(),
  /** A day, included, or a moment, not included. */
  to: moment.optional(),
  /** The type of a fact, such as `FindingRecorded`. */
  type: z.string().min(1).max(100).optional(),
  /** A stream, such as `licence-D0000001`, or all of a kind, such as `technical-review`. */
  stream: z.string().min(1).max(200).optional(),
  /** Words that must all be in the sentence. */
  q: z.string().trim().min(2).max(200).optional(),
  order: z.enum(['oldest', 'newest']).default('oldest'),
  /** A position in the log, included: the trail as it was when the log ended there. */
  upTo: place.optional(),
  /** A position in the log, not included. */
  after: place.optional(),
  /** A position in the log, not included. */
  before: place.optional(),
});

const entrySchema = z.strictObject({
  position: z.int(),
  caseId: z.string(),
  stream: z.string(),
  version: z.int(),
  type: z.string(),
  factId: z.string(),
  at: z.string(),
  recordedAt: z.string(),
  sentence: z.string(),
  actorId: z.string(),
  actorName: z.string(),
  organisation: z.string(),
  organisationName: z.string(),
  roles: z.array(z.string()),
  assurance: z.string(),
  onBehalfOf: z.string().nullable(),
  commandId: z.string(),
  correlationId: z.string(),
  causationId: z.string().nullable(),
  ruleSets: z.array(z.string()),
});

@Controller('audit-trail')
export class AuditTrailController {
  constructor(
    private readonly database: DataSource,
    private readonly progress: ViewProgress,
  ) {}

  @Get()
  @Allow('audit:read')
  @FromView('audit-trail')
  @Paged()
  @Documented({
    summary: 'Who did what, by case, person or period',
    description:
      'Every fact of every context in the order of the log. A draft appears once it is submitted. ' +
      'Asked again with `upTo`, where the answer told its position, it answers with the same rows.',
    query: querySchema,
    response: pageSchema(entrySchema),
    refusals: ['INVALID_QUERY', 'INVALID_CURSOR'],
  })
  async find(@Query() query: unknown, @SignedIn() by: Actor) {
    const { limit, cursor, ...filter } = parseQuery(querySchema, query);
    const list = [auditTrail.name, by.id, filter];
    const start = cursorIn({ limit, cursor }, list, ['number']);
    const newest = filter.order === 'newest';
    const reached = start?.position ?? (await this.progress.position(auditTrail.name));
    const position = Math.min(reached, filter.upTo ?? reached);
    const table = this.database.getRepository(auditEntry).createQueryBuilder('entry');
    const entries = submittedOnly(table.where('true'), position);
    const [last] = start?.after ?? [];
    if (last !== undefined) entries.andWhere(`entry.position ${newest ? '<' : '>'} :last`, { last });
    if (filter.after !== undefined) entries.andWhere('entry.position > :after', { after: filter.after });
    if (filter.before !== undefined) entries.andWhere('entry.position < :before', { before: filter.before });
    if (filter.case) entries.andWhere('entry.caseId = :case', { case: filter.case.toLowerCase() });
    if (filter.person) entries.andWhere('entry.actorId = :person', { person: filter.person });
    if (filter.from) entries.andWhere('entry.at >= :from', { from: filter.from });
    if (filter.to) entries.andWhere('entry.at < :to', { to: filter.to.length === 10 ? endOf(filter.to) : filter.to });
    if (filter.type) entries.andWhere('entry.type = :type', { type: filter.type });
    if (filter.stream)
      entries.andWhere('(entry.stream = :stream or starts_with(entry.stream, :kind))', {
        stream: filter.stream,
        kind: `${filter.stream}-`,
      });
    if (filter.q !== undefined) entries.andWhere(...holdingAll('lower(entry.sentence)', wordsIn(filter.q)));
    const rows = await entries
      .orderBy('entry.position', newest ? 'DESC' : 'ASC')
      .limit(limit + 1)
      .getMany();
    return pageOf(
      rows.map(({ key: _, ...entry }) => ({ ...entry, organisationName: organisationName(entry.organisation) })),
      { limit },
      list,
      position,
      (entry) => [entry.position],
    );
  }
}
