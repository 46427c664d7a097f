import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { personas } from '@exeat/auth';
import { Exporter } from './exporter.js';
import { Installation, leaveNothing } from './installation.js';
import { flawsOf, missingFrom, readRecord, settled, unequalViews } from './record.js';

describe('starting and stopping', () => {
  afterEach(leaveNothing, 60_000);

  it('stops in order on SIGTERM under load, leaves no server behind, and keeps the data for the next start', async () => {
    const installation = await Installation.make();
    const first = await installation.startReady();
    const exporter = new Exporter(await installation.client('northgate-erp'));
    const filing = exporter.fileMany(4);
    await pause(500);
    const ended = await first.kill('SIGTERM');
    expect({ ...ended, complained: first.complained }).toEqual({ code: 0, signal: null, complained: '' });
    expect(await installation.postmaster()).toBeUndefined();

    const second = await installation.startReady();
    exporter.finish();
    await filing;
    expect(second.said).toContain(`is at ${installation.url}`);
    for (const { id, name } of personas) expect(second.said).toMatch(new RegExp(`${id} +${name}`));
    const operations = await installation.client('exeat-cli');
    await settled(operations);
    const record = await readRecord(await installation.superuserUrl());
    expect(flawsOf(record)).toEqual([]);
    expect(exporter.unexpected).toEqual([]);
    expect(missingFrom(record, exporter.acknowledged)).toEqual([]);
    expect(await unequalViews(operations)).toEqual([]);
  }, 90_000);

  it('stops in order too while it is still starting', async () => {
    const installation = await Installation.make({ LOG_LEVEL: 'info' });
    const platform = installation.start();
    await platform.saying('Embedded Postgres is running');
    expect(await platform.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(await installation.postmaster()).toBeUndefined();
    await installation.startReady();
  }, 60_000);

  it('stops in the middle of the demo, which goes on at the next start', async () => {
    const installation = await Installation.make({ SEED_DEMO: 'on' });
    const first = installation.start();
    await first.saying('9/28 ');
    expect(await first.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(first.said).not.toContain('The demo stopped');
    expect(first.said).not.toContain('Ready.');
    const second = await installation.startReady();
    expect(second.said).toContain('28/28');
    const third = (await second.kill('SIGTERM')) && (await installation.startReady());
    expect(third.said).not.toContain('Playing the demo');
  }, 90_000);

  it('refuses a second start on one data folder, and leaves the first alone', async () => {
    const installation = await Installation.make();
    const first = await installation.startReady();
    const second = installation.start({ PORT: '1' });
    expect(await second.ended).toEqual({ code: 1, signal: null });
    expect(second.complained).toMatch(
      /^Exeat is already running on the data folder .+, as process \d+\. End that one first, .*\n$/,
    );
    expect((await fetch(`${installation.url}/health/ready`)).status).toBe(200);
    await first.kill('SIGTERM');
  }, 60_000);

  it('says that its port is taken, and leaves no server behind', async () => {
    const installation = await Installation.make({ LOG_LEVEL: 'silent' });
    const other = createServer().listen(installation.port, '127.0.0.1');
    const platform = installation.start();
    const ended = await platform.ended;
    await new Promise((resolve) => other.close(resolve));
    expect(ended).toEqual({ code: 1, signal: null });
    expect(platform.complained).toBe(
      `Port ${installation.port} of 127.0.0.1 is taken by another program. End that one, or name another port: PORT=3001.\n`,
    );
    expect(await installation.postmaster()).toBeUndefined();
    await installation.startReady();
  }, 60_000);

  it('says that the database it was told of cannot be reached', async () => {
    const nowhere = 'postgres://exeat_app:hush@127.0.0.1:1/exeat';
    const installation = await Installation.make({ DATABASE_URL: nowhere, DATABASE_OWNER_URL: nowhere });
    const platform = installation.start();
    expect(await platform.ended).toEqual({ code: 1, signal: null });
    expect(platform.complained).toMatch(/^The database cannot be reached \(.*ECONNREFUSED.*\)\. Look at DATABASE_URL/);
    expect(platform.complained).not.toContain('hush');
  }, 60_000);

  it('says that one address of the database does not go without the other', async () => {
    const installation = await Installation.make({ DATABASE_URL: 'postgres://exeat_app@127.0.0.1/exeat' });
    const platform = installation.start();
    expect(await platform.ended).toEqual({ code: 1, signal: null });
    expect(platform.complained).toContain('DATABASE_URL and DATABASE_OWNER_URL go together');
  }, 60_000);
});
