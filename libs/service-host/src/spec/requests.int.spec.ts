import { Controller, Get, Module, Post } from '@nestjs/common';
import { Allow, signInAs, type SignedInClient } from '@exeat/auth';
import { refuse } from '@exeat/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { FromView, ViewProgress } from '../http/from-view.js';
import { CaseId } from '../input/case-id.js';
import { Documented } from '../openapi/documented.js';
import type { ProblemDetails } from '../problems/problem-details.js';
import { readOrProblem } from '../problems/or-problem.js';
import { aNote, NotesModule, startTryHost, type TryHost } from './try-host.js';

@Controller('odd')
class OddController {
  @Get('defect')
  @Allow('case:read')
  @Documented({ summary: 'Break' })
  defect(): void {
    throw new Error('password=hunter2 at 10.0.0.1');
  }

  @Get('view')
  @Allow('case:read')
  @FromView('notes')
  @Documented({ summary: 'From a view' })
  view(): string[] {
    return [];
  }

  @Get('stream')
  @Allow('case:read')
  @Documented({ summary: 'From a stream' })
  stream() {
    return readOrProblem({ document: { text: 'As it stands' }, version: 7 });
  }

  @Get('hidden-stream')
  @Allow('case:read')
  @Documented({ summary: 'From a stream that is not theirs' })
  hiddenStream() {
    return readOrProblem(refuse('NOT_YOUR_CASE', 'There is no such case.'));
  }
}
@Controller('cases')
class CasesController {
  @Get(':caseId')
  @Allow('case:read')
  @Documented({ summary: 'A case' })
  read(@CaseId() caseId: string): string[] {
    return [caseId];
  }
}
@Module({ controllers: [OddController, CasesController] })
class OddModule {}

const views: ViewProgress = { position: async () => 5, waitFor: async (_view, position) => position <= 5 };

let on: TryHost;
let nora: SignedInClient;
let log = '';
beforeAll(async () => {
  on = await startTryHost({
    modules: [NotesModule, OddModule],
    provide: [{ provide: ViewProgress, useValue: views }],
    logTo: { write: (line: string) => void (log += line) },
  });
  nora = await signInAs(on.url, 'nora-vance');
}, 60_000);
afterAll(() => on.stop());

const problemOf = async (response: Response): Promise<ProblemDetails> => {
  expect(response.headers.get('content-type')).toMatch('application/problem+json');
  return (await response.json()) as ProblemDetails;
};
const write = (headers: Record<string, string>, body?: unknown) => nora.fetch('/api/v1/notes', aNote(headers, body));

describe('a bad request is answered by a problem', () => {
  it.each<[number, string, () => Promise<Response>]>([
    [404, 'NOT_FOUND', () => nora.fetch('/api/v1/nothing')],
    [404, 'NOT_FOUND', () => nora.fetch('/elsewhere')],
    [405, 'METHOD_NOT_ALLOWED', () => nora.fetch('/api/v1/notes', { method: 'DELETE' })],
    [400, 'MALFORMED_JSON', () => write({}, '{"text":')],
    [400, 'MALFORMED_JSON', () => write({}, '"text"')],
    [413, 'BODY_TOO_LARGE', () => write({}, { text: 'x'.repeat(1_100_000) })],
    [415, 'UNSUPPORTED_MEDIA_TYPE', () => write({ 'content-type': 'text/plain' })],
    [415, 'UNSUPPORTED_MEDIA_TYPE', () => write({ 'content-type': 'application/x-www-form-urlencoded' }, 'text=x')],
    [415, 'UNSUPPORTED_MEDIA_TYPE', () => write({ 'content-encoding': 'gzip' })],
    [400, 'IDEMPOTENCY_KEY_MISSING', () => write({ 'idempotency-key': '' })],
    [400, 'IDEMPOTENCY_KEY_MALFORMED', () => write({ 'idempotency-key': '17' })],
    [422, 'INVALID_FIELDS', () => write({}, { text: 7 })],
    [422, 'INVALID_FIELDS', () => write({}, '{"text":"x","__proto__":{"admin":true}}')],
    [422, 'INVALID_FIELDS', () => write({}, '{"text":"\\ud800"}')],
    [422, 'INVALID_FIELDS', () => write({}, `${'['.repeat(20_000)}${']'.repeat(20_000)}`)],
    [403, 'PERMISSION_MISSING', () => nora.fetch('/api/v1/development/clock', { method: 'PUT' })],
    [503, 'VIEW_BEHIND', () => nora.fetch('/api/v1/odd/view', { headers: { 'exeat-position': '6' } })],
    [400, 'POSITION_MALFORMED', () => nora.fetch('/api/v1/odd/view?position=-1')],
    [401, 'SIGN_IN_REQUIRED', () => fetch(`${on.url}/api/v1/notes`)],
    [400, 'MALFORMED_ADDRESS', () => nora.fetch('/api/v1/cases/%E0%A4%A')],
    [400, 'MALFORMED_ADDRESS', () => nora.fetch('/api/v1/cases/%00')],
    [404, 'CASE_NOT_FOUND', () => nora.fetch('/api/v1/cases/1%27%20or%20true')],
  ])('%i %s', async (status, code, ask) => {
    const problem = await problemOf(await ask());
    expect(problem).toMatchObject({ status, code, type: `/problems/${code}` });
  });

  it('names the methods an address takes', async () => {
    const response = await nora.fetch('/api/v1/notes', { method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('lists every problem with its pointer', async () => {
    const { errors, detail } = await problemOf(await write({}, { txt: 'x', more: 1 }));
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/more', '/text', '/txt']);
    expect(detail).toMatch(/^3 problems/);
  });

  it('and a defect of ours lets nothing of our insides out', async () => {
    const response = await nora.fetch('/api/v1/odd/defect');
    const said = await response.text();
    expect([response.status, (JSON.parse(said) as ProblemDetails).code]).toEqual([500, 'INTERNAL_ERROR']);
    expect(said).not.toMatch(/hunter2|10\.0\.0\.1|\.ts/);
  });
});

describe('every answer', () => {
  it('has the headers that keep it private, and none that tell what we run on', async () => {
    const { headers } = await nora.fetch('/api/v1/notes', { headers: { 'x-request-id': 'my-request-1' } });
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-request-id')).toBe('my-request-1');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('ratelimit')).toMatch(/"api"; r=\d+; t=\d+/);
    expect(headers.has('etag')).toBe(false);
    expect(headers.has('x-powered-by')).toBe(false);
  });

  it('of a view says how far the view had read', async () => {
    const response = await nora.fetch('/api/v1/odd/view', { headers: { 'exeat-position': '5' } });
    expect([response.status, response.headers.get('exeat-position')]).toEqual([200, '5']);
  });

  it('of a stream names its version, for the next If-Match', async () => {
    const response = await nora.fetch('/api/v1/odd/stream');
    expect([response.status, response.headers.get('etag')]).toEqual([200, '"7"']);
    expect(response.headers.has('exeat-position')).toBe(false);
    expect(await response.json()).toEqual({ text: 'As it stands' });
    expect(await problemOf(await nora.fetch('/api/v1/odd/hidden-stream'))).toMatchObject({
      ...{ status: 404, code: 'NOT_YOUR_CASE' },
    });
  });

  it('leaves a log without cookies, tokens and queries', async () => {
    await nora.fetch('/api/v1/notes?secret=hush');
    expect(log).toContain('/api/v1/notes');
    expect(log).not.toMatch(/exeat=s|hush|Bearer|eyJ/);
  });
});

describe('the API document', () => {
  it('is OpenAPI 3.1 with the schemas that are enforced', async () => {
    const document = (await (await fetch(`${on.url}/api/v1/openapi.json`)).json()) as typeof on.host.document;
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/v1/notes']?.post).toMatchObject({
      requestBody: { content: { 'application/json': { schema: { additionalProperties: false, required: ['text'] } } } },
      responses: { '201': { headers: { ETag: {} } } },
    });
  });

  it('has a reading page that works under the content security policy', async () => {
    const page = await fetch(`${on.url}/api/v1/docs`);
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(html).not.toMatch(/<script(?! src)/);
    for (const [, source = ''] of html.matchAll(/<script src="([^"]+)"/g))
      expect((await fetch(new URL(source, page.url))).status).toBe(200);
  });
});

describe('an application is not started', () => {
  it('where a route names nobody who may, is not documented, or takes unknown fields', async () => {
    @Controller('open')
    class OpenController {
      @Post()
      @Documented({ summary: 'Write', body: z.object({ inner: z.object({ a: z.string() }) }) })
      write(): void {}
      @Get()
      @Allow('case:read')
      read(): void {}
    }
    @Module({ controllers: [OpenController] })
    class OpenModule {}
    await expect(startTryHost({ modules: [OpenModule] })).rejects.toMatchObject({
      problems: [
        'OpenController.write: name who may, with @Allow or @Public.',
        "OpenController.write: the body's schema takes unknown fields at /; use z.strictObject.",
        "OpenController.write: the body's schema takes unknown fields at /properties/inner; use z.strictObject.",
        'OpenController.read: describe it with @Documented.',
      ],
    });
  });
});
