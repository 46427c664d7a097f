import { Controller, Get, Query } from '@nestjs/common';
import { Allow, SignedIn } from '@exeat/auth';
import { instantSchema, paragraphSchema, type Actor } from '@exeat/kernel';
import { Documented, FromView, Paged, pageQuery, pageSchema, parseQuery } from '@exeat/service-host';
import { z } from 'zod';
import { shown, ViewQueries } from '../paging/view-queries.js';
import { folded, precedents, type Precedent } from './precedents.view.js';

const querySchema = z.strictObject({
  ...pageQuery,
  model: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('What the model has to contain, in capitals or not; left out, any model.'),
});

const precedentSchema = z.strictObject({
  caseId: z.uuid(),
  number: z.string(),
  line: z.int(),
  model: z.string(),
  manufacturer: z.string(),
  paragraph: paragraphSchema,
  tpp: z.string().nullable(),
  performanceDensity: z.string().nullable(),
  departure: z.string().nullable().describe('Why the reviewer departed from the computation, where they did.'),
  ruleSet: z.string(),
  reviewerName: z.string(),
  recordedAt: instantSchema,
});

/** A precedent as it is read. Throws where nothing was found of the line: the list asks for what was. */
export const precedentShown = ({ found, ...row }: Precedent): z.infer<typeof precedentSchema> => {
  if (!found) throw new Error(`Nothing was found of line ${row.line} of ${row.number}.`);
  const { caseId, number, line, model, manufacturer } = row;
  return { caseId, number, line, model, manufacturer, ...found };
};

@Controller('precedents')
export class PrecedentsController {
  constructor(private readonly queries: ViewQueries) {}

  @Get()
  @Allow('technical-review:read')
  @FromView('precedents')
  @Paged()
  @Documented({
    summary: 'What technical review found of a model before',
    description:
      'Newest first. The finding that stands for each line: a later one replaces it, and those of a review that was ' +
      'cancelled, as the application was returned or withdrawn, count no more.',
    query: querySchema,
    response: pageSchema(precedentSchema),
    refusals: ['INVALID_QUERY', 'INVALID_CURSOR'],
  })
  async find(@Query() query: unknown, @SignedIn() by: Actor) {
    const { model, ...page } = parseQuery(querySchema, query);
    const rows = await this.queries.page(precedents, {
      page,
      reader: by.id,
      where: {},
      containing: { modelFolded: model === undefined ? undefined : folded(model) },
      atLeast: { foundPosition: 1 },
      order: 'foundPosition',
      newestFirst: true,
    });
    return shown(rows, precedentShown);
  }
}
