import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAs } from '@exeat/auth';
import { cast, playDemo, type Played } from '@exeat/demo';
import { instantOf } from '@exeat/kernel';
import { startOwnPlatform, type Client, type Problem, type RunningPlatform } from './platform.js';

type Fields = Readonly<Record<string, unknown>>;
interface AsOf extends Fields {
  readonly position: number;
  readonly at: string;
  readonly licence: Fields | null;
  readonly obligations: readonly Fields[];
  readonly timeline: readonly { readonly position: number; readonly type: string }[];
  readonly setBy: Readonly<Record<string, number>>;
}
interface Listed {
  readonly items: readonly Fields[];
}

let on: RunningPlatform;
let auditor: Client;
let played: readonly Played[];
beforeAll(async () => {
  on = await startOwnPlatform();
  const signIn = async (persona: string) => (await signInAs(on.url, persona)).fetch;
  played = await playDemo(signIn, { now: () => instantOf(new Date()) }, () => undefined);
  await on.settled();
  auditor = await on.as(cast.auditor);
}, 90_000);
afterAll(() => on.stop());

const got = async <Body>(path: string): Promise<Body> => {
  const { status, body, text } = await auditor.get<Body>(path);
  if (status !== 200) throw new Error(`${path}: ${text}`);
  return body;
};
const asOf = (caseId: string, at?: number | string) =>
  got<AsOf>(`/cases/${caseId}/as-of${at === undefined ? '' : `?at=${at}`}`);

/** What the routes of the case, its licence and what is owed answer now. */
const live = async (caseId: string) => {
  const seen = await got<Fields & { readonly licenceNumber: string | null }>(`/cases/${caseId}`);
  const number = seen.licenceNumber;
  return {
    seen,
    licence: number === null ? null : await got<Fields>(`/licences/${number}`),
    obligations: number === null ? [] : (await got<Listed>(`/obligations?limit=100&licence=${number}`)).items,
  };
};
/** In the order of their ids: of those due at one moment either may come first. */
const byId = (owed: readonly Fields[]) =>
  [...owed].sort((one, other) => String(one['obligationId']).localeCompare(String(other['obligationId'])));

describe('the page of a case as it stands now', () => {
  it('is what the routes of the case answer, for every case of the demo', async () => {
    for (const { caseId } of played) {
      const { position, at, licence, obligations, timeline, setBy, ...seen } = await asOf(caseId);
      const now = await live(caseId);
      expect(seen).toEqual(now.seen);
      expect(licence).toEqual(now.licence);
      expect(byId(obligations)).toEqual(byId(now.obligations));
      expect(timeline.at(-1)).toMatchObject({ position, at });
      const told = await got<Listed>(`/cases/${caseId}/timeline?limit=100`);
      // Auditors look back at drafts that were submitted, too.
      const drafting = ['DraftStarted', 'DraftSaved', 'DocumentAttached', 'DocumentRemoved'];
      expect(timeline.filter(({ type }) => !drafting.includes(type))).toEqual(told.items.slice(0, 100));
      expect(Math.max(...Object.values(setBy))).toBeLessThanOrEqual(position);
    }
    expect(played.length).toBeGreaterThan(4);
  });

  it('is the same at its last position, with days counted to its last fact', async () => {
    for (const { caseId } of played) {
      const now = await asOf(caseId);
      const { daysElapsed: _elapsed, daysLeft: _left, ...then } = await asOf(caseId, now.position);
      expect(now).toMatchObject(then);
    }
  });
});

describe('the page of a case at every position of its history', () => {
  it('knows nothing of what came after', async () => {
    for (const { caseId } of played) {
      const { timeline } = await asOf(caseId);
      for (const { position } of timeline) {
        const then = await asOf(caseId, position);
        expect([then.position, then.timeline.at(-1)?.position]).toEqual([position, position]);
        expect(Math.max(...Object.values(then.setBy))).toBeLessThanOrEqual(position);
      }
    }
  }, 60_000);

  it('changes from one fact to the next by what the difference of the two says', async () => {
    const [{ caseId } = { caseId: '' }] = played;
    const { timeline } = await asOf(caseId);
    const [first, last] = [timeline[0]?.position ?? 0, timeline.at(-1)?.position ?? 0];
    const whole = await got<Listed & { from: Fields; to: Fields }>(
      `/cases/${caseId}/difference?from=${first}&to=${last}`,
    );
    expect([whole.from['position'], whole.to['position']]).toEqual([first, last]);
    expect(whole.items.length).toBeGreaterThan(10);
    for (const [index, { position }] of timeline.entries()) {
      const before = timeline[index - 1]?.position;
      if (before === undefined) continue;
      const { items } = await got<Listed>(`/cases/${caseId}/difference?from=${before}&to=${position}`);
      for (const item of items) expect(item['position']).toBe(position);
    }
  }, 60_000);
});

describe('a value', () => {
  it('of what the deciders saw names the fact that set it', async () => {
    for (const { caseId } of played) {
      const { state, setBy, facts } = await got<{
        readonly state: Fields;
        readonly setBy: Readonly<Record<string, number>>;
        readonly facts: readonly { readonly position: number; readonly stream: string; readonly type: string }[];
      }>(`/applications/${caseId}/state`);
      const byPosition = new Map(facts.map((fact) => [fact.position, fact]));
      for (const [pointer, position] of Object.entries(setBy)) {
        const [, stream = ''] = pointer.split('/');
        expect(byPosition.get(position)?.stream).toBe(stream);
        expect(
          pointer
            .split('/')
            .slice(1)
            .reduce<unknown>((value, step) => (value as Fields)[step], state),
        ).toBeDefined();
      }
      const submission = Object.keys(state).find((stream) => stream.startsWith('submission-'));
      const started = setBy[`/${submission}/applicant/name`];
      expect(byPosition.get(started ?? 0)?.type).toBe('DraftStarted');
    }
  });
});

describe('a search over the demo', () => {
  it('finds a case by its number, its licence by its number, and a person by name', async () => {
    const [h20] = played;
    const { seen } = await live(h20?.caseId ?? '');
    const found = async (q: unknown) => (await got<Listed>(`/search?q=${encodeURIComponent(String(q))}`)).items;
    expect((await found(seen['number']))[0]).toMatchObject({ kind: 'case', title: seen['number'] });
    expect(await found(seen['licenceNumber'])).toContainEqual(
      expect.objectContaining({ kind: 'licence', licenceNumber: seen['licenceNumber'], caseId: h20?.caseId }),
    );
    expect(await found('Ada Reyes')).toContainEqual(expect.objectContaining({ kind: 'person', title: 'Ada Reyes' }));
    expect(await found('#1')).toEqual([expect.objectContaining({ kind: 'fact', position: 1 })]);
  });
  it('is given up where it would take long, and says so', async () => {
    const client = await on.database.connect();
    try {
      await client.query('begin; lock table views.case_overview in access exclusive mode');
      const { status, body } = await auditor.get<Problem>('/search?q=chip');
      expect([status, body.code]).toEqual([422, 'SEARCH_TOO_BROAD']);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }, 15_000);
});
