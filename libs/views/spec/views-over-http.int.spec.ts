import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAs, type SignedInClient } from '@exeat/auth';
import { CaseSteps } from './case-steps.fixtures.js';
import { startViewsHost, type ViewsHost } from './views-host.fixtures.js';

const northgate = { companyId: 'northgate', name: 'Northgate Compute Exports, Inc.' };
const blueharbor = { companyId: 'blueharbor', name: 'Blue Harbor Systems, LLC' };

/** Northgate's first case has a licence with something owed, its second is in security review; the third is Blue Harbor's. */
const licensed = new CaseSteps(1, northgate, ['1000']).draft().submit().register().openTechnicalReview().claim().find();
const share = licensed.condition('share', {
  when: 'each-quarter',
  days: 30,
  evidence: 'revenue-share-remittance',
  percentOfShippedValue: '15',
});
licensed.completeTechnicalReview().openLicensing([], [], 'decision').propose('approve', [share]).countersign();
licensed.grant([share]).ship(1, '400').owe('2026-Q1', share, '750000.00');
const inReview = new CaseSteps(2, northgate, ['20']).draft().submit().register().openTechnicalReview();
inReview.completeTechnicalReview().openSecurityReview(['state', 'energy']).position('state', 'object');
const others = new CaseSteps(3, blueharbor, ['5']).draft().submit().register().openTechnicalReview();
/** Northgate's own still: one that was never submitted, and one that was withdrawn before. */
const drafted = new CaseSteps(4, northgate, ['7']).draft();
const dropped = new CaseSteps(5, northgate, ['8']).draft().withdrawn();
/** Registered as Z000006, returned, and submitted again under another number. */
const again = new CaseSteps(6, blueharbor, ['9']).draft().submit().register().returned().submit(2).register('Z000096');
const unknown = '00000000-0000-4000-8000-000000000000';

let on: ViewsHost;
const people: Record<string, SignedInClient> = {};
beforeAll(async () => {
  on = await startViewsHost();
  await on.happened([
    ...licensed.steps,
    ...inReview.steps,
    ...others.steps,
    ...drafted.steps,
    ...dropped.steps,
    ...again.steps,
  ]);
  for (const id of ['nora-vance', 'mia-castellan', 'ada-reyes', 'sam-okafor', 'lena-fischer', 'priya-nair'])
    people[id] = await signInAs(on.url, id);
}, 120_000);
afterAll(() => on?.stop());

/** As much of an answer as these specs look at. */
interface Answer {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly facts: readonly object[];
  readonly decision: object;
}
const get = async (who: string, path: string) => {
  const response = await people[who]!.fetch(`/api/v1${path}`);
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
};
const cases = ({ items }: Answer) => items.map(({ caseId }) => caseId as string);
const types = ({ items }: Answer) => items.map(({ type }) => type);

describe('an exporter', () => {
  it('sees the cases of their company, newest first', async () => {
    const { body } = await get('nora-vance', '/my-cases');
    expect(cases(body)).toEqual([dropped.caseId, drafted.caseId, inReview.caseId, licensed.caseId]);
    expect(body.items[2]).toMatchObject({ status: 'in-security-review', waitsOn: 'agencies' });
    expect(cases((await get('nora-vance', '/cases?company=blueharbor')).body)).toEqual([
      dropped.caseId,
      drafted.caseId,
      inReview.caseId,
      licensed.caseId,
    ]);
  });
  it.each(['/cases/:case', '/cases/:case/timeline', '/applications/:case/state'])(
    'finds nothing of another company at %s, as if it did not exist',
    async (path) => {
      const theirs = await get('nora-vance', path.replace(':case', others.caseId));
      const nobodys = await get('nora-vance', path.replace(':case', unknown));
      expect(theirs.status).toBe(404);
      expect({ ...theirs.body, instance: '', requestId: '' }).toEqual({ ...nobodys.body, instance: '', requestId: '' });
    },
  );
  it('sees their licences and what they owe, and nobody else’s', async () => {
    expect((await get('nora-vance', '/licences')).body.items).toMatchObject([
      { licenceNumber: 'D0000001', lines: [{ quantityLeft: '600' }] },
    ]);
    expect((await get('nora-vance', '/obligations')).body.items).toMatchObject([
      { about: '2026-Q1', amount: { amount: '750000.00' }, status: 'open' },
    ]);
    expect((await get('mia-castellan', '/licences/D0000001')).status).toBe(404);
    expect((await get('mia-castellan', '/licences?company=northgate')).body.items).toEqual([]);
    expect((await get('mia-castellan', '/obligations?licence=D0000001')).body.items).toEqual([]);
  });
  it('reads in the timeline what applicants may know', async () => {
    const own = await get('nora-vance', `/cases/${inReview.caseId}/timeline`);
    const whole = await get('lena-fischer', `/cases/${inReview.caseId}/timeline`);
    expect(types(own.body)).not.toContain('PositionTaken');
    expect(types(whole.body)).toContain('PositionTaken');
  });
  it.each(['/queues/technical', '/queues/agency', '/worklist', '/audit-trail'])('is kept out of %s', async (path) =>
    expect((await get('nora-vance', path)).status).toBe(403),
  );
});

describe('a list with counts', () => {
  const counted = async (who: string, path: string) => {
    const { status, body } = await get(who, path);
    expect([path, status]).toEqual([path, 200]);
    return body as Answer & { readonly counts: Readonly<Record<string, number>> };
  };
  it('counts what its reader may see, and no more', async () => {
    expect((await counted('nora-vance', '/my-cases')).counts).toMatchObject({
      ...{ licensed: 1, 'in-security-review': 1, draft: 1, withdrawn: 1, registered: 0 },
    });
    expect((await counted('mia-castellan', '/my-cases')).counts).toMatchObject({ licensed: 0, withdrawn: 0 });
    expect((await counted('lena-fischer', '/my-cases')).counts).toMatchObject({ licensed: 0, draft: 0 });
    expect((await counted('nora-vance', '/obligations')).counts).toEqual({ open: 1, overdue: 0, fulfilled: 0 });
    expect((await counted('mia-castellan', '/obligations?company=northgate')).counts).toMatchObject({ open: 0 });
    expect((await counted('sam-okafor', '/queues/agency')).counts).toEqual({ awaited: 0, answered: 1, silent: 0 });
    expect((await counted('lena-fischer', '/worklist')).counts).toEqual({
      ...{ settling: 0, 'awaiting-countersignature': 0, 'intent-to-deny': 0 },
    });
  });
  it('counts every part, whichever is shown', async () => {
    const counts = { all: 1, unclaimed: 1, mine: 0 };
    expect(await counted('ada-reyes', '/queues/technical')).toMatchObject({ items: [{}], counts });
    expect(await counted('ada-reyes', '/queues/technical?holder=mine')).toMatchObject({ items: [], counts });
    expect(await counted('ada-reyes', '/queues/technical?q=chip%201')).toMatchObject({ items: [{}], counts });
    expect(await counted('ada-reyes', '/queues/technical?q=elsewhere')).toMatchObject({
      items: [],
      counts: { all: 0, unclaimed: 0, mine: 0 },
    });
  });
});

describe('a list that is searched', () => {
  const found = async (who: string, path: string) => cases((await get(who, path)).body);
  it.each([
    ['its number', '/cases?q=z000002', 'lena-fischer', [inReview]],
    ['a number it had before', '/cases?q=Z000006', 'lena-fischer', [again]],
    ['its company', '/cases?q=BLUE%20harbor', 'lena-fischer', [again, others]],
    ['its model', '/my-cases?q=chip%201', 'nora-vance', [dropped, drafted, inReview, licensed]],
    ['its licence', '/licences?q=d0000001', 'lena-fischer', [licensed]],
    ['the model of its licence', '/licences?q=chip%201', 'nora-vance', [licensed]],
    ['the number of the application', '/obligations?q=z000001', 'nora-vance', [licensed]],
    ['the company that waits', '/queues/agency?q=northgate', 'sam-okafor', [inReview]],
    ['blanks, which are any', '/licences?q=%20', 'nora-vance', [licensed]],
  ] as const)('finds a case by %s', async (_what, path, who, expected) =>
    expect(await found(who, path)).toEqual(expected.map(({ caseId }) => caseId)),
  );
  it('finds for its applicant what is not submitted, and for nobody else', async () => {
    expect(await found('nora-vance', '/cases?q=chip%201')).toContain(drafted.caseId);
    const told = await found('lena-fischer', '/cases?q=chip%201');
    expect(told).toContain(inReview.caseId);
    expect(told).not.toContain(drafted.caseId);
    expect(await found('mia-castellan', '/cases?q=northgate')).toEqual([]);
  });
  it.each(['%', '_', '\\', '%25', "' or true --"])('takes %j as it stands', async (q) =>
    expect(await found('lena-fischer', `/cases?q=${encodeURIComponent(q)}`)).toEqual([]),
  );
  it('goes on page by page in what was found, and in nothing else', async () => {
    const first = (await get('lena-fischer', '/cases?q=harbor&limit=1')).body as Answer & { readonly next: string };
    expect(await found('lena-fischer', `/cases?q=harbor&limit=1&cursor=${first.next}`)).toEqual([others.caseId]);
    expect((await get('lena-fischer', `/cases?q=north&limit=1&cursor=${first.next}`)).status).toBe(400);
  });
});

describe('a draft', () => {
  const never = [drafted.caseId, dropped.caseId];
  const readers = ['ada-reyes', 'sam-okafor', 'lena-fischer', 'priya-nair'];
  it.each(['/cases/:case', '/cases/:case/timeline', '/applications/:case/state'])(
    'that was never submitted is not there for the authority at %s',
    async (path) => {
      for (const who of readers)
        for (const caseId of never) expect((await get(who, path.replace(':case', caseId))).status).toBe(404);
    },
  );
  it('that was never submitted stands in no list of the authority, nor in the audit trail', async () => {
    for (const who of readers)
      for (const list of ['/cases', '/cases?status=draft', '/cases?status=withdrawn'])
        expect(cases((await get(who, list)).body).filter((caseId) => never.includes(caseId))).toEqual([]);
    for (const caseId of never) expect((await get('priya-nair', `/audit-trail?case=${caseId}`)).body.items).toEqual([]);
  });
  it('is read by its applicant', async () => {
    for (const caseId of never) expect((await get('nora-vance', `/cases/${caseId}`)).status).toBe(200);
    expect(types((await get('nora-vance', `/cases/${drafted.caseId}/timeline`)).body)).toEqual([
      'DraftStarted',
      'DraftSaved',
    ]);
  });
  it('is told to auditors once it was submitted, and to nobody else of the authority', async () => {
    const told = async (who: string) => {
      const { facts } = (await get(who, `/applications/${licensed.caseId}/state?at=3`)).body;
      return (facts as readonly { type: string }[]).map(({ type }) => type);
    };
    expect(await told('priya-nair')).toEqual(['DraftStarted', 'DraftSaved', 'ApplicationSubmitted']);
    expect(await told('lena-fischer')).toEqual(['ApplicationSubmitted']);
    expect((await get('lena-fischer', `/applications/${licensed.caseId}/state?at=2`)).status).toBe(404);
    const trail = types((await get('priya-nair', `/audit-trail?case=${licensed.caseId}&limit=3`)).body);
    expect(trail).toEqual(['DraftStarted', 'DraftSaved', 'ApplicationSubmitted']);
    expect(types((await get('lena-fischer', `/cases/${licensed.caseId}/timeline`)).body)[0]).toBe(
      'ApplicationSubmitted',
    );
  });
});

describe('the authority', () => {
  it('works its queues', async () => {
    expect(cases((await get('ada-reyes', '/queues/technical?holder=free')).body)).toEqual([others.caseId]);
    expect((await get('sam-okafor', '/queues/agency')).body.items).toMatchObject([
      { caseId: inReview.caseId, agency: 'state', agencyName: 'Department of State', state: 'answered' },
    ]);
  });
  it('goes through a list by its links, one page after the other', async () => {
    const seen: string[] = [];
    let path: string | undefined = '/cases?limit=1';
    while (path !== undefined) {
      const { body, headers }: Awaited<ReturnType<typeof get>> = await get('lena-fischer', path);
      seen.push(...cases(body));
      path = /^<\/api\/v1([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual([again.caseId, others.caseId, inReview.caseId, licensed.caseId]);
  });
  it('finds a case by its number, and by one it had before it was submitted again', async () => {
    for (const number of ['Z000006', 'Z000096'])
      expect(cases((await get('lena-fischer', `/cases?number=${number}`)).body)).toEqual([again.caseId]);
    expect((await get('lena-fischer', '/cases?number=Z00000')).body.items).toEqual([]);
    expect((await get('nora-vance', '/cases?number=Z000006')).body.items).toEqual([]);
  });
  it.each([
    '/cases?limit=0',
    '/cases?limit=501',
    `/cases?q=${'x'.repeat(101)}`,
    '/cases?q=%07',
    '/cases?status=lost',
    '/cases?cursor=zzz',
    '/cases?more=1',
  ])('is told what is wrong with %s', async (path) => expect((await get('lena-fischer', path)).status).toBe(400));
  it('keeps the terms of a licence from reviewers', async () => {
    const decision = async (who: string) => (await get(who, `/cases/${licensed.caseId}`)).body.decision;
    expect(await decision('lena-fischer')).toHaveProperty('conditions');
    expect(await decision('ada-reyes')).not.toHaveProperty('conditions');
  });
  it('reads a case as it stood, and stored facts only where they may be read', async () => {
    const path = `/applications/${licensed.caseId}/state?at=3`;
    expect((await get('priya-nair', path)).body).toMatchObject({ position: 3, facts: [{ data: {} }, {}, {}] });
    expect((await get('sam-okafor', path)).body.facts[0]).not.toHaveProperty('data');
  });
  it('audits by person and by case', async () => {
    const by = async (query: string) => types((await get('priya-nair', `/audit-trail?${query}`)).body);
    expect(await by(`person=ada-reyes&case=${licensed.caseId}`)).toEqual([
      'TechnicalReviewClaimed',
      'FindingRecorded',
      'TechnicalReviewCompleted',
    ]);
    expect(await by('from=2027-01-01')).toEqual([]);
    expect((await by('to=2026-01-05&limit=100')).length).toBeGreaterThan(20);
  });
});

describe('live updates', () => {
  /** What is heard until an event with the text comes. */
  const hear = async (who: string, last: string, until: string): Promise<string> => {
    const response = await people[who]!.fetch('/api/v1/live', { headers: { 'last-event-id': last } });
    expect(response.headers.get('content-type')).toMatch('text/event-stream');
    let heard = '';
    for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
      heard += part;
      if (heard.includes(until)) break;
    }
    return heard;
  };
  it('give an exporter what happens to their own cases, from the last event on', async () => {
    const heard = await hear('mia-castellan', '0', 'registered the application');
    expect(heard).toContain(others.caseId);
    expect(heard).not.toContain(licensed.caseId);
  });
  it('tell of what happens while somebody listens', async () => {
    const listening = hear('lena-fischer', '', 'claimed the technical review');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = others.steps.length;
    others.claim();
    await on.happened(others.steps.slice(before));
    expect(await listening).toContain(others.caseId);
  });
  it('are refused a position that is none', async () => {
    const response = await people['nora-vance']!.fetch('/api/v1/live', { headers: { 'last-event-id': '-1' } });
    expect(response.status).toBe(400);
  });
});

it('a host that stops does not wait for those who listen', async () => {
  const response = await people['lena-fischer']!.fetch('/api/v1/live');
  const started = process.hrtime.bigint();
  const stopped = on.stop();
  await response.text();
  await stopped;
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(3000);
  on = { ...on, stop: async () => undefined };
}, 20_000);
