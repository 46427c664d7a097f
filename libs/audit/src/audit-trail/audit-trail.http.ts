import { Controller, Get, Query } from '@nestjs/common';
import { Allow, SignedIn } from '@exeat/auth';
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
import { ApplicationSubmitted, ApplicationWithdrawn } from '@exeat/submission';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { isForAuthority, publishedTypes } from '../sentences.js';
import { auditEntry, auditTrail } from './audit-trail.view.js';

const moment = z.union([daySchema, instantSchema]);
const querySchema = z.strictObject({
  ...pageQuery,
  case: z.uuid().optional(),
  /** The id of a person, a machine client, or a rule such as `system:compliance`. */
  person: z.string().min(1).max(200).optional(),
  /** A day or a moment, included. */
  from: moment.optional(),
  /** A day, included, or a moment, not included. */
  to: moment.optional(),
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
  roles: z.array(z.string()),
  assurance: z.string(),
  onBehalfOf: z.string().nullable(),
  commandId: z.string(),
  correlationId: z.string(),
  causationId: z.string().nullable(),
  ruleSets: z.array(z.string()),
});

/** The facts that can stand in a case before its first submission. */
const drafting = publishedTypes.filter((type) => !isForAuthority({ type }));

/** What was drafted shows once a submission has followed; a draft that was withdrawn unsubmitted shows nothing. */
const wasSubmitted = `(
  entry.type not in (:...drafting) and entry.type <> :withdrawn
  or exists (
    select from views.audit_trail later
    where later.case_id = entry.case_id and later.type = :submitted and later.position <= :position
      and (later.position > entry.position or entry.type = :withdrawn)
  )
)`;

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
      'Every fact of every context in the order of the log, oldest first. A draft appears once it is submitted.',
    query: querySchema,
    response: pageSchema(entrySchema),
    refusals: ['INVALID_QUERY', 'INVALID_CURSOR'],
  })
  async find(@Query() query: unknown, @SignedIn() by: Actor) {
    const { limit, cursor, ...filter } = parseQuery(querySchema, query);
    const list = [auditTrail.name, by.id, filter];
    const start = cursorIn({ limit, cursor }, list, ['number']);
    const position = start?.position ?? (await this.progress.position(auditTrail.name));
    const entries = this.database
      .getRepository(auditEntry)
      .createQueryBuilder('entry')
      .where('entry.position > :after and entry.position <= :position', { after: start?.after[0] ?? 0, position })
      .andWhere(wasSubmitted, { drafting, withdrawn: ApplicationWithdrawn.type, submitted: ApplicationSubmitted.type });
    if (filter.case) entries.andWhere('entry.caseId = :case', { case: filter.case.toLowerCase() });
    if (filter.person) entries.andWhere('entry.actorId = :person', { person: filter.person });
    if (filter.from) entries.andWhere('entry.at >= :from', { from: filter.from });
    if (filter.to) entries.andWhere('entry.at < :to', { to: filter.to.length === 10 ? endOf(filter.to) : filter.to });
    const rows = await entries
      .orderBy('entry.position')
      .limit(limit + 1)
      .getMany();
    return pageOf(
      rows.map(({ key: _, ...entry }) => entry),
      { limit },
      list,
      position,
      (entry) => [entry.position],
    );
  }
}
