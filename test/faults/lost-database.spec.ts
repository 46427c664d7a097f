import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { SignedInClient } from '@exeat/auth';
import { startTestPostgres, type TestPostgres } from '@exeat/postgres';
import { Exporter, factsOfFiling } from './exporter.js';
import { Installation, leaveNothing, type Running } from './installation.js';
import { askPostgres, flawsOf, missingFrom, readRecord, settled, typesByCase, unequalViews } from './record.js';

describe('sessions of the database that are ended in bulk, under load', () => {
  let database: TestPostgres;
  let platform: Running;
  let exporter: Exporter;
  let operations: SignedInClient;
  let [ended, rebuilt] = [0, 0];
  let done = false;

  const endAllSessions = async (): Promise<number> => {
    const rows = await askPostgres<{ ended: boolean }>(
      database.superuserUrl,
      `select pg_terminate_backend(pid) as ended from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    return rows.length;
  };

  // A view that is built anew holds a connection for itself meanwhile.
  const rebuildUntilDone = async (): Promise<void> => {
    while (!done && platform.running) {
      const path = '/api/v1/operations/views/timeline/rebuild';
      const response = await operations.fetch(path, { method: 'POST' }).catch(() => undefined);
      if ((await response?.text().catch(() => ''))?.includes('"report"')) rebuilt++;
    }
  };

  beforeAll(async () => {
    database = await startTestPostgres();
    const installation = await Installation.make({
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      LOG_LEVEL: 'error',
    });
    platform = await installation.startReady();
    operations = await installation.client('exeat-cli');
    exporter = new Exporter(await installation.client('northgate-erp'));
    const filing = exporter.fileMany(8);
    const rebuilding = rebuildUntilDone();
    for (let round = 0; round < 6; round++) {
      await pause(300 + Math.random() * 500);
      // Now once, now twice within the time that it takes to connect anew.
      ended += await endAllSessions();
      if (round % 2 === 1) ended += await pause(Math.random() * 60).then(endAllSessions);
    }
    await pause(500);
    exporter.finish();
    done = true;
    await Promise.all([filing, rebuilding]);
  }, 90_000);

  afterAll(async () => {
    await leaveNothing();
    await database.stop();
  }, 60_000);

  it('do not end the platform, which complains of no defect', () => {
    expect(ended).toBeGreaterThan(30);
    expect({ running: platform.running, complained: platform.complained }).toEqual({ running: true, complained: '' });
    expect(platform.said).not.toContain('defect');
    expect(rebuilt).toBeGreaterThan(0);
  });

  it('are answered with success or with "send it again"', () => {
    expect(exporter.unexpected).toEqual([]);
    expect([...exporter.askedAgain.keys()].filter((code) => !/^STORE_(UNAVAILABLE|BUSY)$/.test(code))).toEqual([]);
    expect(exporter.filed.length).toBeGreaterThan(20);
  });

  it('let the listeners recover by themselves, until none lags', async () => {
    const listeners = await settled(operations);
    expect(listeners.map(({ lag }) => lag)).toEqual(listeners.map(() => 0));
    expect(listeners.filter(({ kind }) => kind === 'reactions').length).toBeGreaterThan(2);
  }, 40_000);

  it('lose nothing and double nothing', async () => {
    const record = await readRecord(database.superuserUrl);
    expect(flawsOf(record)).toEqual([]);
    expect(missingFrom(record, exporter.acknowledged)).toEqual([]);
    const cases = typesByCase(record);
    for (const caseId of exporter.filed) expect(cases.get(caseId)).toEqual(factsOfFiling);
  });

  it('leave every view equal to history', async () => expect(await unequalViews(operations)).toEqual([]), 60_000);
});
