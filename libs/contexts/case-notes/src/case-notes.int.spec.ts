import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventStoreMigrations, FactRegistry, PostgresEventStore } from '@exeat/event-store';
import { isRefusal, type Actor, type Done, type Fact, type Refusal } from '@exeat/kernel';
import { aContent, aPerson, northlight } from '@exeat/kernel/spec';
import { startTestPostgres, type TestPostgres } from '@exeat/postgres';
import { submissionFacts } from '@exeat/submission';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { v4 } from 'uuid';
import { CaseNotesHandler, CaseNotesRequest } from './case-notes.handler.js';
import { ada, at, sam } from './domain/case-notes.fixtures.js';
import { caseNotesFacts } from './domain/events.js';
import { readNotes } from './read-notes.js';

let database: TestPostgres;
let pool: pg.Pool;
let store: PostgresEventStore;
let handler: CaseNotesHandler;

beforeAll(async () => {
  database = await startTestPostgres();
  const owner = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  for (const Migration of eventStoreMigrations) await new Migration().up(owner.createQueryRunner());
  await owner.destroy();
  pool = new pg.Pool({ connectionString: database.appUrl });
  store = new PostgresEventStore(pool, new FactRegistry(submissionFacts, caseNotesFacts));
  handler = new CaseNotesHandler(store);
}, 120_000);

afterAll(async () => {
  await pool.end();
  await database.stop();
});

const nora = aPerson('Nora Vance', 'exporter', northlight.companyId);
const auditor = aPerson('Priya Nair', 'auditor');

const happened = async (caseId: string, ...facts: Fact[]) => {
  const meta = { actor: nora, at, commandId: v4(), correlationId: v4() };
  const { commandId } = meta;
  const stream = `submission-${caseId}`;
  await store.append({ stream, caseId, commandId, requestDigest: commandId, expect: 'any', facts, meta });
};
const drafted = async () => {
  const caseId = v4();
  await happened(caseId, { type: 'DraftStarted', data: { applicant: northlight, reference: 'PO-1' } });
  return caseId;
};
const submitted = async () => {
  const caseId = await drafted();
  const declaration = { signatory: 'Nora Vance', capacity: 'Director', statement: 'True and complete.' };
  const data = { applicant: northlight, content: aContent(), digest: 'd', declaration, round: 1 };
  await happened(caseId, { type: 'ApplicationSubmitted', data });
  return caseId;
};

const write = (caseId: string, text: string, by: Actor = ada, commandId = v4()) =>
  handler.execute(
    new CaseNotesRequest(
      caseId,
      { type: 'WriteNote', data: { text }, by, at },
      { commandId, correlationId: commandId },
    ),
  );
const codes = (outcome: unknown) => (isRefusal(outcome) ? outcome.refused.map(({ code }) => code) : []);
const done = (outcome: Done | Refusal): Done => {
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome;
};

describe('notes over the store', () => {
  it('are read in the order in which they were written, with their authors', async () => {
    const caseId = await submitted();
    const first = done(await write(caseId, 'Ask for the die area.'));
    const second = done(await write(caseId, 'State has asked.', sam));
    expect(second).toMatchObject({ stream: `notes-${caseId}`, version: 2 });
    expect(await readNotes(store, caseId, auditor)).toMatchObject({
      document: {
        items: [
          {
            at,
            text: 'Ask for the die area.',
            position: first.position,
            author: { id: 'ada-reyes', organisation: 'bis' },
          },
          { text: 'State has asked.', author: { name: 'Sam Okafor', organisationName: 'Department of State' } },
        ],
      },
    });
  });

  it('are none where nobody has written one', async () =>
    expect(await readNotes(store, await submitted(), ada)).toMatchObject({ document: { items: [] } }));

  it('change no other version of the case', async () => {
    const caseId = await submitted();
    const before = (await store.load(`submission-${caseId}`)).version;
    await write(caseId, 'Nothing of this is told.');
    expect((await store.load(`submission-${caseId}`)).version).toBe(before);
  });

  it('are written once by a command that is sent twice, and refused where its id names another text', async () => {
    const caseId = await submitted();
    const commandId = v4();
    const first = done(await write(caseId, 'Once.', ada, commandId));
    expect(await write(caseId, 'Once.', ada, commandId)).toEqual({ ...first, replayed: true });
    expect(codes(await write(caseId, 'Twice.', ada, commandId))).toEqual(['COMMAND_ID_REUSED']);
    expect(await readNotes(store, caseId, ada)).toMatchObject({ document: { items: [{ text: 'Once.' }] } });
  });

  it('are all kept where many write at once', async () => {
    const caseId = await submitted();
    const texts = ['a', 'b', 'c', 'd'];
    await Promise.all(texts.map(async (text) => done(await write(caseId, text))));
    const read = await readNotes(store, caseId, ada);
    if (isRefusal(read)) throw new Error('refused');
    expect(read.document.items.map(({ text }) => text).sort()).toEqual(texts);
  });

  it('are neither there nor written before a submission, nor for an exporter', async () => {
    for (const caseId of [v4(), await drafted()]) {
      expect(codes(await write(caseId, 'Early.'))).toEqual(['CASE_NOT_FOUND']);
      expect(codes(await readNotes(store, caseId, auditor))).toEqual(['CASE_NOT_FOUND']);
    }
    expect(codes(await readNotes(store, await submitted(), nora))).toEqual(['CASE_NOT_FOUND']);
  });
});
