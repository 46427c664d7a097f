import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { signInAs } from '@exeat/auth';
import { cast } from '@exeat/demo';
import { Exporter, factsOfFiling } from './exporter.js';
import { Installation, leaveNothing, type Running } from './installation.js';
import {
  flawsOf,
  missingFrom,
  readRecord,
  settled,
  typesByCase,
  unequalViews,
  type StoredFact,
  type TheRecord,
} from './record.js';

/** The demo's own facts, as each stream tells them, without what differs from play to play. */
const told = ({ facts }: TheRecord, without: ReadonlySet<string>): readonly string[] => {
  const streams = new Map<string, StoredFact[]>();
  for (const fact of facts.filter(({ caseId }) => !without.has(caseId)))
    streams.set(fact.stream, [...(streams.get(fact.stream) ?? []), fact]);
  return [...streams.values()]
    .map((own) => `${own[0]?.stream.replace(/-[0-9a-f-]{36}$|-D\d+$/, '')}: ${own.map(({ type }) => type).join(' ')}`)
    .sort();
};

/** The title of each case that the authority sees, with how it stands. */
const standings = async (url: string): Promise<readonly string[]> => {
  const auditor = await signInAs(url, cast.auditor);
  const items: { reference: string; status: string }[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const response = await auditor.fetch(`/api/v1/cases?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    const page = (await response.json()) as { items: typeof items; next?: string };
    items.push(...page.items);
    cursor = page.next;
  }
  return items
    .filter(({ reference }) => reference.includes('/ demo'))
    .map(({ reference, status }) => `${reference.split(' /')[0]} ${status}`)
    .sort();
};

describe('a platform that is killed in the middle of the demo', () => {
  let undisturbed: readonly string[];
  let ends: readonly string[];

  beforeAll(async () => {
    const installation = await Installation.make({ SEED_DEMO: 'on' });
    const platform = await installation.startReady();
    await settled(await installation.client('exeat-cli'));
    undisturbed = told(await readRecord(await installation.superuserUrl()), new Set());
    ends = await standings(installation.url);
    await platform.kill('SIGTERM');
    await installation.remove();
  }, 90_000);

  afterEach(leaveNothing, 60_000);

  /** Lets the demo play up to a scene, and a moment on. */
  const playInto = async (platform: Running, scene: number): Promise<void> => {
    await platform.saying(`${scene}/28 `);
    await pause(Math.random() * 120);
  };

  const expectAllIsWell = async (installation: Installation, exporter: Exporter): Promise<void> => {
    const operations = await installation.client('exeat-cli');
    await settled(operations);
    const record = await readRecord(await installation.superuserUrl());
    expect(flawsOf(record)).toEqual([]);
    expect(exporter.unexpected).toEqual([]);
    expect(missingFrom(record, exporter.acknowledged)).toEqual([]);
    const cases = typesByCase(record);
    for (const caseId of exporter.filed) expect(cases.get(caseId)).toEqual(factsOfFiling);
    expect(told(record, new Set(exporter.filed))).toEqual(undisturbed);
    expect(await standings(installation.url)).toEqual(ends);
    expect(await unequalViews(operations)).toEqual([]);
  };

  it('goes on where it was, three times over, and ends as if nothing had been', async () => {
    const installation = await Installation.make({ SEED_DEMO: 'on' });
    let platform = installation.start();
    let exporter: Exporter | undefined;
    let filing: Promise<void> | undefined;
    for (const from of [0, 9, 18]) {
      await playInto(platform, from + 1 + Math.floor(Math.random() * 8));
      exporter ??= new Exporter(await installation.client('northgate-erp'));
      filing ??= exporter.fileMany(2);
      await pause(100);
      await platform.kill('SIGKILL');
      platform = installation.start();
    }
    await platform.saying('Ready.');
    exporter?.finish();
    await filing;
    expect(platform.said).not.toContain('The demo stopped');
    await expectAllIsWell(installation, exporter as Exporter);
  }, 120_000);

  it('goes on too where the server of the database was killed with it', async () => {
    const installation = await Installation.make({ SEED_DEMO: 'on' });
    const platform = installation.start();
    await platform.saying('1/28 ');
    const exporter = new Exporter(await installation.client('northgate-erp'));
    const filing = exporter.fileMany(2);
    await playInto(platform, 6 + Math.floor(Math.random() * 15));
    process.kill((await installation.postmaster()) as number, 'SIGKILL');
    await platform.kill('SIGKILL');
    const again = await installation.startReady();
    exporter.finish();
    await filing;
    expect(again.said).not.toContain('The demo stopped');
    await expectAllIsWell(installation, exporter);
  }, 90_000);
});

describe('the server of the database, killed alone while Exeat serves', () => {
  let installation: Installation;
  let platform: Running;

  beforeAll(async () => {
    installation = await Installation.make({ LOG_LEVEL: 'error' });
    platform = await installation.startReady();
  }, 60_000);
  afterAll(leaveNothing, 60_000);

  it('is started again by the platform, which answers 503 meanwhile and loses nothing', async () => {
    const exporter = new Exporter(await installation.client('northgate-erp'));
    const filing = exporter.fileMany(8);
    await pause(600);
    const killed = (await installation.postmaster()) as number;
    process.kill(killed, 'SIGKILL');
    const answers = new Set<number>();
    for (const until = Date.now() + 20_000; Date.now() < until && !(answers.has(503) && answers.has(200));)
      await pause(20).then(async () => answers.add((await fetch(`${installation.url}/health/ready`)).status));
    expect([...answers].sort()).toEqual([200, 503]);
    await pause(700);
    exporter.finish();
    await filing;

    expect(await installation.postmaster()).not.toBe(killed);
    expect(platform).toMatchObject({ running: true, complained: '' });
    expect(exporter.unexpected).toEqual([]);
    const operations = await installation.client('exeat-cli');
    await settled(operations);
    const record = await readRecord(await installation.superuserUrl());
    expect(flawsOf(record)).toEqual([]);
    expect(missingFrom(record, exporter.acknowledged)).toEqual([]);
    const cases = typesByCase(record);
    for (const caseId of exporter.filed) expect(cases.get(caseId)).toEqual(factsOfFiling);
    expect(await unequalViews(operations)).toEqual([]);
  }, 90_000);

  it('ends the platform with a clear message where it ends again and again', async () => {
    for (const until = Date.now() + 40_000; platform.running && Date.now() < until; await pause(100)) {
      const pid = await installation.postmaster();
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    }
    expect(await platform.ended).toEqual({ code: 1, signal: null });
    expect(platform.complained).toContain('The embedded Postgres ended');
    expect(platform.complained).toContain('start it again');
    const again = await installation.startReady();
    await settled(await installation.client('exeat-cli'));
    expect(await again.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  }, 90_000);
});
