import type { Day } from '@exeat/kernel';
import type { AnswerOf } from '@exeat/service-host';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { caseStatuses, isClosed, type CaseStatus } from '../case-status/case-status.js';
import { caseStages, stageInWords, type CaseStage } from '../case-status/stages.js';

const days = z.number().nullable().describe('Days, to a tenth; null where there are no cases.');
const cases = z.int().min(0);

export const outcomes = caseStatuses.filter(isClosed);
const outcomeSchema = z.enum(outcomes as [CaseStatus, ...CaseStatus[]]);

const stageSchema = z.strictObject({
  stage: z.enum(caseStages),
  stageInWords: z.string(),
  cases: cases.describe('Closed cases that came to it.'),
  medianDays: days,
  ninetiethDays: days.describe('Nine in ten took no longer.'),
  open: cases.describe('Cases that are in it now.'),
});

const bandSchema = z.strictObject({
  fromDays: z.int(),
  toDays: z.int().nullable().describe('Included; null for no end.'),
  cases,
});

export const statisticsSchema = z.strictObject({
  closedSince: z.string().nullable(),
  stages: z.array(stageSchema),
  openByAge: z.array(bandSchema).describe('Registered cases that are not closed, by days since registration.'),
  resolved: z.strictObject({ cases, medianDays: days, ninetiethDays: days }),
  byOutcome: z.array(z.strictObject({ outcome: outcomeSchema, cases, medianDays: days })),
});
export type Statistics = AnswerOf<typeof statisticsSchema>;

/** A published figure is of so many cases at least, of so many companies, so that it tells of none of them. */
export const fewest = { cases: 5, companies: 3 } as const;

export const publishedSchema = z.strictObject({
  fewestCases: z.int(),
  fewestCompanies: z.int(),
  byOutcome: z.array(z.strictObject({ outcome: outcomeSchema, cases, medianDays: z.number() })),
});

/** Where a band of ages begins, in days; the last has no end. */
const bands = [0, 30, 60, 90] as const;

const closed = outcomes.map((outcome) => `'${outcome}'`).join(', ');
const rounded = (expression: string) => `round((${expression})::numeric, 1)::float8`;
const middle = (share: number, of: string) => rounded(`percentile_cont(${share}) within group (order by ${of})`);

/** Closed since a day, where one is named. A case that went back is not closed: it may come again. */
const isClosedCase = `status in (${closed}) and ($1::text is null or closed_on >= $1)`;
const daysToResolve = '(closed_on::date - registered_on::date)';

/** How long closed cases were in each stage, all times they came to it together. */
const perStage = `
  with passed as (
    select key, stage->>'stage' as stage,
      sum(extract(epoch from (stage->>'leftAt')::timestamptz - (stage->>'enteredAt')::timestamptz)) / 86400 as days
    from views.case_overview, jsonb_array_elements(stages) stage
    where round > 0 and ${isClosedCase}
    group by key, stage->>'stage'
  )
  select stage, count(*)::int as cases, ${middle(0.5, 'days')} as "medianDays", ${middle(0.9, 'days')} as "ninetiethDays"
  from passed group by stage`;

const perOutcome = `
  select status as outcome, count(*)::int as cases, count(distinct company_id)::int as companies,
    ${middle(0.5, daysToResolve)} as "medianDays"
  from views.case_overview where registered_on is not null and ${isClosedCase} group by status`;

const resolved = `
  select count(*)::int as cases, ${middle(0.5, daysToResolve)} as "medianDays",
    ${middle(0.9, daysToResolve)} as "ninetiethDays"
  from views.case_overview where registered_on is not null and ${isClosedCase}`;

/** Bands are numbered from 1. */
const perAge = `
  select width_bucket($1::date - registered_on::date, array[${bands.join(', ')}]) as band, count(*)::int as cases
  from views.case_overview where closed_on is null and registered_on is not null group by 1`;

const openPerStage = `
  select stages->-1->>'stage' as stage, count(*)::int as cases
  from views.case_overview where round > 0 and stages->-1->>'leftAt' is null and not status in (${closed}) group by 1`;

interface OfStage {
  readonly stage: CaseStage;
  readonly cases: number;
  readonly medianDays: number;
  readonly ninetiethDays: number;
}
interface OfOutcome {
  readonly outcome: CaseStatus;
  readonly cases: number;
  readonly companies: number;
  readonly medianDays: number;
}

const outcomesSince = (database: DataSource, since: Day | undefined) =>
  database.query<OfOutcome[]>(perOutcome, [since ?? null]);

/** How long cases take, and how old those are that are open on a day. `since`: of what was closed on that day or later. */
export const statisticsOn = async (database: DataSource, today: Day, since: Day | undefined): Promise<Statistics> => {
  const [ofStages, ofOutcomes, [all], ages, open] = await Promise.all([
    database.query<OfStage[]>(perStage, [since ?? null]),
    outcomesSince(database, since),
    database.query<Statistics['resolved'][]>(resolved, [since ?? null]),
    database.query<{ readonly band: number; readonly cases: number }[]>(perAge, [today]),
    database.query<{ readonly stage: string; readonly cases: number }[]>(openPerStage),
  ]);
  return {
    closedSince: since ?? null,
    // How long people draft is nobody's business but theirs.
    stages: caseStages
      .filter((stage) => stage !== 'draft')
      .map((stage) => {
        const found = ofStages.find((each) => each.stage === stage);
        return {
          ...{ stage, stageInWords: stageInWords(stage), cases: found?.cases ?? 0 },
          ...{ medianDays: found?.medianDays ?? null, ninetiethDays: found?.ninetiethDays ?? null },
          open: open.find((each) => each.stage === stage)?.cases ?? 0,
        };
      }),
    openByAge: bands.map((fromDays, index) => ({
      fromDays,
      toDays: index + 1 < bands.length ? (bands[index + 1] ?? 0) - 1 : null,
      cases: ages.find(({ band }) => band === index + 1)?.cases ?? 0,
    })),
    resolved: all ?? { cases: 0, medianDays: null, ninetiethDays: null },
    byOutcome: outcomes.map((outcome) => {
      const found = ofOutcomes.find((each) => each.outcome === outcome);
      return { outcome, cases: found?.cases ?? 0, medianDays: found?.medianDays ?? null };
    }),
  };
};

/** The median of each outcome over the cases of all companies, where it tells of no single one. */
export const publishedStatistics = async (database: DataSource): Promise<AnswerOf<typeof publishedSchema>> => ({
  fewestCases: fewest.cases,
  fewestCompanies: fewest.companies,
  byOutcome: (await outcomesSince(database, undefined))
    .filter(({ cases, companies }) => cases >= fewest.cases && companies >= fewest.companies)
    .map(({ outcome, cases, medianDays }) => ({ outcome, cases, medianDays })),
});
