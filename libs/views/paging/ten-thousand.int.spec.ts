import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventStoreMigrations } from '@exeat/event-store';
import { messagingMigrations, type ViewDefinition, type ViewRow } from '@exeat/messaging';
import { startTestPostgres, type TestPostgres } from '@exeat/postgres';
import { migrate } from '@exeat/service-host';
import { DataSource } from 'typeorm';
import { agencyQueue } from '../agency-queue/agency-queue.view.js';
import { allViews } from '../all-views.js';
import { caseOverview } from '../case-overview/case-overview.view.js';
import { aggregateTpp } from '../licence-register/aggregate-tpp.js';
import { licenceRegister } from '../licence-register/licence-register.view.js';
import { viewsMigrations } from '../migrations/views-migrations.js';
import { myCases } from '../my-cases/my-cases.view.js';
import { obligationsDue } from '../obligations-due/obligations-due.view.js';
import { officerWorklist } from '../officer-worklist/officer-worklist.view.js';
import { aRegisteredCase, factsOf } from '../spec/a-case.fixtures.js';
import type { CaseSteps } from '../spec/case-steps.fixtures.js';
import { rowsOf } from '../spec/fold.fixtures.js';
import { publishedStatistics, statisticsOn } from '../statistics/statistics.js';
import { technicalQueue } from '../technical-queue/technical-queue.view.js';
import { ViewQueries } from './view-queries.js';

const many = 10_000;
/** Far above what is measured on a machine at rest (see the README), so that a busy one does not fail it. */
const longestMs = 400;

let postgres: TestPostgres;
let database: DataSource;
let queries: ViewQueries;

const open = aRegisteredCase().openTechnicalReview().claim().find();
const referred = aRegisteredCase().openTechnicalReview().completeTechnicalReview().openSecurityReview(['state']);
const settling = aRegisteredCase().openLicensing([], [], 'decision');
const licensed = aRegisteredCase().openLicensing([], [], 'decision');
const report = licensed.condition('report', { when: 'after-each-shipment', days: 30, evidence: 'delivery-report' });
licensed.grant([report]).ship(1, '400').owe('AES-1', report);

/** The last of the view's rows after a case, so many times: each with what is its own, as JSON in terms of `n`. */
const fill = async <Row extends ViewRow>(view: ViewDefinition<Row>, steps: CaseSteps, own: string) => {
  const row = rowsOf(view, factsOf(steps)).at(-1);
  if (!row) throw new Error(`No row of ${view.name}`);
  await database.getRepository(view.entity).insert([row as never]);
  const table = `views.${view.name.replaceAll('-', '_')}`;
  const columns = database.getMetadata(view.entity).columns.map(({ databaseName }) => databaseName);
  await database.query(
    `insert into ${table} (${columns.join(', ')})
     select ${columns.map((column) => `each.${column}`).join(', ')}
     from ${table} one, generate_series(1, ${many - 1}) n,
       lateral jsonb_populate_record(one, jsonb_build_object('key', 'key-' || n, 'case_id', 'case-' || n, ${own})) each`,
  );
  await database.query(`analyze ${table}`);
};

/** As if every other of the cases had been decided. */
const decided = `'status', case when n % 2 = 0 then 'licensed' else 'in-security-review' end,
  'closed_on', case when n % 2 = 0 then '2026-05-01' end`;

const number = `'Z' || lpad((100000 + n)::text, 6, '0')`;
const day = `(date '2026-01-01' + (n * 7919) % 365)::text`;

beforeAll(async () => {
  postgres = await startTestPostgres();
  await migrate(postgres.ownerUrl, [...eventStoreMigrations, ...messagingMigrations, ...viewsMigrations]);
  database = new DataSource({ type: 'postgres', url: postgres.appUrl, entities: allViews.map(({ entity }) => entity) });
  await database.initialize();
  queries = new ViewQueries(database, { position: async () => 1, waitFor: async () => true });
  await fill(technicalQueue, open, `'number', ${number}, 'resolve_by', ${day}`);
  await fill(agencyQueue, referred, `'number', ${number}, 'due_at', ${day}`);
  await fill(officerWorklist, settling, `'number', ${number}, 'resolve_by', ${day}`);
  await fill(caseOverview, referred, `'numbers', jsonb_build_array(${number}), 'opened_position', 10 + n, ${decided}`);
  await fill(myCases, referred, `'number', ${number}, 'company_id', 'company-' || n % 20, 'opened_position', 10 + n`);
  await fill(licenceRegister, licensed, `'application_number', ${number}, 'issued_position', 10 + n`);
  await fill(obligationsDue, licensed, `'application_number', ${number}, 'due_at', ${day}`);
}, 60_000);

afterAll(async () => {
  await database?.destroy();
  await postgres?.stop();
});

const page = { limit: 50 };
const reader = 'ada-reyes';
/** Each list as its route asks for it: a page and, where it has them, its counts. */
const lists: Readonly<Record<string, (q?: string) => Promise<{ readonly items: readonly unknown[] }>>> = {
  'technical reviews': async (q) => {
    const where = { stage: ['open', 'claimed'] } as const;
    const [rows] = await Promise.all([
      queries.page(technicalQueue, { page, q, reader, where, order: 'resolveBy' }),
      queries.counts(technicalQueue, { q, where }, { all: {}, free: { stage: 'open' }, mine: { holderId: reader } }),
    ]);
    return rows;
  },
  referrals: async (q) => {
    const where = { kind: 'referral', agency: 'state' } as const;
    const [rows] = await Promise.all([
      queries.page(agencyQueue, { page, q, reader, where, order: 'dueAt' }),
      queries.counts(agencyQueue, { q, where }, { awaited: { state: 'awaited' }, silent: { state: 'silent' } }),
    ]);
    return rows;
  },
  'cases to decide': async (q) => {
    const where = { stage: ['settling', 'intent-to-deny'] } as const;
    const [rows] = await Promise.all([
      queries.page(officerWorklist, { page, q, reader, where, order: 'resolveBy' }),
      queries.counts(officerWorklist, { q, where }, { settling: { stage: 'settling' } }),
    ]);
    return rows;
  },
  cases: (q) =>
    queries.page(caseOverview, {
      ...{ page, q, reader, where: {}, atLeast: { round: 1 } },
      order: 'openedPosition',
      newestFirst: true,
    }),
  'my cases': async (q) => {
    const where = { companyId: 'company-7' };
    const [rows] = await Promise.all([
      queries.page(myCases, { page, q, reader, where, order: 'openedPosition', newestFirst: true }),
      queries.counts(myCases, { q, where }, { draft: { status: 'draft' } }),
    ]);
    return rows;
  },
  licences: (q) =>
    queries.page(licenceRegister, { page, q, reader, where: {}, order: 'issuedPosition', newestFirst: true }),
  obligations: async (q) => {
    const where = { kind: 'obligation' } as const;
    const [rows] = await Promise.all([
      queries.page(obligationsDue, { page, q, reader, where, order: 'dueAt' }),
      queries.counts(obligationsDue, { q, where }, { open: { status: 'open' }, overdue: { status: 'overdue' } }),
    ]);
    return rows;
  },
};

it.each([
  ['the statistics', () => statisticsOn(database, '2026-06-01', undefined)],
  ['the published medians', () => publishedStatistics(database)],
  ['the aggregate performance', () => aggregateTpp(database, undefined)],
] as const)('over ten thousand rows, %s are computed quickly', async (_what, compute) =>
  expect(await middle(compute)).toBeLessThan(longestMs),
);

/** The time of the middle one of nine, in milliseconds. */
const middle = async (ask: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let each = 0; each < 9; each++) {
    const started = performance.now();
    await ask();
    times.push(performance.now() - started);
  }
  return times.sort((one, other) => one - other)[4] ?? Infinity;
};

describe.each(Object.entries(lists))('among ten thousand rows, the list of %s', (_of, list) => {
  it.each([
    ['as a whole', undefined, 50],
    ['searched for what one has', 'z100007', 1],
    ['searched for what none has', 'nowhere', 0],
  ] as const)('is read quickly %s', async (_how, q, found) => {
    expect((await list(q)).items).toHaveLength(found);
    expect(await middle(() => list(q))).toBeLessThan(longestMs);
  });
});
