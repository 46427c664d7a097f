import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, type CaseRun } from '@exeat/demo';
import { bring, caseCalled } from './cases.js';
import { listen } from './live.js';
import { startOwnPlatform, type Client, type RunningPlatform } from './platform.js';

// What goes beside a case and decides nothing of it: notes, who is looking, and what was found of a model before.

let on: RunningPlatform;
let run: CaseRun;
let ada: Client;
let lena: Client;
let nora: Client;
let priya: Client;
beforeAll(async () => {
  on = await startOwnPlatform();
  [ada, lena, nora, priya] = (await Promise.all(
    [cast.reviewerAda, cast.officerLena, cast.northgateCompliance, cast.auditor].map((id) => on.as(id)),
  )) as [Client, Client, Client, Client];
  run = await bring(on.stage, 'claimed', caseCalled('beside'));
}, 60_000);
afterAll(() => on.stop());

const secret = 'The second data sheet gives another die area';
interface Notes {
  readonly items: readonly { readonly text: string; readonly author: { readonly name: string } }[];
}
interface Entries {
  readonly items: readonly { readonly type: string; readonly sentence: string }[];
}
interface Onlookers {
  readonly items: readonly { readonly id: string; readonly name: string; readonly since: string }[];
}
interface Precedents {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly next?: string;
}

describe('a note', () => {
  const notes = () => `/cases/${run.caseId}/notes`;
  const write = async (client: Client, text: string) => {
    const response = await client.ask(notes(), { text });
    expect(response.status).toBe(201);
    return response.body;
  };

  it('is read by the authority at once, with its author and where it stands', async () => {
    const { position } = await write(ada, secret);
    await write(lena, 'Asked the exporter by telephone.');
    for (const reader of [ada, lena, priya, await on.as('sam-okafor')])
      expect((await reader.get<Notes>(notes())).body).toMatchObject({
        items: [
          {
            text: secret,
            position,
            author: { id: 'ada-reyes', name: 'Ada Reyes', organisation: 'bis' },
          },
          { text: 'Asked the exporter by telephone.', author: { name: 'Lena Fischer' } },
        ],
      });
  });

  it('leaves every version of the case as it was, so that nobody’s work is refused for it', async () => {
    const review = `/technical-reviews/${run.caseId}`;
    const overview = async (client: Client) => (await client.get<object>(`/cases/${run.caseId}`)).body;
    await on.settled();
    const seen = { match: (await ada.get(review)).headers.get('etag') ?? '' };
    const [before, told] = [await overview(lena), await overview(nora)];
    await write(lena, 'One more.');
    await on.settled();
    expect(await overview(lena)).toEqual(before);
    expect(await overview(nora)).toEqual(told);
    expect((await ada.ask(`${review}/findings`, { line: 1 }, seen)).status).toBe(200);
  });

  it('is told in the timeline and live to the authority, without what it says', async () => {
    const { position } = await write(ada, secret);
    const timeline = `/cases/${run.caseId}/timeline?limit=100&position=${position}`;
    const { items } = (await lena.get<Entries>(timeline)).body;
    expect(items.at(-1)).toMatchObject({ type: 'NoteWritten', sentence: 'Ada Reyes wrote a note' });
    expect(JSON.stringify(items)).not.toContain(secret);
    const heard = await listen(lena, position - 1);
    await heard.reached(position);
    heard.stop();
    expect(heard.events).toMatchObject([{ type: 'NoteWritten', sentence: 'Ada Reyes wrote a note' }]);
  });

  it('is nothing to an exporter, wherever they look', async () => {
    const { position } = await write(ada, secret);
    await on.settled();
    const paths = ['', '/timeline?limit=100'].map((path) => `/cases/${run.caseId}${path}`);
    for (const path of [...paths, '/my-cases', '/cases', `/applications/${run.caseId}/draft`]) {
      const { status, text } = await nora.get(path);
      expect([path, status]).toEqual([path, 200]);
      expect([path, /note/i.test(text) || text.includes(secret)]).toEqual([path, false]);
    }
    const mark = (await nora.ask('/applications', { reference: 'Mark' })).body;
    const heard = await listen(nora, position - 1);
    await heard.reached(mark.position);
    heard.stop();
    expect(heard.events.map(({ type }) => type)).toEqual(['DraftStarted']);
    expect((await nora.get(notes())).status).toBe(403);
  });
});

describe('who is looking at a case', () => {
  const looking = () => `/cases/${run.caseId}/presence`;
  const say = async (client: Client, body: object = {}) => {
    // As a page does it: no key, no version.
    const headers = { 'content-type': 'application/json' };
    const response = await client.send(looking(), { method: 'PUT', headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Onlookers };
  };
  const names = async (client: Client) => (await client.get<Onlookers>(looking())).body.items.map(({ name }) => name);

  it('are the others of the authority, until they leave; and nothing is stored of it', async () => {
    const before = await on.head();
    expect(await say(ada)).toMatchObject({ status: 200, body: { items: [] } });
    expect((await say(lena)).body.items).toEqual([
      { id: 'ada-reyes', name: 'Ada Reyes', since: expect.stringMatching(/^\d{4}-.*Z$/) },
    ]);
    expect(await names(priya)).toEqual(['Ada Reyes', 'Lena Fischer']);
    expect((await say(ada, { leaving: true })).body.items).toMatchObject([{ name: 'Lena Fischer' }]);
    expect(await names(priya)).toEqual(['Lena Fischer']);
    expect(await on.head()).toBe(before);
  });

  it('go by real time, whatever the clock of the business shows', async () => {
    await say(ada);
    await on.stage.turnClock(30);
    expect(await names(lena)).toEqual(['Ada Reyes']);
    const { items } = (await lena.get<Onlookers>(looking())).body;
    expect(Math.abs(Date.parse(items[0]?.since ?? '') - Date.now())).toBeLessThan(60_000);
    await on.database.query(`update presence.looking set seen_at = seen_at - interval '46 seconds'`);
    expect(await names(lena)).toEqual([]);
  });
});

describe('precedents', () => {
  const find = async (query: string) => (await lena.get<Precedents>(`/precedents?${query}`)).body;

  it('are the findings that stand, of the model asked for in whatever letters, newest first', async () => {
    const other = await bring(on.stage, 'in security review', caseCalled('found before'));
    // Of a line that waits for its finding there is nothing to tell.
    await bring(on.stage, 'claimed', caseCalled('not found yet'));
    const position = await on.settled();
    const { items } = await find(`model=h20&position=${position}`);
    expect(items.map(({ caseId }) => caseId)).toEqual([other.caseId, run.caseId]);
    expect(items[0]).toEqual({
      caseId: other.caseId,
      number: expect.stringMatching(/^Z\d{6}$/),
      line: 1,
      model: expect.stringContaining('H20'),
      manufacturer: expect.any(String),
      paragraph: 'none',
      tpp: expect.stringMatching(/^\d+/),
      performanceDensity: expect.stringMatching(/^\d/),
      departure: null,
      ruleSet: expect.stringMatching(/^us-ear-/),
      reviewerName: 'Ada Reyes',
      recordedAt: expect.stringMatching(/Z$/),
    });
    expect((await find('model=MI325')).items).toEqual([]);
    expect((await find('')).items).toHaveLength(2);
  });

  it('are turned page by page', async () => {
    const first = await find('model=H20&limit=1');
    expect(first.items).toHaveLength(1);
    const second = await find(`model=H20&limit=1&cursor=${first.next}`);
    expect(second.items.map(({ caseId }) => caseId)).toEqual([run.caseId]);
    expect(second.next).toBeUndefined();
  });

  it('have the departure with its reason, once the finding is replaced', async () => {
    const finding = { line: 1, paragraph: '3A090.b', departure: 'A newer data sheet.' };
    const { body } = await ada.ask(`/technical-reviews/${run.caseId}/findings`, finding);
    const { items } = await find(`model=H20&position=${body.position}`);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ caseId: run.caseId, paragraph: '3A090.b', departure: 'A newer data sheet.' });
  });
});
