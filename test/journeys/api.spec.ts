import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acts, cast, type CaseRun } from '@exeat/demo';
import pg from 'pg';
import { documentOf, routesIn, type ApiDocument, type ApiRoute } from './api-routes.js';
import { bring, caseCalled } from './cases.js';
import { listen } from './live.js';
import { startOwnPlatform, type Accepted, type Client, type Problem, type RunningPlatform } from './platform.js';

let on: RunningPlatform;
let document: ApiDocument;
let routes: readonly ApiRoute[];
let nora: Client;
let lena: Client;
beforeAll(async () => {
  on = await startOwnPlatform();
  document = await documentOf(on);
  routes = routesIn(document);
  [nora, lena] = await Promise.all([on.as(cast.northgateCompliance), on.as(cast.officerLena)]);
}, 60_000);
afterAll(() => on.stop());

const started = async (reference: string, key: string = randomUUID()) =>
  nora.ask<Accepted & Problem>('/applications', { reference }, { key });

/** Every `$ref` anywhere in a document. */
const referencesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === '$ref' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  );
};

describe('the API document', () => {
  it('is OpenAPI 3.1, and every reference in it leads somewhere', () => {
    expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.1\.\d$/), info: { title: 'Exeat' } });
    const lost = referencesIn(document).filter((reference) => {
      const steps = reference.replace(/^#\//, '').split('/');
      return (
        steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document) === undefined
      );
    });
    expect([...new Set(lost)]).toEqual([]);
    expect(referencesIn(document).length).toBeGreaterThan(50);
  });

  it('lists every route with a summary, its parameters, an answer and the problem that may come instead', () => {
    const ids = routes.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(routes.length).toBeGreaterThan(40);
    for (const { name, path, method, operation } of routes) {
      expect([name, operation.summary]).toEqual([name, expect.stringMatching(/^[A-Z]/)]);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, each]) => each);
      const inPath = operation.parameters.filter((each) => each.in === 'path');
      expect([name, inPath.map((each) => each.name)]).toEqual([name, named]);
      expect(inPath.every(({ required }) => required)).toBe(true);
      expect([name, Object.keys(operation.responses)]).toEqual([name, expect.arrayContaining(['default'])]);
      expect([name, Object.keys(operation.responses).some((status) => /^2\d\d$/.test(status))]).toEqual([name, true]);
      expect(operation.responses['default']?.content).toEqual({
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      });
      const headers = operation.parameters.filter((each) => each.in === 'header').map((each) => each.name);
      if (method !== 'GET' && /^\/(applications|technical|security|licensing|licences)/.test(path))
        expect([name, headers]).toEqual([name, expect.arrayContaining(['Idempotency-Key'])]);
      // What begins something new names no version, nor does what is no command.
      if (method !== 'GET' && /\{(caseId|licenceNumber)\}/.test(path) && !/\/(notes|presence)$/.test(path))
        expect([name, headers]).toEqual([name, expect.arrayContaining(['If-Match'])]);
    }
  });

  it('says of problems what problems say', async () => {
    const schema = document.components.schemas['Problem'] as { required: string[]; properties: object };
    const { body } = await nora.get<Problem>('/cases/none');
    expect(Object.keys(body).sort()).toEqual([...schema.required].sort());
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(body).sort());
  });

  it('has a reading page whose every part comes from here, as its policy asks', async () => {
    const page = await on.nobody.get('/docs');
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toMatch(/default-src 'self'(;|$)/);
    const { text } = page;
    // The policy lets no script stand in the page itself.
    const scripts = [...text.matchAll(/<script\b([^>]*)>([^<]*)/g)];
    expect(scripts.length).toBeGreaterThan(0);
    for (const [, attributes, inside] of scripts) {
      expect(attributes).toMatch(/src=/);
      expect(inside?.trim()).toBe('');
    }
    expect(text).not.toMatch(/\son\w+=/);
    const parts = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, part = '']) => part);
    for (const part of parts) {
      const url = new URL(part, `${on.url}/api/v1/docs/`);
      expect(url.origin).toBe(on.url);
      const response = await fetch(url);
      expect([part, response.status]).toEqual([part, 200]);
      await response.arrayBuffer();
    }
  });
});

describe('a command that is sent again', () => {
  it('is answered as the first time, word for word, with the same ETag', async () => {
    const key = randomUUID();
    const first = await started('Again', key);
    const head = await on.head();
    const again = await started('Again', key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
    for (const name of ['etag', 'exeat-position']) expect(again.headers.get(name)).toBe(first.headers.get(name));
    expect(await on.head()).toBe(head);
  });

  it('at the same moment is carried out once', async () => {
    const key = randomUUID();
    const head = await on.head();
    const answers = await Promise.all(Array.from({ length: 8 }, () => started('At once', key)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await on.head()).toBe(head + 1);
  });

  it('with its first If-Match is not stale', async () => {
    const { caseId } = (await started('Saved')).body;
    const save = () =>
      nora.ask(
        `/applications/${caseId}/draft`,
        { sections: { exportFrom: 'US' } },
        { method: 'PATCH', key, match: '"1"' },
      );
    const key = randomUUID();
    const [first, again] = [await save(), await save()];
    expect([first.status, again.status, again.text]).toEqual([200, 200, first.text]);
    const other = await nora.ask(`/applications/${caseId}/draft`, { sections: {} }, { method: 'PATCH', match: '"1"' });
    expect([other.status, other.body.code]).toEqual([412, 'STALE_VERSION']);
  });
});

describe('one’s own act', () => {
  const seenAt = async (client: Client, path: string, position: number) => {
    const { status, text, headers } = await client.get(path, { 'Exeat-Position': String(position) });
    expect([path, status]).toEqual([path, 200]);
    expect(Number(headers.get('exeat-position'))).toBeGreaterThanOrEqual(position);
    return text;
  };

  it('is seen in every view at once, by the position that the answer named', async () => {
    for (let round = 0; round < 5; round++) {
      const reference = `Mine ${round}`;
      const { caseId, position } = (await started(reference)).body;
      const auditor = await on.as(cast.auditor);
      const [mine, cases, one, timeline, trail, asked] = await Promise.all([
        seenAt(nora, '/my-cases', position),
        seenAt(nora, '/cases', position),
        seenAt(nora, `/cases/${caseId}`, position),
        seenAt(nora, `/cases/${caseId}/timeline`, position),
        seenAt(auditor, `/audit-trail?case=${caseId}`, position),
        seenAt(nora, `/my-cases?position=${position}`, position),
      ]);
      for (const text of [mine, cases, one, timeline, asked]) expect(text).toContain(reference);
      // A draft is nobody else’s, not even once the view has seen it.
      expect(trail).not.toContain(caseId);
    }
  });

  it('is seen in the views of the work on a case, too', async () => {
    const run = await bring(on.stage, 'shipped', caseCalled('seen'));
    const shipment = { reference: 'S-SEEN', shippedOn: on.stage.day(0), lines: [{ line: 1, quantity: '7' }] };
    const { position } = (await nora.ask(`/licences/${run.licenceNumber}/shipments`, shipment)).body;
    expect(await seenAt(nora, `/licences/${run.licenceNumber}`, position)).toContain('S-SEEN');
    expect(await seenAt(nora, '/licences', position)).toContain('"shippedQuantity":"407"');
    expect(await seenAt(nora, `/obligations?licence=${run.licenceNumber}`, position)).toContain('S-SEEN');

    const claimed = await bring(on.stage, 'submitted', caseCalled('claimed at once'));
    const ada = await on.as(cast.reviewerAda);
    await on.stage.until(cast.reviewerAda, acts.paths(claimed).technicalReview, () => true, 'the review');
    const claim = (await ada.ask(`/technical-reviews/${claimed.caseId}/claim`, {})).body;
    expect(await seenAt(ada, '/queues/technical?holder=mine', claim.position)).toContain(claimed.caseId);

    const referred = await bring(on.stage, 'in security review', caseCalled('referred'));
    const sam = await on.as(cast.agencies.state);
    await on.stage.until(cast.agencies.state, acts.paths(referred).securityReview, () => true, 'the review');
    const taken = await sam.ask(`/security-reviews/${referred.caseId}/position`, { position: 'no-objection' });
    expect(await seenAt(sam, '/queues/agency?state=answered', taken.body.position)).toContain(referred.caseId);

    const settled = await bring(on.stage, 'settled', caseCalled('proposed at once'));
    const approval = { lines: [{ line: 1, quantity: '10' }], reasons: 'Because' };
    const proposed = (await lena.ask(`/licensing/${settled.caseId}/approval`, approval)).body;
    const list = await seenAt(lena, '/worklist?stage=awaiting-countersignature', proposed.position);
    expect(list).toContain(settled.caseId);
  }, 30_000);
});

describe('a list in pages', () => {
  interface Listed {
    readonly items: readonly { readonly caseId: string; readonly position: number }[];
    readonly position: number;
    readonly next?: string;
  }
  /** Page after page, with something that happens in between. */
  const pages = async (client: Client, path: string, limit: number, between: () => Promise<unknown>) => {
    const found: Listed[] = [];
    for (let next: string | undefined = ''; next !== undefined; next = found.at(-1)?.next) {
      const cursor = next === '' ? '' : `&cursor=${next}`;
      const { body, headers } = await client.get<Listed>(`${path}?limit=${limit}${cursor}`);
      found.push(body);
      expect(headers.get('link') !== null).toBe(body.next !== undefined);
      await between();
    }
    return found;
  };

  it('shows every row once while more come in', async () => {
    for (let each = 0; each < 9; each++) await started(`Page ${each}`);
    await on.settled();
    const before = (await nora.get<Listed>('/my-cases?limit=100')).body.items.map(({ caseId }) => caseId);
    const found = await pages(nora, '/my-cases', 2, () => started('While paging'));
    expect(found.flatMap(({ items }) => items.map(({ caseId }) => caseId))).toEqual(before);
    expect(found.length).toBeGreaterThan(5);
  });

  it('keeps to the position of its first page where rows never change', async () => {
    const auditor = await on.as(cast.auditor);
    const head = await on.settled();
    const positions = (all: readonly Listed[]) => all.flatMap(({ items }) => items.map(({ position }) => position));
    const before = positions(await pages(auditor, '/audit-trail', 100, async () => undefined));
    const found = await pages(auditor, '/audit-trail', 40, () =>
      bring(on.stage, 'submitted', caseCalled(`audited ${randomUUID()}`)),
    );
    expect(positions(found)).toEqual(before);
    expect(before.length).toBeGreaterThan(40);
    expect(new Set(found.map(({ position }) => position))).toEqual(new Set([head]));
  });

  it('can be followed by its Link header', async () => {
    const { headers, body } = await nora.get<Listed>('/my-cases?limit=2');
    const link = /^<(\/api\/v1[^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1] ?? '';
    const followed = await nora.get<Listed>(link.replace('/api/v1', ''));
    expect(followed.body.items).toHaveLength(2);
    expect(followed.body.items[0]?.caseId).not.toBe(body.items[1]?.caseId);
  });
});

describe('live updates', () => {
  it('come as they happen, resume without loss or repetition, and only to whom they may', async () => {
    const mia = await on.as(cast.blueHarborCompliance);
    const from = await on.head();
    const [own, others] = [await listen(nora, from), await listen(mia, from)];
    const first = (await started('Live 1')).body;
    await own.reached(first.position);
    own.stop();
    expect(own.events.map(({ id, caseId, type }) => [id, caseId, type])).toEqual([
      [first.position, first.caseId, 'DraftStarted'],
    ]);

    // While nobody listens, and after.
    const second = (await started('Live 2')).body;
    const back = await listen(nora, own.lastId());
    const third = (await started('Live 3')).body;
    const theirs = (await mia.ask('/applications', { reference: 'Theirs' })).body;
    await Promise.all([back.reached(third.position), others.reached(theirs.position)]);
    [back, others].forEach(({ stop }) => stop());
    expect(back.events.map(({ id }) => id)).toEqual([second.position, third.position]);
    expect(back.events[0]?.sentence).toMatch(/^Nora Vance of .* started a draft \(Live 2\)$/);
    expect(others.events.map(({ caseId }) => caseId)).toEqual([theirs.caseId]);
  });

  it('lose nothing over many broken connections', async () => {
    const from = await on.head();
    const cases: CaseRun[] = [];
    const work = (async () => {
      for (let each = 0; each < 3; each++)
        cases.push(await bring(on.stage, 'in security review', caseCalled(`broken ${each}`)));
      return on.settled();
    })();
    const heard: number[] = [];
    let last = from;
    let head = Number.MAX_SAFE_INTEGER;
    void work.then((position) => (head = position));
    while (last < head) {
      const listening = await listen(lena, last);
      await pause(60);
      listening.stop();
      heard.push(...listening.events.map(({ id }) => id));
      last = listening.lastId();
    }
    await work;
    const { rows } = await on.database.query<{ position: string }>(
      'select position from es.facts where position > $1 and not type = any($2) order by position',
      [from, ['DraftStarted', 'DraftSaved']],
    );
    expect(heard).toEqual(rows.map(({ position }) => Number(position)));
    expect(heard.length).toBeGreaterThan(10);
  }, 30_000);
});

describe('health', () => {
  const health = async (path: string) => {
    const response = await fetch(`${on.url}/health/${path}`);
    return { status: response.status, headers: response.headers, body: (await response.json()) as Problem };
  };

  it('says that the process lives and is ready', async () => {
    expect(await health('live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await health('ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('is lost with the database and comes back with it; meanwhile nothing is half done', async () => {
    const database = new URL(on.postgres.superuserUrl).pathname.slice(1);
    const admin = new pg.Client({ connectionString: on.postgres.superuserUrl.replace(`/${database}`, '/postgres') });
    await admin.connect();
    const before = await on.settled();
    const sent = Array.from({ length: 6 }, (_, each) => ({ key: randomUUID(), reference: `Lost ${each}` }));
    try {
      await admin.query(`alter database ${database} allow_connections false`);
      const under = sent.map(({ key, reference }) => started(reference, key));
      await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database]);
      const answers = [...(await Promise.all(under)), await started('Lost for sure', sent[0]!.key.replace(/^./, 'a'))];
      for (const { status, headers, body } of answers.filter((each) => each.status !== 201)) {
        expect([status, body.code]).toEqual([503, 'STORE_UNAVAILABLE']);
        expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      }
      expect(answers.at(-1)?.status).toBe(503);
      const ready = await health('ready');
      expect([ready.status, ready.body.code]).toEqual([503, 'NOT_READY']);
      expect(ready.headers.get('retry-after')).not.toBeNull();
      expect((await health('live')).status).toBe(200);
    } finally {
      await admin.query(`alter database ${database} allow_connections true`);
      await admin.end();
    }
    for (const until = Date.now() + 20_000; (await health('ready')).status !== 200; await pause(100))
      if (Date.now() > until) throw new Error('The platform does not become ready again.');
    // The same commands again: each is carried out once, whatever had become of the first.
    const again = await Promise.all(sent.map(({ key, reference }) => started(reference, key)));
    expect(again.map(({ status }) => status)).toEqual(sent.map(() => 201));
    expect(new Set(again.map(({ body }) => body.caseId)).size).toBe(sent.length);
    expect(await on.settled()).toBe(before + sent.length);
    const { position } = again
      .map(({ body }) => body)
      .reduce((one, other) => (one.position > other.position ? one : other));
    expect((await nora.get('/my-cases', { 'Exeat-Position': String(position) })).text).toContain('Lost 5');
  }, 60_000);
});
