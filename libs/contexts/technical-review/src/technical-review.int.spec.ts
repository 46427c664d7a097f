import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventStoreMigrations, FactRegistry, PostgresEventStore } from '@exeat/event-store';
import { isRefusal, system, type Actor, type CaseFile, type Done, type Refusal } from '@exeat/kernel';
import { aCaseFile, aContent, anItem, aParty, aPerson } from '@exeat/kernel/spec';
import { Policy } from '@exeat/policy';
import { startTestPostgres, type TestPostgres } from '@exeat/postgres';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { v4 } from 'uuid';
import type { TechnicalReviewAsk } from './domain/commands.js';
import { technicalReviewFacts } from './domain/events.js';
import { ada } from './domain/technical-review.fixtures.js';
import { readReview } from './read-review.js';
import { TechnicalReviewHandler, TechnicalReviewRequest } from './technical-review.handler.js';

const at = '2026-08-03T09:00:00.000Z';
const policy = new Policy();

let database: TestPostgres;
let pool: pg.Pool;
let store: PostgresEventStore;
let handler: TechnicalReviewHandler;

beforeAll(async () => {
  database = await startTestPostgres();
  const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  for (const Migration of eventStoreMigrations) await new Migration().up(owner.createQueryRunner());
  await owner.destroy();
  pool = new pg.Pool({ connectionString: database.appUrl });
  store = new PostgresEventStore(pool, new FactRegistry(technicalReviewFacts));
  handler = new TechnicalReviewHandler(store, policy);
}, 120_000);

afterAll(async () => {
  await pool.end();
  await database.stop();
});

type Question = Pick<TechnicalReviewAsk, 'type' | 'data'>;

const ask = (caseId: string, question: Question, by: Actor = ada, version?: number) =>
  handler.execute(
    new TechnicalReviewRequest(caseId, { ...question, by, at } as TechnicalReviewAsk, {
      commandId: v4(),
      correlationId: v4(),
      ...(version !== undefined && { expectedVersion: version }),
    }),
  );
const claim: Question = { type: 'ClaimReview', data: {} };
const find = (line: number): Question => ({ type: 'RecordFinding', data: { line } });
const complete: Question = { type: 'CompleteReview', data: {} };
const codes = (outcome: Done | Refusal) => (isRefusal(outcome) ? outcome.refused.map(({ code }) => code) : []);
const last = async (caseId: string) => (await store.readCase(caseId)).at(-1);

const opened = async (file: CaseFile) => {
  const caseId = v4();
  await ask(caseId, { type: 'OpenTechnicalReview', data: { file } }, system('technical-review'));
  return caseId;
};

/** A card for consumers: TPP 4,707 and not for datacentres, so that Note 2 excludes it. */
const consumerCard = anItem({
  model: 'RTX 4090 D',
  specification: {
    kind: 'integrated-circuit',
    rates: [{ format: 'fp8', bits: 8, denseTops: '588.4' }],
    dies: [{ areaMm2: '609', nonPlanar: true }],
    designedOrMarketedForDatacentre: 'no',
  },
});
/** TPP 15,832: 3A090.a whatever its density. */
const datacentreCard = anItem({
  line: 2,
  model: 'H200 SXM',
  specification: {
    kind: 'integrated-circuit',
    rates: [{ format: 'fp8', bits: 8, denseTops: '1979' }],
    designedOrMarketedForDatacentre: 'yes',
  },
});

describe('a technical review over the store and the rules', () => {
  it('records what the rule set of the day computes, and completes with what it requires', async () => {
    const caseId = await opened(aCaseFile({ content: aContent({ items: [consumerCard, datacentreCard] }) }));
    for (const question of [claim, find(1), find(2)]) await ask(caseId, question);
    expect(await last(caseId)).toMatchObject({
      type: 'FindingRecorded',
      data: { finding: { line: 2, paragraph: '3A090.a', computation: { limbs: ['a.1'], tpp: '15832' } } },
      meta: { ruleSets: ['us-ear-2026-07-23'] },
    });

    await ask(caseId, complete);
    const completed = await last(caseId);
    expect(completed).toMatchObject({
      type: 'TechnicalReviewCompleted',
      data: { outcome: 'licence-required', ruleSet: 'us-ear-2026-07-23', reviewers: ['ada-reyes'] },
    });
    const { requirements } = completed?.data as { requirements: { lines: number[] }[] };
    expect(new Set(requirements.flatMap(({ lines }) => lines))).toEqual(new Set([2]));
  });

  it('finds that no licence is required', async () => {
    const inFrance = { country: 'FR', headquarters: 'FR' };
    const parties = [
      aParty('purchaser', inFrance),
      aParty('ultimate-consignee', inFrance),
      aParty('end-user', inFrance),
    ];
    const caseId = await opened(aCaseFile({ content: aContent({ items: [consumerCard], parties }) }));
    for (const question of [claim, find(1), complete]) await ask(caseId, question);
    expect(await last(caseId)).toMatchObject({ data: { outcome: 'no-licence-required', requirements: [] } });
  });

  it('shows the computation of each line before and beside its finding', async () => {
    const caseId = await opened(aCaseFile({ content: aContent({ items: [consumerCard, datacentreCard] }) }));
    await ask(caseId, claim);
    await ask(caseId, find(1));
    expect(await readReview(store, policy, caseId, ada, at)).toMatchObject({
      version: 3,
      document: {
        status: 'claimed',
        holder: { name: 'Ada Reyes' },
        items: [
          { line: 1, computation: { paragraph: 'none', limbs: ['Note 2'] }, finding: { paragraph: 'none' } },
          { line: 2, computation: { paragraph: '3A090.a' } },
        ],
      },
    });
    const officer = aPerson('Tomas Lind', 'licensing-officer');
    expect(await readReview(store, policy, caseId, officer, at)).toMatchObject({ version: 3 });
    const insider = aPerson('Ida Roe', 'technical-reviewer', 'northlight');
    expect(await readReview(store, policy, caseId, insider, at)).toMatchObject({
      refused: [{ code: 'INTEREST_IN_CASE' }],
    });
  });

  it('knows no line that the application does not have', async () => {
    const caseId = await opened(aCaseFile());
    await ask(caseId, claim);
    expect(codes(await ask(caseId, find(9)))).toEqual(['LINE_UNKNOWN']);
  });

  it('is not found before it is open, whichever version is named', async () => {
    expect(codes(await ask(v4(), claim, ada, 4))).toEqual(['CASE_NOT_FOUND']);
    expect(await readReview(store, policy, v4(), ada, at)).toMatchObject({ refused: [{ code: 'CASE_NOT_FOUND' }] });
  });

  it('goes to one of two reviewers who claim it at once', async () => {
    const caseId = await opened(aCaseFile());
    const people = ['Ada Reyes', 'Raj Patel', 'Lea Noor', 'Kim Osei'].map((name) =>
      aPerson(name, 'technical-reviewer'),
    );
    const outcomes = await Promise.all(people.map((by) => ask(caseId, claim, by)));
    expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1);
    expect(outcomes.filter(isRefusal).flatMap(codes)).toEqual([
      'ALREADY_CLAIMED',
      'ALREADY_CLAIMED',
      'ALREADY_CLAIMED',
    ]);
  });
});
