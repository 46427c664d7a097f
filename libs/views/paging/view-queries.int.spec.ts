import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditMigrations, auditTrail } from '@exeat/audit';
import { eventStoreMigrations } from '@exeat/event-store';
import { messagingMigrations, type ViewDefinition } from '@exeat/messaging';
import { startTestPostgres, type TestPostgres } from '@exeat/postgres';
import { migrate, Page, ProblemError } from '@exeat/service-host';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { allViews } from '../all-views.js';
import { viewsMigrations } from '../migrations/views-migrations.js';
import { rowsAfter } from '../spec/fold.fixtures.js';
import { histories } from '../spec/histories.fixtures.js';
import { technicalQueue, type TechnicalQueueEntry } from '../technical-queue/technical-queue.view.js';
import { timeline, type TimelineEntry } from '../timeline/timeline.view.js';
import { ViewQueries } from './view-queries.js';

const views: readonly ViewDefinition[] = [...allViews, auditTrail];

let postgres: TestPostgres;
let database: DataSource;

beforeAll(async () => {
  postgres = await startTestPostgres();
  await migrate(postgres.ownerUrl, [
    ...eventStoreMigrations,
    ...messagingMigrations,
    ...viewsMigrations,
    ...auditMigrations,
  ]);
  database = new DataSource({ type: 'postgres', url: postgres.appUrl, entities: views.map(({ entity }) => entity) });
  await database.initialize();
}, 120_000);

afterAll(async () => {
  await database?.destroy();
  await postgres?.stop();
});

const queries = (position = 1000) =>
  new ViewQueries(database, { position: async () => position, waitFor: async () => true });

describe.each(views.map((view) => [view.name, view] as const))('the table of %s', (_name, view) => {
  it('belongs to the application, which swaps it with a rebuilt one', async () =>
    expect(
      await database.query('select tableowner from pg_tables where schemaname = $1 and tablename = $2', [
        'views',
        view.name.replaceAll('-', '_'),
      ]),
    ).toEqual([{ tableowner: 'exeat_app' }]));

  it('gives rows back as they were put in', async () => {
    const facts = fc.sample(histories, { numRuns: 20, seed: 7 });
    const rows = facts.map((history) => rowsAfter(view, history)).find(({ length }) => length > 0) ?? [];
    expect(rows.length).toBeGreaterThan(0);
    const repository = database.getRepository(view.entity);
    await repository.clear();
    await repository.insert([...rows]);
    const found = await repository.find();
    expect(found.sort((one, other) => (one.key < other.key ? -1 : 1))).toEqual(rows);
    await repository.clear();
  });
});

const queued = (
  number: number,
  resolveBy: string,
  stage: TechnicalQueueEntry['stage'] = 'open',
): TechnicalQueueEntry => ({
  key: `case-${number}`,
  caseId: `case-${number}`,
  stage,
  number: `Z00000${number}`,
  applicantName: 'Northlight Compute Inc.',
  models: 'H20 SXM',
  itemCount: 1,
  linesFound: [],
  resolveBy,
  openedAt: '2026-01-05T09:00:00.000Z',
  holderId: null,
  holderName: null,
  claimedAt: null,
  version: 1,
});

describe('a list', () => {
  const pageThrough = async (limit: number): Promise<string[]> => {
    const keys: string[] = [];
    let cursor: string | undefined;
    do {
      const page: Page<TechnicalQueueEntry> = await queries().page(technicalQueue, {
        page: { limit, ...(cursor !== undefined && { cursor }) },
        reader: 'ada',
        where: { stage: ['open', 'claimed'] },
        order: 'resolveBy',
      });
      keys.push(...page.items.map(({ key }) => key));
      cursor = page.next;
    } while (cursor !== undefined);
    return keys;
  };

  it('has every row once, in order, however small its pages are', async () => {
    const rows = [
      queued(1, '2026-04-01'),
      queued(2, '2026-03-01'),
      queued(3, '2026-04-01', 'claimed'),
      queued(4, '2026-01-01', 'registered'),
      queued(5, '2026-02-01'),
    ];
    await database.getRepository(technicalQueue.entity).insert(rows);
    const inOrder = ['case-5', 'case-2', 'case-1', 'case-3'];
    for (const limit of [1, 2, 3, 4, 100]) expect(await pageThrough(limit)).toEqual(inOrder);
  });

  it('goes on for the same reader and the same question only', async () => {
    const ask = (reader: string, stage: TechnicalQueueEntry['stage'], cursor?: string, newestFirst = false) =>
      queries().page(technicalQueue, {
        page: { limit: 1, ...(cursor !== undefined && { cursor }) },
        reader,
        where: { stage },
        order: 'resolveBy',
        newestFirst,
      });
    const { next } = await ask('ada', 'open');
    expect(next).toBeDefined();
    await expect(ask('ada', 'open', next)).resolves.toBeInstanceOf(Page);
    await expect(ask('eve', 'open', next)).rejects.toBeInstanceOf(ProblemError);
    await expect(ask('ada', 'claimed', next)).rejects.toBeInstanceOf(ProblemError);
    await expect(ask('ada', 'open', next, true)).rejects.toBeInstanceOf(ProblemError);
  });

  it('of rows that never change stays as it was when its first page was read', async () => {
    const entry = (position: number): TimelineEntry => ({
      key: String(position),
      caseId: 'case-1',
      position,
      at: '2026-01-05T09:00:00.000Z',
      type: 'DraftSaved',
      sentence: 'Saved.',
      audience: 'applicant',
      actorName: 'Ines Moreau',
    });
    const entries = database.getRepository(timeline.entity);
    await entries.insert([entry(9), entry(10), entry(11)]);
    const ask = (position: number, cursor?: string) =>
      queries(position).page(timeline, {
        page: { limit: 2, ...(cursor !== undefined && { cursor }) },
        reader: 'ada',
        where: { caseId: 'case-1', audience: undefined },
        order: 'position',
        upTo: 'position',
      });
    const first = await ask(11);
    expect(first.items.map(({ position }) => position)).toEqual([9, 10]);
    await entries.insert([entry(12)]);
    const second = await ask(12, first.next);
    expect(second.items.map(({ position }) => position)).toEqual([11]);
    expect(second).toMatchObject({ position: 11 });
    expect(second.next).toBeUndefined();
  });

  it('has what contains a text, letter by letter', async () => {
    const entries = database.getRepository(technicalQueue.entity);
    await entries.clear();
    await entries.insert([
      { ...queued(1, '2026-01-01'), models: 'H20 SXM' },
      { ...queued(2, '2026-01-02'), models: 'H200%_NVL' },
    ]);
    const found = async (models: string | undefined) =>
      (
        await queries().page(technicalQueue, {
          page: { limit: 10 },
          reader: 'ada',
          where: {},
          containing: { models },
          order: 'resolveBy',
        })
      ).items.map(({ key }) => key);
    expect(await found('H20')).toEqual(['case-1', 'case-2']);
    expect(await found('SXM')).toEqual(['case-1']);
    expect(await found('%_')).toEqual(['case-2']);
    expect(await found('H20%')).toEqual([]);
    expect(await found(`'; drop table views.technical_queue; --`)).toEqual([]);
    expect(await found(undefined)).toHaveLength(2);
  });

  it('takes text in its filters as text', async () =>
    expect(
      await queries().page(technicalQueue, {
        page: { limit: 10 },
        reader: 'ada',
        where: { number: `'; drop table views.technical_queue; --` },
        order: 'resolveBy',
      }),
    ).toMatchObject({ items: [] }));
});

it('a row that is not there is undefined', async () =>
  expect(await queries().row(technicalQueue, 'nowhere')).toBeUndefined());
