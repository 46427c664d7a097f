import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAs, type SignedInClient } from '@exeat/auth';
import { CaseSteps } from './case-steps.fixtures.js';
import { idOf } from './recorded.fixtures.js';
import { startViewsHost, type ViewsHost } from './views-host.fixtures.js';

const northgate = { companyId: 'northgate', name: 'Northgate Compute Exports, Inc.' };
const blueharbor = { companyId: 'blueharbor', name: 'Blue Harbor Systems, LLC' };

/** Northgate's licence; Blue Harbor's case in review; Northgate's draft, and one saved anew after it went back. */
const licensed = new CaseSteps(1, northgate, ['1000']).draft().submit().register().openTechnicalReview().claim().find();
licensed.completeTechnicalReview().openLicensing([], [], 'decision').propose('approve', []).countersign().grant([]);
const theirs = new CaseSteps(2, blueharbor, ['20']).draft().submit().register().openTechnicalReview().claim();
const drafted = new CaseSteps(3, northgate, ['7']).draft().save({ endUse: 'Weather 100%_sure\\forecasts' });
const back = new CaseSteps(4, northgate, ['8'])
  .draft()
  .submit()
  .register()
  .returned()
  .save({ endUse: 'Protein folding' });

let on: ViewsHost;
const people: Record<string, SignedInClient> = {};
beforeAll(async () => {
  on = await startViewsHost();
  await on.happened([...licensed.steps, ...theirs.steps, ...drafted.steps, ...back.steps]);
  for (const id of ['nora-vance', 'mia-castellan', 'ada-reyes', 'lena-fischer', 'priya-nair'])
    people[id] = await signInAs(on.url, id);
}, 120_000);
afterAll(() => on?.stop());

interface Item {
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
  readonly caseId?: string;
  readonly person?: string;
  readonly position?: number;
}
interface Answer {
  readonly items: readonly Item[];
  readonly position: number;
  readonly code: string;
}
const get = async <Body = Answer>(who: string, path: string) => {
  const response = await people[who]!.fetch(`/api/v1${path}`);
  return { status: response.status, body: (await response.json()) as Body };
};
const search = async (who: string, q: string, more = '') =>
  (await get(who, `/search?q=${encodeURIComponent(q)}${more}`)).body.items;
const cases = async (who: string, q: string) =>
  (await search(who, q)).filter(({ kind }) => kind === 'case').map(({ caseId }) => caseId);
const kinds = async (who: string, q: string) => [...new Set((await search(who, q)).map(({ kind }) => kind))];

describe('an exporter', () => {
  it('finds the cases of their company, drafts among them, and nothing of another’s', async () => {
    expect(await cases('nora-vance', 'northgate')).toEqual([back.caseId, drafted.caseId, licensed.caseId]);
    expect(await search('nora-vance', 'blue harbor')).toEqual([]);
    expect(await search('nora-vance', theirs.caseId)).toEqual([]);
    expect(await cases('mia-castellan', 'chip')).toEqual([theirs.caseId]);
  });
  it('finds what they saved and did not submit, with its wildcards as they are written', async () => {
    expect(await cases('nora-vance', 'WEATHER 100%_sure')).toEqual([drafted.caseId]);
    expect(await cases('nora-vance', '100_sure')).toEqual([]);
    expect(await cases('nora-vance', '%%')).toEqual([]);
    expect(await cases('nora-vance', 'protein')).toEqual([back.caseId]);
  });
  it('finds their licence, and no person, sentence or command', async () => {
    expect(await search('nora-vance', 'D0000001')).toMatchObject([
      { kind: 'case', title: 'Z000001' },
      { kind: 'licence', title: 'D0000001', licenceNumber: 'D0000001', caseId: licensed.caseId },
    ]);
    for (const q of ['recorded', 'Reviewer', idOf('f0'), idOf('c0'), '#3'])
      expect((await kinds('nora-vance', q)).filter((kind) => kind !== 'case')).toEqual([]);
  });
});

describe('the authority', () => {
  it('finds what was submitted, and not what was saved since', async () => {
    expect(await cases('lena-fischer', 'compute exports')).toEqual([back.caseId, licensed.caseId]);
    for (const who of ['lena-fischer', 'ada-reyes', 'priya-nair'])
      for (const q of ['protein', 'weather', drafted.caseId]) expect(await search(who, q)).toEqual([]);
  });
  it('finds licences where it may read them', async () => {
    expect(await kinds('lena-fischer', 'D0000001')).toEqual(['case', 'licence']);
    expect(await kinds('ada-reyes', 'D0000001')).toEqual(['case']);
  });
  it('finds a case by its number before others, by party, by model, and by its id', async () => {
    expect((await search('lena-fischer', 'z000002'))[0]).toMatchObject({ kind: 'case', caseId: theirs.caseId });
    expect(await cases('ada-reyes', theirs.caseId.toUpperCase())).toEqual([theirs.caseId]);
    expect((await cases('ada-reyes', 'chip 1')).length).toBe(3);
  });
  it('reads no sentence by it, unless it audits', async () => {
    expect(await kinds('lena-fischer', 'claimed')).toEqual([]);
    expect(await kinds('priya-nair', 'claimed')).toContain('fact');
  });
});

describe('an auditor', () => {
  it('finds people, and what they did', async () => {
    const found = await search('priya-nair', 'exeat');
    expect(found.find(({ kind }) => kind === 'person')).toMatchObject({ title: 'Exeat', person: 'system:spec' });
  });
  it('finds a fact by its position, its id, its command and its request', async () => {
    expect(await search('priya-nair', '#3')).toMatchObject([{ kind: 'fact', position: 3, caseId: licensed.caseId }]);
    const { items } = (
      await get<{ items: readonly { factId: string; commandId: string; sentence: string; position: number }[] }>(
        'priya-nair',
        '/audit-trail?limit=5',
      )
    ).body;
    const { factId, commandId, sentence, position } = items[3]!;
    expect(await search('priya-nair', factId)).toMatchObject([{ kind: 'fact', title: sentence, position }]);
    expect(await search('priya-nair', commandId)).toMatchObject([{ kind: 'command', title: commandId, position }]);
  });
  it('finds no fact of a draft that was never submitted', async () => {
    const own = licensed.steps.length + theirs.steps.length + 1;
    expect(await search('priya-nair', `#${own}`)).toEqual([]);
    expect(await search('priya-nair', '#1')).toHaveLength(1);
  });
  it('is given each kind its turn, and no more than asked for', async () => {
    const found = await search('priya-nair', 'northgate', '&limit=4');
    expect(found).toHaveLength(4);
    expect(new Set(found.map(({ kind }) => kind)).size).toBeGreaterThan(1);
  });
});

describe('a search', () => {
  it.each(['', 'a', ' a ', '"', '\\"', '%20'])('by too little is refused: %j', async (q) =>
    expect(await get('priya-nair', `/search?q=${q === '%20' ? q : encodeURIComponent(q)}`)).toMatchObject({
      status: 422,
      body: { code: 'SEARCH_TOO_SHORT' },
    }),
  );
  it('of nothing is refused', async () => expect((await get('priya-nair', '/search')).status).toBe(400));
});

describe('the audit trail', () => {
  const types = async (query: string) => {
    const { items } = (await get<{ items: readonly { type: string }[] }>('priya-nair', `/audit-trail?${query}`)).body;
    return items.map(({ type }) => type);
  };
  it('is filtered by type, by stream and by words', async () => {
    const { caseId } = licensed;
    expect(await types(`type=TechnicalReviewClaimed`)).toEqual(['TechnicalReviewClaimed', 'TechnicalReviewClaimed']);
    expect(await types(`case=${caseId}&stream=technical-review`)).toEqual([
      'TechnicalReviewOpened',
      'TechnicalReviewClaimed',
      'FindingRecorded',
      'TechnicalReviewCompleted',
    ]);
    expect(await types(`stream=technical-review-${caseId}&q=CLAIMED%20review`)).toEqual(['TechnicalReviewClaimed']);
    expect(await types('stream=technical')).toHaveLength(6);
    expect(await types('q=100%25')).toEqual([]);
  });
  it('is the same when it is asked again as it was when the log ended at a position', async () => {
    const ask = async (query: string) => {
      const { items } = (await get<{ items: readonly { position: number }[] }>('priya-nair', `/audit-trail?${query}`))
        .body;
      return items.map(({ position }) => position);
    };
    const all = await ask('limit=500');
    const newest = [...all].reverse();
    expect(await ask('order=newest&limit=500')).toEqual(newest);
    expect(await ask(`upTo=${all[5]}&limit=500`)).toEqual(all.slice(0, 6));
    expect(await ask(`order=newest&before=${newest[2]}&limit=3`)).toEqual(newest.slice(3, 6));
    expect(await ask(`after=${all[2]}&limit=3`)).toEqual(all.slice(3, 6));
    const first = (await get<{ next: string }>('priya-nair', '/audit-trail?order=newest&limit=4')).body;
    expect(await ask(`order=newest&limit=4&cursor=${first.next}`)).toEqual(newest.slice(4, 8));
  });
});
