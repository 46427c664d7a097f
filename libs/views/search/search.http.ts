import { Controller, Get, Query } from '@nestjs/common';
import { auditTrail, holdingAll, searchTrail, wordsIn } from '@exeat/audit';
import { Allow, may, SignedIn } from '@exeat/auth';
import type { Actor } from '@exeat/kernel';
import { ClockSource, Documented, FromView, parseQuery, problemError, ViewProgress } from '@exeat/service-host';
import { DataSource, QueryFailedError, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { companyFilter, firstRoundFor, readerOf } from '../access/reader.js';
import type { CaseOverview } from '../case-overview/case-overview.row.js';
import { caseOverview } from '../case-overview/case-overview.view.js';
import { licenceRegister, type RegisteredLicence } from '../licence-register/licence-register.view.js';
import { caseFound, commandFound, factFound, fairly, foundSchema, licenceFound, personFound } from './found.js';

const querySchema = z.strictObject({
  /** Words, a number, an id, or a position in the log such as `#123`. */
  q: z.string().trim().max(200),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
const responseSchema = z.strictObject({ items: z.array(foundSchema), position: z.int() });

/** A search that reads for longer is given up, so that no question can hold up the others. */
const withinMs = 3000;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What an applicant has saved and not submitted, by which that applicant alone finds it. */
const saved = ['endUse', 'parties[*].name', 'parties[*].ultimateParent.name', 'items[*].model', 'items[*].manufacturer']
  .map((path) => `jsonb_path_query_array(found.unsubmitted, '$.${path}')::text`)
  .join(' || ');

@Controller('search')
export class SearchController {
  constructor(
    private readonly database: DataSource,
    private readonly progress: ViewProgress,
    private readonly clock: ClockSource,
  ) {}

  @Get()
  @Allow('case:read')
  @FromView('case-overview')
  @Documented({
    summary: 'Search by anything',
    description:
      'Cases by number, reference, company, party, model and end use, and licences, as far as the reader may see them. ' +
      'Auditors also find people, facts by their sentence, id or position, and commands by the id of the command or the request. ' +
      'Every word must be found. Each kind has its turn among as many as are asked for.',
    query: querySchema,
    response: responseSchema,
    refusals: ['INVALID_QUERY', 'SEARCH_TOO_SHORT', 'SEARCH_TOO_BROAD'],
  })
  async find(@Query() query: unknown, @SignedIn() by: Actor): Promise<z.infer<typeof responseSchema>> {
    const { q, limit } = parseQuery(querySchema, query);
    const words = wordsIn(q);
    if ([...words.join('')].length < 2)
      throw problemError(422, 'SEARCH_TOO_SHORT', 'Two characters or more are needed to search by.', '/q');
    const now = this.clock.now();
    const reader = readerOf(by);
    const audits = reader.sees === 'every-company' && may(by, 'audit:read');
    const views = [caseOverview.name, licenceRegister.name, ...(audits ? [auditTrail.name] : [])];
    const positions = await Promise.all(views.map((view) => this.progress.position(view)));
    const position = Math.min(...positions);

    return this.reading(async (manager) => {
      const cases = await casesBy(manager, by, q, words, limit);
      const licences = may(by, 'licence:read') ? await licencesBy(manager, by, words, limit) : [];
      const trail = audits
        ? await searchTrail(manager, q, words, { position: positions.at(-1) ?? 0, limit })
        : undefined;
      const items = fairly(
        [
          cases.map((row) => caseFound(row, by, now)),
          licences.map(licenceFound),
          trail?.people.map(personFound) ?? [],
          trail?.commands.flatMap(commandFound) ?? [],
          trail?.facts.map(factFound) ?? [],
        ],
        limit,
      );
      return { items: [...items], position };
    });
  }

  /** Reads all tables as of one moment, within its time. Throws 422 SEARCH_TOO_BROAD where that is not enough. */
  private async reading<Answer>(read: (manager: EntityManager) => Promise<Answer>): Promise<Answer> {
    try {
      return await this.database.transaction('REPEATABLE READ', async (manager) => {
        await manager.query(`set local statement_timeout = ${withinMs}`);
        return read(manager);
      });
    } catch (error) {
      if (error instanceof QueryFailedError && (error.driverError as { readonly code?: string }).code === '57014')
        throw problemError(422, 'SEARCH_TOO_BROAD', 'This takes too long to search. Give more of the word.', '/q');
      throw error;
    }
  }
}

/** Newest first. The id finds its case, and a number comes before whatever else holds it. */
const casesBy = async (
  manager: EntityManager,
  by: Actor,
  typed: string,
  words: readonly string[],
  limit: number,
): Promise<readonly CaseOverview[]> => {
  const reader = readerOf(by);
  const rows = manager
    .getRepository(caseOverview.entity)
    .createQueryBuilder('found')
    .where('found.round >= :round', { round: firstRoundFor(reader) });
  const { companyId } = companyFilter(reader);
  if (companyId !== undefined) rows.andWhere('found.companyId = :companyId', { companyId });
  if (uuid.test(typed)) rows.andWhere('found.key = :id', { id: typed.toLowerCase() });
  else
    rows.andWhere(
      ...holdingAll(companyId === undefined ? 'found.searched' : `(found.searched || lower(${saved}))`, words),
    );
  const found = await rows.orderBy('found.openedPosition', 'DESC').limit(limit).getMany();
  const exact = found.filter(({ numbers }) => numbers.includes(typed.toUpperCase()));
  return [...exact, ...found.filter((row) => !exact.includes(row))];
};

/** Newest first, by number, holder, application number and models. */
const licencesBy = (
  manager: EntityManager,
  by: Actor,
  words: readonly string[],
  limit: number,
): Promise<RegisteredLicence[]> => {
  const text = `lower(found.key || ' ' || found.applicationNumber || ' ' || found.holderName || ' ' || jsonb_path_query_array(found.lines, '$[*].model')::text)`;
  const rows = manager
    .getRepository(licenceRegister.entity)
    .createQueryBuilder('found')
    .where(...holdingAll(text, words))
    .andWhere(`found.kind = 'licence'`);
  const { companyId } = companyFilter(readerOf(by));
  if (companyId !== undefined) rows.andWhere('found.companyId = :companyId', { companyId });
  return rows.orderBy('found.issuedPosition', 'DESC').limit(limit).getMany();
};
