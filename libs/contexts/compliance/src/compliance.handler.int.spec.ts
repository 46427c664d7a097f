import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adoptEpoch, eventStoreMigrations, FactRegistry, PostgresEventStore } from '@exeat/event-store';
import type { Actor, Envelope } from '@exeat/kernel';
import { Policy } from '@exeat/policy';
import { startTestPostgres, type TestPostgres } from '@exeat/postgres';
import { migrate } from '@exeat/service-host';
import { Pool } from 'pg';
import { ComplianceHandler, ComplianceRequest } from './compliance.handler.js';
import type { ComplianceAsk } from './domain/commands.js';
import { complianceFacts } from './domain/events.js';
import { deliveryReport, holder, issue, issued, revenueShare, stranger } from './spec/licences.js';

let postgres: TestPostgres;
let pool: Pool;
let store: PostgresEventStore;
let handler: ComplianceHandler;
const caseId = randomUUID();

beforeAll(async () => {
  postgres = await startTestPostgres();
  await migrate(postgres.ownerUrl, eventStoreMigrations);
  pool = new Pool({ connectionString: postgres.appUrl });
  await adoptEpoch(pool);
  store = new PostgresEventStore(pool, new FactRegistry(complianceFacts));
  handler = new ComplianceHandler(store, new Policy());
}, 60_000);
afterAll(async () => {
  await pool?.end();
  await postgres?.stop();
});

const envelope = (changes: Partial<Envelope> = {}): Envelope => ({
  commandId: randomUUID(),
  correlationId: randomUUID(),
  ...changes,
});
const ask = (command: ComplianceAsk, licence = 'D0000001', sent = envelope()) =>
  handler.execute(new ComplianceRequest(licence, command, sent));
const shipment = (quantity: string, reference: string, by: Actor = holder): ComplianceAsk => ({
  type: 'RecordShipment',
  data: { reference, shippedOn: '2026-03-01', lines: [{ line: 1, quantity }] },
  by,
  at: '2026-03-02T12:00:00.000Z',
});
const { valueTolerancePercent: _tolerance, ...granted } = issued({ conditions: [deliveryReport, revenueShare] }).data;
const types = async () => (await store.load('licence-D0000001')).facts.map(({ type }) => type);

describe('a licence on Postgres', () => {
  it('is issued once, with the tolerance of the rule set in force, however often the reaction is sent', async () => {
    const command: ComplianceAsk = { ...issue(), data: granted };
    const sent = envelope();
    const request = () => handler.execute(new ComplianceRequest('D0000001', command, sent, caseId));
    expect(await request()).toMatchObject({ done: true, facts: 1, replayed: false });
    expect(await request()).toMatchObject({ done: true, facts: 1, replayed: true });
    const [fact] = (await store.load('licence-D0000001')).facts;
    expect(fact).toMatchObject({
      caseId,
      data: { valueTolerancePercent: '25' },
      meta: { ruleSets: [expect.any(String)] },
    });
  });

  it('is drawn down, and a shipment sent under another command id changes nothing', async () => {
    expect(await ask(shipment('400', 'AES-1'))).toMatchObject({ done: true, caseId, facts: 2 });
    expect(await ask(shipment('400', 'AES-1'))).toMatchObject({ done: true, facts: 0 });
    expect(await types()).toEqual(['LicenceIssued', 'ShipmentRecorded', 'ObligationRaised']);
  });

  it('is not overdrawn', async () =>
    expect(await ask(shipment('601', 'AES-2'))).toMatchObject({ refused: [{ code: 'LINE_OVERDRAWN' }] }));

  it('is overdrawn neither by two shipments at once', async () => {
    const outcomes = await Promise.all([ask(shipment('600', 'AES-3')), ask(shipment('600', 'AES-4'))]);
    expect(outcomes.filter((outcome) => 'done' in outcome)).toHaveLength(1);
    expect((await types()).filter((type) => type === 'LicenceExhausted')).toHaveLength(1);
  });

  it('says the same to a stranger as of a licence that does not exist, whatever version they name', async () => {
    const theirs = await ask(shipment('1', 'AES-9', stranger), 'D0000001', envelope({ expectedVersion: 99 }));
    const nobodys = await ask(shipment('1', 'AES-9', stranger), 'D7777777');
    expect(theirs).toMatchObject({ refused: [{ code: 'NOT_YOUR_LICENCE' }] });
    expect(theirs).toEqual(nobodys);
  });

  it('refuses the holder a version that is not the last', async () =>
    expect(await ask(shipment('1', 'AES-9'), 'D0000001', envelope({ expectedVersion: 1 }))).toMatchObject({
      refused: [{ code: 'STALE_VERSION' }],
    }));

  it('is counted at the end of its quarter, and the payment is raised', async () => {
    const close: ComplianceAsk = {
      type: 'CloseReportingPeriod',
      data: { period: '2026-Q1' },
      by: issue().by,
      at: '2026-04-01T00:00:00.000Z',
    };
    expect(await ask(close)).toMatchObject({ done: true, facts: 2 });
    expect((await store.load('licence-D0000001')).facts.at(-1)).toMatchObject({
      type: 'ObligationRaised',
      data: { amount: { amount: '15000.00', currency: 'USD' } },
    });
  });
});
