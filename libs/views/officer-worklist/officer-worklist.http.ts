import { Controller, Get, Query } from '@nestjs/common';
import { Allow, organisationName, SignedIn } from '@exeat/auth';
import { dayOf, daysBetween, type Actor, type Instant } from '@exeat/kernel';
import { ClockSource, Documented, FromView, Paged, pageQuery, parseQuery, type AnswerOf } from '@exeat/service-host';
import { z } from 'zod';
import { CountedPage, countedPageSchema, partsBy } from '../paging/counts.js';
import { searchQuery } from '../paging/searched.js';
import { shown, ViewQueries } from '../paging/view-queries.js';
import { officerWorklist, type WorklistEntry } from './officer-worklist.view.js';

const stages = ['settling', 'awaiting-countersignature', 'intent-to-deny'] as const;
const querySchema = z.strictObject({ ...pageQuery, ...searchQuery, stage: z.enum(stages).optional() });
const person = z.strictObject({ id: z.string(), name: z.string() });

const entrySchema = z.strictObject({
  caseId: z.string(),
  number: z.string(),
  applicantName: z.string(),
  models: z.string(),
  stage: z.enum(stages),
  route: z.string(),
  openedAt: z.string().nullable(),
  resolveBy: z.string(),
  daysLeft: z.int(),
  objections: z
    .array(z.strictObject({ agency: z.string(), agencyName: z.string(), position: z.enum(['object', 'return']) }))
    .describe('Agencies whose position bars an approval.'),
  conditionCount: z.int(),
  proposal: z.string().nullable(),
  officer: person.nullable(),
  signatures: z.array(person),
  signaturesRequired: z.int(),
  answerBy: z.string().nullable(),
  finalAt: z.string().nullable(),
  answered: z.boolean(),
  missing: z.array(z.string()),
  version: z.int(),
});

const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`);

/** What still has to happen, a few words each. */
export const missingIn = (row: WorklistEntry, now: Instant): readonly string[] => {
  switch (row.stage) {
    case 'registered':
      return [];
    case 'settling':
      return [
        ...(row.unsettled.length > 0 ? [`${counted(row.unsettled.length, 'proposed condition')} to settle`] : []),
        row.route === 'confirmation' ? 'a proposal that no licence is required' : 'a proposed decision',
      ];
    case 'awaiting-countersignature': {
      const left = row.signaturesRequired - row.signatures.length;
      return [`${counted(left, 'countersignature')} of ${row.signaturesRequired}`];
    }
    case 'intent-to-deny':
      return [
        row.answerBy !== null && now < row.answerBy
          ? `the applicant's answer, before ${row.answerBy}`
          : `the day the denial is final, ${row.finalAt ?? ''}`,
      ];
  }
};

/** An entry that has come to licensing. */
type AtLicensing = WorklistEntry & { readonly stage: (typeof stages)[number] };

const shownAt = (row: AtLicensing, now: Instant): AnswerOf<typeof entrySchema> => {
  const { key: _key, unsettled: _unsettled, signaturesAtOpening: _atOpening, conditions, objections, ...told } = row;
  return {
    ...told,
    objections: objections.map(({ agency, position }) => ({ agency, agencyName: organisationName(agency), position })),
    conditionCount: conditions.length,
    daysLeft: daysBetween(dayOf(now), row.resolveBy),
    missing: missingIn(row, now),
  };
};

@Controller('worklist')
export class OfficerWorklistController {
  constructor(
    private readonly queries: ViewQueries,
    private readonly clock: ClockSource,
  ) {}

  @Get()
  @Allow('worklist:read')
  @FromView('officer-worklist')
  @Paged()
  @Documented({
    summary: 'Cases to be decided',
    description: 'The one that has to be resolved first comes first; what is missing in each, and who has signed.',
    query: querySchema,
    response: countedPageSchema(entrySchema, stages),
    refusals: ['INVALID_QUERY', 'INVALID_CURSOR'],
  })
  async find(@Query() query: unknown, @SignedIn() by: Actor) {
    const { stage, q, ...page } = parseQuery(querySchema, query);
    const now = this.clock.now();
    const [rows, counts] = await Promise.all([
      this.queries.page(officerWorklist, {
        ...{ page, q, reader: by.id },
        where: { stage: stage ?? stages },
        order: 'resolveBy',
      }),
      this.queries.counts(officerWorklist, { q, where: { stage: stages } }, partsBy('stage', stages)),
    ]);
    return new CountedPage(
      // No other stage was asked for.
      shown(rows, (row) => shownAt(row as AtLicensing, now)),
      counts,
    );
  }
}
