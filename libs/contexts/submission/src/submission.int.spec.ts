import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { digestOf, eventStoreMigrations, FactRegistry, PostgresEventStore } from '@exeat/event-store';
import { isRefusal, system, type Actor, type Done, type Refusal } from '@exeat/kernel';
import { aContent, aPerson, northlight } from '@exeat/kernel/spec';
import { Policy } from '@exeat/policy';
import { startTestPostgres, type TestPostgres } from '@exeat/postgres';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { v4 } from 'uuid';
import type { SubmissionAsk } from './domain/commands.js';
import { submissionFacts } from './domain/events.js';
import { readDraft } from './read-draft.js';
import { SubmissionHandler, SubmissionRequest } from './submission.handler.js';

const at = '2026-08-03T09:00:00.000Z';
const mei = aPerson('Mei Lin', 'exporter', 'northlight');
const stranger = aPerson('Tom Baker', 'exporter', 'farpoint');

let database: TestPostgres;
let pool: pg.Pool;
let store: PostgresEventStore;
let handler: SubmissionHandler;

beforeAll(async () => {
  database = await startTestPostgres();
  const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  for (const Migration of eventStoreMigrations) await new Migration().up(owner.createQueryRunner());
  await owner.destroy();
  pool = new pg.Pool({ connectionString: database.appUrl });
  store = new PostgresEventStore(pool, new FactRegistry(submissionFacts));
  handler = new SubmissionHandler(store, new Policy());
}, 120_000);

afterAll(async () => {
  await pool.end();
  await database.stop();
});

type Question = Pick<SubmissionAsk, 'type' | 'data'>;

const ask = (caseId: string, question: Question, by: Actor = mei, envelope: { id?: string; version?: number } = {}) =>
  handler.execute(
    new SubmissionRequest(caseId, { ...question, by, at } as SubmissionAsk, {
      commandId: envelope.id ?? v4(),
      correlationId: v4(),
      ...(envelope.version !== undefined && { expectedVersion: envelope.version }),
    }),
  );
const start: Question = { type: 'StartDraft', data: { applicant: northlight, reference: 'NL-7' } };
const save: Question = { type: 'SaveDraft', data: { sections: aContent() } };
const submit: Question = { type: 'SubmitApplication', data: { signatory: 'Mei Lin', capacity: 'Director' } };
const register = (round: number): Question => ({ type: 'RegisterApplication', data: { round } });
const codes = (outcome: Done | Refusal) => (isRefusal(outcome) ? outcome.refused.map(({ code }) => code) : []);
const last = async (caseId: string) => (await store.readCase(caseId)).at(-1);

describe('an application over the store', () => {
  it('is submitted with the digest of its content, and registered with a number and a day by rule', async () => {
    const caseId = v4();
    for (const question of [start, save, submit]) await ask(caseId, question);
    expect(await last(caseId)).toMatchObject({ type: 'ApplicationSubmitted', data: { digest: digestOf(aContent()) } });

    await ask(caseId, register(1), system('submission'));
    const registered = await last(caseId);
    expect(registered).toMatchObject({
      type: 'ApplicationRegistered',
      data: { file: { applicant: northlight, content: aContent() }, resolveBy: '2026-11-01' },
      meta: { ruleSets: ['us-ear-2026-07-23'] },
    });
    expect((registered?.data as { file: { number: string } }).file.number).toMatch(/^Z\d{6}$/);
  });

  it('is registered once, however often that is asked for', async () => {
    const caseId = v4();
    for (const question of [start, save, submit]) await ask(caseId, question);
    const cause = v4();
    await ask(caseId, register(1), system('submission'), { id: cause });
    expect(await ask(caseId, register(1), system('submission'), { id: cause })).toMatchObject({ replayed: true });
    expect(await ask(caseId, register(1), system('submission'))).toMatchObject({ facts: 0 });
    expect((await store.readCase(caseId)).filter(({ type }) => type === 'ApplicationRegistered')).toHaveLength(1);
  });

  it('tells a stranger the same of a case as of none, whichever version they name', async () => {
    const caseId = v4();
    await ask(caseId, start);
    expect(codes(await ask(caseId, save, stranger, { version: 9 }))).toEqual(['NOT_YOUR_CASE']);
    expect(codes(await ask(v4(), save, stranger, { version: 9 }))).toEqual(['NOT_YOUR_CASE']);
    expect(codes(await ask(caseId, save, mei, { version: 9 }))).toEqual(['STALE_VERSION']);
    expect(await readDraft(store, caseId, stranger)).toEqual(await readDraft(store, v4(), stranger));
  });

  it('is read as it stands, with what a submission would be told', async () => {
    const caseId = v4();
    await ask(caseId, start);
    await ask(caseId, { type: 'SaveDraft', data: { sections: { ...aContent(), items: [] } } });
    expect(await readDraft(store, caseId, mei)).toMatchObject({
      version: 2,
      document: {
        caseId,
        status: 'draft',
        applicant: northlight,
        sections: { exportFrom: 'US' },
        problems: [{ code: 'ITEMS_MISSING', pointer: '/sections/items' }],
      },
    });
  });
});
