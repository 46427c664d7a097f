import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAs } from '@exeat/auth';
import { cast, playDemo } from '@exeat/demo';
import { instantOf } from '@exeat/kernel';
import { draftCalled } from './exporter.js';
import { Installation, leaveNothing, type Running } from './installation.js';
import { askPostgres, settled } from './record.js';

interface Entry {
  readonly position: number;
  readonly at: string;
  readonly type: string;
  readonly sentence: string;
}

interface Played {
  readonly cases: readonly { readonly name: string; readonly caseId: string; readonly timeline: readonly Entry[] }[];
  readonly views: readonly { readonly view: string; readonly comparison: { readonly equal: boolean } }[];
}

let installation: Installation;
let platform: Running;
let played: Played;

const json = async <T>(args: readonly string[]): Promise<T> => {
  const ran = await installation.exeat([...args, '--json']);
  if (ran.code !== 0) throw new Error(`exeat ${args.join(' ')} ended with ${ran.code}: ${ran.complained}`);
  return JSON.parse(ran.said) as T;
};

const asSuperuser = async (sql: string) => askPostgres(await installation.superuserUrl(), sql);

beforeAll(async () => {
  installation = await Installation.make();
  played = await json<Played>(['demo']);
  platform = await installation.startReady();
}, 120_000);
afterAll(leaveNothing, 60_000);

describe('exeat demo', () => {
  it('starts a platform of its own where none runs, tells five cases, and ends it', () => {
    expect(played.cases.map(({ timeline }) => timeline.length > 5)).toEqual([true, true, true, true, true]);
    expect(played.views.length).toBeGreaterThan(10);
    expect(played.views.filter(({ comparison }) => !comparison.equal)).toEqual([]);
  });

  it('can be repeated on one that runs, and prints the same cases for people', async () => {
    const again = await installation.exeat(['demo']);
    expect(again.code).toBe(0);
    for (const { name, caseId, timeline } of played.cases) {
      expect(again.said).toContain(`${name}  (${caseId})`);
      expect(again.said).toContain(timeline.at(-1)?.sentence);
    }
    expect(again.said).toContain(`All ${played.views.length} views equal history.`);
    expect(platform.running).toBe(true);
  }, 60_000);

  it('is the same play on a later day too, when its cases are no longer on the first page', async () => {
    const exporter = await signInAs(installation.url, cast.blueHarborCompliance);
    for (let number = 1; number <= 101; number++) await draftCalled(`LATER-${number}`, exporter);
    const later = { now: () => instantOf(new Date(Date.now() + 3 * 86_400_000)) };
    const signIn = async (persona: string) => (await signInAs(installation.url, persona)).fetch;
    const again = await playDemo(signIn, later, () => undefined);
    expect(again.map(({ caseId }) => caseId)).toEqual(played.cases.map(({ caseId }) => caseId));
  }, 60_000);
});

describe('exeat history', () => {
  it('finds a case by its id, its application number and its licence number', async () => {
    const [{ caseId } = { caseId: '' }] = played.cases;
    const client = await installation.client('exeat-cli');
    const overview = (await (await client.fetch(`/api/v1/cases/${caseId}`)).json()) as {
      number: string;
      licenceNumber: string;
    };
    const byId = await json<readonly Entry[]>(['history', caseId]);
    expect(byId.length).toBeGreaterThan(20);
    expect(byId.map(({ position }) => position)).toEqual(byId.map(({ position }) => position).sort((a, b) => a - b));
    for (const name of [overview.number, overview.licenceNumber, overview.licenceNumber.toLowerCase()])
      expect(await json(['history', name])).toEqual(byId);
  }, 30_000);

  it('tells each fact as a line for people', async () => {
    const { said } = await installation.exeat(['history', played.cases[0]?.caseId ?? '']);
    expect(said.split('\n')[0]).toMatch(/^ +\d+ {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}.*started/);
  }, 30_000);
});

describe('exeat state', () => {
  it('shows a case as it stood at a position and at a moment, and as it stands', async () => {
    const [{ caseId } = { caseId: '' }] = played.cases;
    const entries = await json<readonly Entry[]>(['history', caseId]);
    const submitted = entries.find(({ type }) => type === 'ApplicationSubmitted') as Entry;
    const statusAt = async (...at: string[]) => {
      const { state } = await json<{ state: Record<string, { status: string }> }>(['state', caseId, ...at]);
      return state[`submission-${caseId}`]?.status;
    };
    expect(await statusAt('--at', String(submitted.position - 1))).toBe('draft');
    expect(await statusAt('--at', String(submitted.position))).toBe('submitted');
    expect(await statusAt('--at', submitted.at)).not.toBe('draft');
    expect(await statusAt('--at', submitted.at.slice(0, 10))).not.toBe('draft');
    const elsewhere = new Date(Date.parse(submitted.at) + 3_600_000).toISOString().replace('Z', '+01:00');
    expect(await statusAt('--at', elsewhere)).toBe(await statusAt('--at', submitted.at));
    expect(await statusAt()).toBe('closed');
  }, 30_000);
});

describe('exeat views', () => {
  it('status tells how far each listener has read', async () => {
    await settled(await installation.client('exeat-cli'));
    const { said, code } = await installation.exeat(['views', 'status']);
    expect(code).toBe(0);
    expect(said).toMatch(/^listener +kind +position +lag +parked +state\n/);
    expect(said).toMatch(/\ntimeline +view +\d+ +0 +0 +running\n/);
    const listeners = await json<readonly { lag: number }[]>(['views', 'status']);
    expect(said.trim().split('\n')).toHaveLength(listeners.length + 1);
  }, 30_000);

  it('verify finds a row that was tampered with, and rebuild mends it when told to', async () => {
    await asSuperuser(
      `update views.my_cases set reference = 'forged' where key = (select min(key) from views.my_cases)`,
    );
    const verified = await installation.exeat(['views', 'verify', 'my-cases', 'timeline']);
    expect(verified.code).toBe(1);
    expect(verified.said).toMatch(/^my-cases .*: DIFFERENT in 1 rows.*forged/);
    expect(verified.said).toMatch(/\ntimeline .*: equal, \d+ rows\n/);
    expect((await installation.exeat(['views', 'rebuild', 'my-cases'])).code).toBe(1);
    const mended = await installation.exeat(['views', 'rebuild', 'my-cases', '--accept-differences']);
    expect({ code: mended.code, said: mended.said.trim() }).toEqual({
      code: 0,
      said: expect.stringMatching(/; put in place$/),
    });
    const [report] = await json<Played['views']>(['views', 'verify', 'my-cases']);
    expect(report?.comparison.equal).toBe(true);
  }, 60_000);
});

describe('a fact that a view cannot take', () => {
  const planted = async (): Promise<{ caseId: string; stream: string; other: string }> => {
    await asSuperuser(`alter table views.my_cases add constraint planted check (reference <> 'PLANTED')`);
    const program = await installation.client('northgate-erp');
    const caseId = await draftCalled('PLANTED', program);
    const other = await draftCalled('NOT PLANTED', program);
    return { caseId, stream: `submission-${caseId}`, other };
  };

  it('is parked and told of, while other streams flow; and is taken when its cause is mended', async () => {
    const { stream, other } = await planted();
    let parked: readonly { listener: string; stream: string; error: string }[] = [];
    for (const until = Date.now() + 15_000; parked.length === 0 && Date.now() < until;)
      parked = await json(['parked', 'list']);
    expect(parked).toMatchObject([{ listener: 'my-cases', stream, error: expect.stringContaining('planted') }]);
    expect((await installation.exeat(['parked', 'list'])).said).toMatch(
      new RegExp(`^listener .*why\\nmy-cases +${stream} +\\d+ +3 .*planted`),
    );
    const exporter = await installation.client('northgate-erp');
    const { items } = (await (await exporter.fetch('/api/v1/my-cases')).json()) as { items: { caseId: string }[] };
    expect(items.map(({ caseId }) => caseId)).toContain(other);

    const status = await installation.exeat(['views', 'status']);
    expect(status.code).toBe(1);
    expect(status.said).toMatch(/\nmy-cases +view +\d+ +0 +1 +running\n/);
    const unproven = await installation.exeat(['views', 'verify', 'my-cases']);
    expect(unproven.code).toBe(1);
    expect(unproven.said).toContain('1 STREAMS ARE PARKED');

    const tooEarly = await installation.exeat(['parked', 'retry', 'my-cases', stream]);
    expect(tooEarly.code).toBe(1);
    expect(tooEarly.said).toMatch(/^0 applied, 1 waiting: .*planted/);

    await asSuperuser('alter table views.my_cases drop constraint planted');
    const retried = await installation.exeat(['parked', 'retry', 'my-cases', stream]);
    expect({ code: retried.code, said: retried.said }).toEqual({ code: 0, said: '1 applied, 0 waiting\n' });
    expect((await installation.exeat(['parked', 'list'])).said).toBe('Nothing is parked.\n');
    await settled(await installation.client('exeat-cli'));
    expect((await installation.exeat(['views', 'verify', 'my-cases'])).code).toBe(0);
    expect((await installation.exeat(['views', 'status'])).code).toBe(0);
  }, 90_000);
});
