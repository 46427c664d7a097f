import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Exporter, factsOfFiling } from './exporter.js';
import { Installation, leaveNothing } from './installation.js';
import { flawsOf, missingFrom, readRecord, settled, typesByCase, unequalViews, type TheRecord } from './record.js';

const kills = 3;
const clients = 12;

describe('a platform that is killed under load, again and again', () => {
  let installation: Installation;
  let exporter: Exporter;
  let record: TheRecord;

  beforeAll(async () => {
    installation = await Installation.make();
    let platform = await installation.startReady();
    exporter = new Exporter(await installation.client('northgate-erp'));
    const filing = exporter.fileMany(clients);
    for (let kill = 0; kill < kills; kill++) {
      await pause(500 + Math.random() * 700);
      await platform.kill('SIGKILL');
      platform = await installation.startReady();
    }
    await pause(300);
    exporter.finish();
    await filing;
    await settled(await installation.client('exeat-cli'));
    record = await readRecord(await installation.superuserUrl());
  }, 120_000);

  afterAll(leaveNothing, 60_000);

  it('left commands without an answer, and answered all of them in the end', () => {
    expect(exporter.askedAgain.get('no answer')).toBeGreaterThanOrEqual(kills);
    expect(exporter.unexpected).toEqual([]);
    expect(exporter.acknowledged.size).toBe(3 * exporter.filed.length);
    expect(exporter.filed.length).toBeGreaterThan(clients);
  });

  it('carried out each command exactly once', () => {
    expect(flawsOf(record)).toEqual([]);
    expect(missingFrom(record, exporter.acknowledged)).toEqual([]);
    const keys = new Set(exporter.acknowledged.keys());
    const byClients = record.facts.filter(({ type }) => /^(DraftStarted|DraftSaved|ApplicationSubmitted)$/.test(type));
    expect(byClients).toHaveLength(keys.size);
    expect(byClients.filter(({ commandId }) => !keys.has(commandId))).toEqual([]);
  });

  it('made the other contexts act on each, once', () => {
    const cases = typesByCase(record);
    expect(cases.size).toBe(exporter.filed.length);
    for (const caseId of exporter.filed) expect(cases.get(caseId)).toEqual(factsOfFiling);
  });

  it('repeats the first answer to whoever asks again, and stores nothing', async () => {
    const keys = [...exporter.acknowledged.keys()].filter((_, index) => index % 3 === 0).slice(-60);
    expect(await exporter.answeredDifferently(keys)).toEqual([]);
    expect((await readRecord(await installation.superuserUrl())).facts).toHaveLength(record.facts.length);
  }, 30_000);

  it('keeps every view equal to history', async () => {
    expect(await unequalViews(await installation.client('exeat-cli'))).toEqual([]);
  }, 60_000);
});
