import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { draftCalled } from './exporter.js';
import { Installation, leaveNothing, type Running } from './installation.js';

describe('the exit code of exeat', () => {
  let installation: Installation;
  let platform: Running;
  let caseId: string;

  beforeAll(async () => {
    installation = await Installation.make();
    platform = await installation.startReady();
    caseId = await draftCalled('A case', await installation.client('northgate-erp'));
  }, 60_000);
  afterAll(leaveNothing, 60_000);

  const nobody = '00000000-0000-4000-8000-000000000000';

  it.each<[number, string, string[], Record<string, string>, RegExp]>([
    [2, 'a command that does not exist', ['histories'], {}, /unknown command 'histories'/],
    [2, 'no command', [], {}, /Usage: exeat/],
    [2, 'a missing argument', ['history'], {}, /missing required argument 'case'/],
    [2, 'an option that does not exist', ['views', 'status', '--fast'], {}, /unknown option '--fast'/],
    [2, 'an address that is none', ['views', 'status', '--url', 'exeat'], {}, /exeat is no address/],
    [2, 'no secret', ['views', 'status'], { DATA_FOLDER: '/nowhere' }, /EXEAT_CLIENT_SECRET/],
    [2, 'a moment that is none', ['state', 'CASE', '--at', 'yesterday'], {}, /^--at yesterday: give a position/],
    [2, 'a day that is none', ['state', 'CASE', '--at', '2026-02-30'], {}, /^--at 2026-02-30: give a position/],
    [3, 'a number that no case has', ['history', 'X0000000'], {}, /No case has the number/],
    [3, 'a case that is not there', ['history', nobody], {}, /NOT_FOUND/],
    [3, 'the state of a case that is not there', ['state', nobody], {}, /NOT_FOUND/],
    [3, 'a licence that is not there', ['history', 'D9999999'], {}, /NOT_FOUND/],
    [3, 'a view that is not there', ['views', 'verify', 'your-cases'], {}, /VIEW_UNKNOWN/],
    [3, 'a listener that is not there', ['parked', 'retry', 'your-cases', 'x'], {}, /LISTENER_UNKNOWN/],
    [3, 'nothing to retry', ['parked', 'retry', 'my-cases', 'x'], {}, /Nothing of x is parked/],
    [4, 'nobody at the address', ['views', 'status', '--url', 'http://localhost:1'], {}, /does not answer/],
    [4, 'a demo at an address where nobody is', ['demo', '--url', 'http://localhost:1'], {}, /does not answer/],
    [
      5,
      'a program without the right',
      ['views', 'status'],
      { EXEAT_CLIENT_ID: 'northgate-erp' },
      /^PERMISSION_MISSING/,
    ],
    [5, 'a wrong secret', ['views', 'status'], { EXEAT_CLIENT_SECRET: 'wrong' }, /turned exeat-cli away/],
  ])(
    'is %i for %s',
    async (code, _, args, environment, complaint) => {
      const ran = await installation.exeat(
        args.map((each) => (each === 'CASE' ? caseId : each)),
        {
          EXEAT_URL: installation.url,
          ...environment,
        },
      );
      expect({ code: ran.code, complained: ran.complained }).toEqual({
        code,
        complained: expect.stringMatching(complaint),
      });
      expect(ran.complained).not.toMatch(/\n +at /);
    },
    20_000,
  );

  it('is 0 for help, which names every command, the settings and these codes', async () => {
    const help = await installation.exeat(['--help']);
    expect(help.code).toBe(0);
    for (const said of ['demo', 'history', 'state', 'views', 'parked', '--json', 'EXEAT_URL', 'Exit codes: 0 done'])
      expect(help.said).toContain(said);
    const views = await installation.exeat(['views', 'rebuild', '--help']);
    expect(views.code).toBe(0);
    for (const said of ['--accept-differences', '--json', '--url']) expect(views.said).toContain(said);
  }, 20_000);

  it('is 4 when the platform has ended, whose address is still in the data folder', async () => {
    await platform.kill('SIGTERM');
    const ended = await installation.exeat(['views', 'status']);
    expect({ code: ended.code, said: ended.said }).toEqual({ code: 4, said: '' });
    expect(ended.complained).toMatch(/^Exeat does not answer at .* \(ECONNREFUSED\)\. Is it running\? npm start\n$/);
  }, 30_000);
});
