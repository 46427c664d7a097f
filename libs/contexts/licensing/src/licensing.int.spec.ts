import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventStoreMigrations, FactRegistry, PostgresEventStore } from '@exeat/event-store';
import { isRefusal, system, type Actor, type Finding } from '@exeat/kernel';
import { aPerson } from '@exeat/kernel/spec';
import { Policy } from '@exeat/policy';
import { startTestPostgres, type TestPostgres } from '@exeat/postgres';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { v4 } from 'uuid';
import type { LicensingAsk } from './domain/commands.js';
import { licensingFacts } from './domain/events.js';
import { aProposal, cora, file, ines, karl, mei, olu, stands } from './domain/licensing.fixtures.js';
import { LicensingHandler, LicensingRequest } from './licensing.handler.js';
import { readCase } from './read-case.js';

const at = '2026-09-10T09:00:00.000Z';
const policy = new Policy();

let database: TestPostgres;
let pool: pg.Pool;
let store: PostgresEventStore;
let handler: LicensingHandler;

beforeAll(async () => {
  database = await startTestPostgres();
  const owner = new DataSource({ type: 'postgres', url: database.ownerUrl, migrations: [...eventStoreMigrations] });
  await owner.initialize();
  await owner.runMigrations();
  await owner.destroy();
  pool = new pg.Pool({ connectionString: database.appUrl });
  store = new PostgresEventStore(pool, new FactRegistry(licensingFacts));
  handler = new LicensingHandler(store, policy);
}, 120_000);

afterAll(async () => {
  await pool.end();
  await database.stop();
});

type Question = Pick<LicensingAsk, 'type' | 'data'>;
const ask = (caseId: string, question: Question, by: Actor = olu, commandId = v4(), expectedVersion?: number) =>
  handler.execute(
    new LicensingRequest(caseId, { ...question, by, at } as LicensingAsk, {
      commandId,
      correlationId: commandId,
      ...(expectedVersion !== undefined && { expectedVersion }),
    }),
  );

/** TPP 56,000 on line 1, at which an approval takes two signatures. */
const finding: Finding = {
  line: 1,
  model: 'B300',
  paragraph: '3A090.a',
  computation: {
    paragraph: '3A090.a',
    limbs: ['a.1'],
    tpp: '56000',
    drivingFormats: ['fp4'],
    missing: [],
    explanation: [],
    ruleSet: 'us-ear-2026-07-23',
  },
};
const requirement = {
  rule: 'rs-3a090-a',
  citation: '15 CFR 742.6',
  lines: [1],
  because: 'The destination is in D:5.',
  reviewPolicy: 'presumption-of-denial' as const,
  policyBecause: 'The gate is not met.',
};
type Opening = Extract<LicensingAsk, { type: 'OpenLicensing' }>['data'];
const opened = async (changes: Partial<Opening> = {}) => {
  const caseId = v4();
  const data: Opening = {
    file,
    findings: [],
    requirements: [requirement],
    positions: [stands('state')],
    proposals: [aProposal()],
    participants: ['ada-reyes'],
    route: 'decision',
    ...changes,
  };
  await ask(caseId, { type: 'OpenLicensing', data }, system('licensing'));
  return caseId;
};
const adopt: Question = { type: 'AdoptCondition', data: { conditionId: aProposal().condition.conditionId } };
const approve: Question = {
  type: 'ProposeApproval',
  data: { lines: [{ line: 1, quantity: '800' }], reasons: 'The safeguards suffice.' },
};
const deny: Question = {
  type: 'ProposeDenial',
  data: { criteria: ['15 CFR 744.23(d)'], reasons: 'Risk of diversion' },
};
const countersign: Question = { type: 'Countersign', data: {} };
const typesOf = async (caseId: string) => (await store.readCase(caseId)).map(({ type }) => type);
const last = async (caseId: string) => (await store.readCase(caseId)).at(-1);

describe('a case at licensing over the store, the rules and the clause library', () => {
  it('is granted a licence with a number of seven digits, for the usual years, under its rule set', async () => {
    const caseId = await opened();
    for (const question of [adopt, approve]) await ask(caseId, question);
    await ask(caseId, countersign, cora);
    expect(await last(caseId)).toMatchObject({
      type: 'LicenceGranted',
      data: {
        licenceNumber: expect.stringMatching(/^D\d{7}$/),
        validFrom: '2026-09-10',
        validUntil: '2030-09-10',
        lines: [{ line: 1, quantity: '800', value: { amount: '10000000.00' } }],
      },
      meta: { ruleSets: ['us-ear-2026-07-23'] },
    });
  });

  it('takes two signatures to approve above the ceiling, and one to deny', async () => {
    const approving = await opened({ findings: [finding] });
    for (const question of [adopt, approve]) await ask(approving, question);
    await ask(approving, countersign, cora);
    expect(await last(approving)).toMatchObject({ type: 'ProposalCountersigned', data: { order: 1, of: 2 } });
    await ask(approving, countersign, karl);
    expect(await last(approving)).toMatchObject({ type: 'LicenceGranted' });

    const denying = await opened({ findings: [finding] });
    await ask(denying, deny);
    await ask(denying, countersign, cora);
    expect(await last(denying)).toMatchObject({
      type: 'NoticeOfIntentIssued',
      data: { answerBy: '2026-09-30T09:00:00.000Z', finalAt: '2026-10-25T09:00:00.000Z' },
    });
  });

  it('gives one licence where three countersigners sign at the same moment', async () => {
    const caseId = await opened();
    for (const question of [adopt, approve]) await ask(caseId, question);
    const signers = [cora, karl, aPerson('Nora Vik', 'countersigner')];
    const outcomes = await Promise.all(signers.map((by) => ask(caseId, countersign, by)));
    expect(outcomes.filter((outcome) => !isRefusal(outcome))).toHaveLength(1);
    expect((await typesOf(caseId)).filter((type) => type === 'LicenceGranted')).toHaveLength(1);
  });

  it('takes one proposal where two officers decide at the same moment', async () => {
    const caseId = await opened();
    const outcomes = await Promise.all([ask(caseId, deny, olu), ask(caseId, deny, ines)]);
    expect(outcomes.filter(isRefusal)).toHaveLength(1);
    expect((await typesOf(caseId)).filter((type) => type === 'DenialProposed')).toHaveLength(1);
  });

  it('adds financial terms and rewords them, with the same identity and clause', async () => {
    const caseId = await opened();
    const parameters = { percent: '15', legalBasis: 'The arrangement of 11 August 2025' };
    const commandId = v4();
    const add: Question = { type: 'AddCondition', data: { clause: 'revenue-share', parameters, reason: 'As agreed' } };
    await ask(caseId, add, olu, commandId);
    expect(await ask(caseId, add, olu, commandId)).toMatchObject({ replayed: true });
    const added = await last(caseId);
    const { condition } = (added?.data as { proposal: { condition: { conditionId: string } } }).proposal;
    const data = {
      conditionId: condition.conditionId,
      parameters: { ...parameters, percent: '12.5' },
      reason: 'Agreed',
    };
    await ask(caseId, { type: 'RewordCondition', data });
    expect(await last(caseId)).toMatchObject({
      type: 'ConditionReworded',
      data: {
        before: { conditionId: condition.conditionId, duty: { percentOfShippedValue: '15' } },
        after: { conditionId: condition.conditionId, clauseVersion: 1, duty: { percentOfShippedValue: '12.5' } },
      },
    });
    const wrong = { ...data, parameters: { percent: '101', note: 'x' } };
    expect(await ask(caseId, { type: 'RewordCondition', data: wrong })).toMatchObject({
      refused: [
        { code: 'PARAMETER_INVALID', pointer: '/parameters/percent' },
        { code: 'PARAMETER_MISSING', pointer: '/parameters/legalBasis' },
        { code: 'PARAMETER_UNKNOWN', pointer: '/parameters/note' },
      ],
    });
  });

  it('shows what is open, what is proposed and who has signed, to licensing and audit alone', async () => {
    const caseId = await opened({ findings: [finding], positions: [stands('state', 'object')] });
    expect(await readCase(store, caseId, olu)).toMatchObject({
      version: 1,
      document: {
        status: 'settling',
        signaturesRequired: 2,
        conditions: [{ standing: 'proposed', proposal: { proposedBy: 'state' }, changes: [] }],
        gates: [
          { code: 'CONDITIONS_UNSETTLED' },
          {
            code: 'OBJECTION_STANDS',
            sentence: 'State objects: Risk of diversion. While that stands, deny the application or return it.',
          },
        ],
        signatures: [],
      },
    });
    await ask(caseId, deny);
    expect(await readCase(store, caseId, aPerson('Vera Lund', 'auditor'))).toMatchObject({
      document: { status: 'proposed', proposal: { decision: 'denial' }, signaturesRequired: 1 },
    });
    const others = [
      mei,
      aPerson('Ada Reyes', 'technical-reviewer'),
      aPerson('Sam Stone', 'security-reviewer', 'state'),
    ];
    for (const by of others)
      expect(await readCase(store, caseId, by)).toMatchObject({ refused: [{ code: 'CASE_NOT_FOUND' }] });
    expect(await readCase(store, v4(), olu)).toMatchObject({ refused: [{ code: 'CASE_NOT_FOUND' }] });
  });

  it('says nothing of another company’s case, not even that a version is stale', async () => {
    const caseId = await opened();
    const answer: Question = { type: 'AnswerNotice', data: { answer: 'We will lock the site.' } };
    const stranger = aPerson('Tom Baker', 'exporter', 'farpoint');
    for (const id of [caseId, v4()])
      expect(await ask(id, answer, stranger, v4(), 9)).toMatchObject({ refused: [{ code: 'NOT_YOUR_CASE' }] });
    expect(await ask(caseId, answer, mei, v4(), 9)).toMatchObject({ refused: [{ code: 'STALE_VERSION' }] });
  });
});
