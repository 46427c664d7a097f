import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventStoreMigrations, FactRegistry, PostgresEventStore } from '@exeat/event-store';
import { isRefusal, system, type Actor } from '@exeat/kernel';
import { aPerson } from '@exeat/kernel/spec';
import { Policy } from '@exeat/policy';
import { startTestPostgres, type TestPostgres } from '@exeat/postgres';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { v4 } from 'uuid';
import type { SecurityReviewAsk } from './domain/commands.js';
import { securityReviewFacts } from './domain/events.js';
import { dee, file, finding, sam } from './domain/security-review.fixtures.js';
import { readReview } from './read-review.js';
import { SecurityReviewHandler, SecurityReviewRequest } from './security-review.handler.js';

const at = '2026-08-10T09:00:00.000Z';
const policy = new Policy();

let database: TestPostgres;
let pool: pg.Pool;
let store: PostgresEventStore;
let handler: SecurityReviewHandler;

beforeAll(async () => {
  database = await startTestPostgres();
  const owner = new DataSource({ type: 'postgres', url: database.ownerUrl, migrations: [...eventStoreMigrations] });
  await owner.initialize();
  await owner.runMigrations();
  await owner.destroy();
  pool = new pg.Pool({ connectionString: database.appUrl });
  store = new PostgresEventStore(pool, new FactRegistry(securityReviewFacts));
  handler = new SecurityReviewHandler(store, policy);
}, 120_000);

afterAll(async () => {
  await pool.end();
  await database.stop();
});

type Question = Pick<SecurityReviewAsk, 'type' | 'data'>;
const ask = (caseId: string, question: Question, by: Actor, commandId = v4(), expectedVersion?: number) =>
  handler.execute(
    new SecurityReviewRequest(caseId, { ...question, by, at } as SecurityReviewAsk, {
      commandId,
      correlationId: commandId,
      ...(expectedVersion !== undefined && { expectedVersion }),
    }),
  );

const ruleSet = policy.ruleSetOn('2026-08-10');
/** A requirement by a rule of the rule set in force, so that its agencies are the real ones. */
const requirement = {
  rule: ruleSet.rules.find(({ kind }) => kind === 'destination')?.id ?? '',
  citation: '15 CFR 742.6',
  lines: [1],
  because: 'The destination is in D:5.',
  reviewPolicy: 'case-by-case' as const,
  policyBecause: 'The gate is met.',
};
const opened = async () => {
  const caseId = v4();
  const data = { file, findings: [finding], requirements: [requirement], participants: ['ada-reyes'] };
  await ask(caseId, { type: 'OpenSecurityReview', data }, system('security-review'));
  return caseId;
};
const positionWith = (...conditions: Extract<SecurityReviewAsk, { type: 'TakePosition' }>['data']['conditions']) => ({
  type: 'TakePosition' as const,
  data: { position: 'approve-with-conditions' as const, withheldReasons: 'A signal', conditions },
});
const position: Question = { type: 'TakePosition', data: { position: 'no-objection', conditions: [] } };
const report = (days: string) => ({
  clause: 'delivery-report',
  parameters: { days },
  reason: 'To know where they are.',
});

describe('a security review over the store, the rules and the clause library', () => {
  it('refers the case to the agencies that the rule set of the day names', async () => {
    const caseId = await opened();
    const facts = await store.readCase(caseId);
    expect(facts.map(({ data }) => (data as { agency?: string }).agency)).toEqual([
      undefined,
      'state',
      'defense',
      'energy',
    ]);
    expect(facts[1]).toMatchObject({ data: { dueAt: '2026-09-09T09:00:00.000Z' }, meta: { ruleSets: [ruleSet.id] } });
  });

  it('fills in the clauses of a position, and proposes the same conditions when it is sent again', async () => {
    const caseId = await opened();
    const commandId = v4();
    await ask(caseId, positionWith(report('14')), sam, commandId);
    expect(await ask(caseId, positionWith(report('14')), sam, commandId)).toMatchObject({ replayed: true });
    const [proposed, taken, ...more] = (await store.readCase(caseId)).slice(4);
    expect(more).toEqual([]);
    expect(proposed).toMatchObject({
      type: 'ConditionProposed',
      data: {
        proposal: {
          condition: { clauseVersion: 1, duty: { when: 'after-each-shipment', days: 14 } },
          proposedBy: 'state',
        },
      },
    });
    const { condition } = (proposed?.data as { proposal: { condition: { text: string; conditionId: string } } })
      .proposal;
    expect(condition.text).toContain('within 14 days');
    expect(taken).toMatchObject({ type: 'PositionTaken', data: { conditionIds: [condition.conditionId] } });
  });

  it('lists everything that is wrong with a position, with pointers into what was sent', async () => {
    const outcome = await ask(
      await opened(),
      positionWith(
        report('soon'),
        { clause: 'no-such-clause', parameters: {}, reason: 'x' },
        { clause: 'record-retention', parameters: {}, reason: 'x' },
        { clause: 'revenue-share', parameters: { percent: '15', legalBasis: 'none' }, reason: 'x' },
      ),
      sam,
    );
    expect(isRefusal(outcome) && outcome.refused.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['PARAMETER_INVALID', '/conditions/0/parameters/days'],
      ['CLAUSE_UNKNOWN', '/conditions/1/clause'],
      ['CLAUSE_IS_A_RIDER', '/conditions/2/clause'],
      ['FINANCIAL_TERMS_NOT_HERE', '/conditions/3/clause'],
    ]);
  });

  it('shows withheld reasons to the own agency, licensing and audit alone', async () => {
    const caseId = await opened();
    await ask(caseId, positionWith(report('14')), sam);
    const seenBy = async (by: Actor) => JSON.stringify(await readReview(store, caseId, by));
    const readers = [
      sam,
      aPerson('Olu Ade', 'licensing-officer'),
      aPerson('Cora Quist', 'countersigner'),
      aPerson('Vera Lund', 'auditor'),
    ];
    for (const by of readers) expect(await seenBy(by)).toContain('A signal');
    expect(await seenBy(dee)).toContain('delivery-report');
    expect(await seenBy(dee)).not.toContain('A signal');
  });

  it('is not there for those who have nothing to do with it', async () => {
    const caseId = await opened();
    const refused = async (by: Actor, of = caseId) => {
      const found = await readReview(store, of, by);
      return isRefusal(found) ? found.refused.map(({ code }) => code) : found;
    };
    expect(await refused(aPerson('Mei Lin', 'exporter', 'northlight'))).toEqual(['CASE_NOT_FOUND']);
    expect(await refused(aPerson('Ada Reyes', 'technical-reviewer'))).toEqual(['CASE_NOT_FOUND']);
    expect(await refused(aPerson('Jo Hale', 'security-reviewer', 'justice'))).toEqual(['NOT_REFERRED_TO_YOUR_AGENCY']);
    expect(await refused(aPerson('Ida Roe', 'licensing-officer', 'northlight'))).toEqual(['INTEREST_IN_CASE']);
    expect(await refused(sam, v4())).toEqual(['CASE_NOT_FOUND']);
    expect(await ask(v4(), position, sam, v4(), 7)).toMatchObject({ refused: [{ code: 'CASE_NOT_FOUND' }] });
  });

  it('closes once when the last agencies answer at the same moment', async () => {
    const caseId = await opened();
    const people = [sam, dee, aPerson('Eli Moss', 'security-reviewer', 'energy')];
    const outcomes = await Promise.all(people.map((by) => ask(caseId, position, by)));
    expect(outcomes.filter(isRefusal)).toEqual([]);
    const closed = (await store.readCase(caseId)).filter(({ type }) => type === 'SecurityReviewClosed');
    expect(closed).toHaveLength(1);
    expect(closed[0]?.data).toMatchObject({ participants: expect.arrayContaining(people.map(({ id }) => id)) });
  });
});
