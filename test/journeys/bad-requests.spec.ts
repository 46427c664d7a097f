import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectFile } from '@exeat/project-files';
import { badRequests, bodyOf, documentOf, type BadRequest } from './bad-requests.js';
import { startOwnPlatform, type Problem, type RunningPlatform } from './platform.js';
import { prepare, type Prepared } from './prepared.js';

let on: RunningPlatform;
let prepared: Prepared;
let head: number;
beforeAll(async () => {
  on = await startOwnPlatform();
  prepared = await prepare(on);
  head = await on.settled();
}, 60_000);
afterAll(() => on.stop());

const all = badRequests.flatMap(({ requests }) => requests);

/** The text with what its names in braces stand for. */
const filled = (text: string): string =>
  Object.entries(prepared).reduce((sofar, [name, value]) => sofar.replaceAll(`{${name}}`, value), text);

interface Raw {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sent as it stands: `fetch` would mend addresses and headers on the way. */
const sent = async (bad: BadRequest): Promise<Raw> => {
  const [method = '', path = ''] = filled(bad.ask).split(/ (.*)/);
  const client = bad.by === 'nobody' ? on.nobody : await on.as(bad.by);
  const text = bodyOf(bad);
  const body =
    text === undefined ? undefined : Buffer.from(filled(text), text.includes('{stray byte}') ? 'latin1' : 'utf8');
  const good: Record<string, string> = {
    ...client.headers(),
    ...(method !== 'GET' && { 'idempotency-key': randomUUID(), 'if-match': '*' }),
    ...(body && { 'content-type': 'application/json', 'content-length': String(body.length) }),
  };
  for (const [name, value] of Object.entries(bad.headers)) {
    if (value === null) delete good[name];
    else good[name] = filled(value);
  }
  const { hostname, port } = new URL(on.url);
  return new Promise((resolve, reject) => {
    const going = httpRequest({ hostname, port, method, path: `/api/v1${path}`, headers: good }, (response) => {
      let said = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: said }));
    });
    going.on('error', reject);
    going.end(body);
  });
};

const unique = (values: readonly (string | undefined)[]) => [...new Set(values)].sort();

/** Words of our insides: programs, tables, stacks, roles of the database. */
const insides =
  /node_modules|\.[cm]?[jt]s\b|\bat [\w.]+ \(|select |insert |relation|column|exeat_(app|owner)|postgres|typeorm|zod|undefined|\[object/i;

describe('a bad request', () => {
  it.each(all.map((bad) => [bad.answer, `${bad.wrong} (${bad.ask})`, bad] as const))(
    '%s: %s',
    async (answer, _, bad) => {
      const before = await on.head();
      const { status, headers, text } = await sent(bad);
      const problem = JSON.parse(text) as Problem;
      expect(`${status} ${problem.code}`).toBe(answer);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(problem).toEqual({
        type: `/problems/${problem.code}`,
        title: expect.stringMatching(/^[A-Z]/),
        status,
        detail: expect.stringMatching(/\S/),
        code: problem.code,
        errors: problem.errors.map(() => expect.objectContaining({ detail: expect.stringMatching(/^\S.{3,}/) })),
        instance: expect.stringMatching(/^\/api\/v1\//),
        requestId: headers['x-request-id'],
      });
      if (bad.at) expect(unique(problem.errors.map(({ pointer }) => pointer))).toEqual(unique(bad.at));
      expect(unique(problem.errors.map(({ code }) => code))).toEqual(unique(bad.codes ?? [problem.code]));
      expect(JSON.stringify({ ...problem, instance: '' })).not.toMatch(insides);
      expect(await on.head()).toBe(before);
    },
    15_000,
  );

  it('left nothing to follow from it', async () => expect(await on.settled()).toBe(head));
});

describe('the list of bad requests', () => {
  it('says everything once', () => {
    const said = all.map((bad) => JSON.stringify([bad.by, bad.ask, bodyOf(bad), bad.headers]));
    expect(said.filter((each, index) => said.indexOf(each) < index)).toEqual([]);
    expect(said.length).toBeGreaterThan(200);
  });

  it('names nothing in braces that was not prepared', () => {
    const named = all.flatMap(({ ask }) => [...ask.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name));
    expect(named.filter((name) => prepared[name] === undefined || prepared[name] === '')).toEqual([]);
  });

  it('is what docs/bad-requests.md says', () => {
    const path = projectFile('docs/bad-requests.md');
    if (process.env['EXEAT_WRITE_DOCS'] === '1') writeFileSync(path, documentOf(badRequests));
    expect(readFileSync(path, 'utf8')).toBe(documentOf(badRequests));
  });
});
