import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cast, type CaseRun } from '@exeat/demo';
import { bring, caseCalled } from './cases.js';
import {
  answerOf,
  startOwnPlatform,
  type Accepted,
  type Client,
  type Problem,
  type RunningPlatform,
} from './platform.js';

interface Document {
  readonly documentId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}
interface Listed {
  readonly items: readonly (Document & { readonly submitted: boolean; readonly attachedBy: string })[];
}

let on: RunningPlatform;
let nora: Client;
let mia: Client;
let lena: Client;
beforeAll(async () => {
  on = await startOwnPlatform();
  [nora, mia, lena] = await Promise.all([
    on.as(cast.northgateCompliance),
    on.as(cast.blueHarborCompliance),
    on.as(cast.officerLena),
  ]);
}, 60_000);
afterAll(() => on.stop());

const pdf = (text: string, bytes = 100) => Buffer.concat([Buffer.from(`%PDF-1.7\n${text}\n`), Buffer.alloc(bytes, 37)]);
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const drafted = async (name: string): Promise<CaseRun> =>
  bring(on.stage, 'draft', caseCalled(`${name} ${randomUUID()}`));
const of = ({ caseId }: CaseRun) => `/cases/${caseId}/documents`;

interface Sending {
  readonly key?: string;
  readonly match?: string;
  readonly query?: string;
}
const send = async (by: Client, run: CaseRun, name: string, bytes: Uint8Array, sending: Sending = {}) => {
  const { key = randomUUID(), match = '*', query = '' } = sending;
  const body = new FormData();
  body.append('file', new Blob([bytes]), name);
  const headers = { 'Idempotency-Key': key, 'If-Match': match };
  const path = `/applications/${run.caseId}/documents${query}`;
  return answerOf<Accepted & Document & Problem>(await by.send(path, { method: 'POST', headers, body }));
};
const remove = (by: Client, run: CaseRun, documentId: string) =>
  by.ask(`/applications/${run.caseId}/documents/${documentId}/remove`, {});
const list = async (by: Client, run: CaseRun) => (await by.get<Listed & Problem>(of(run))).body.items;
const fetched = (by: Client, run: CaseRun, documentId: string) => by.send(`${of(run)}/${documentId}`);
const folder = () => join(on.dataFolder, 'documents');
const uploads = async () => readdir(join(folder(), 'incoming'));
const factsOf = async (run: CaseRun) => {
  const sql = 'select count(*)::int as facts from es.facts where case_id = $1';
  return (await on.database.query<{ facts: number }>(sql, [run.caseId])).rows[0]?.facts;
};

describe('a document', () => {
  it('is attached, listed and given back byte for byte, as a download that nothing runs', async () => {
    const run = await drafted('whole');
    const bytes = pdf('whole', 300_000);
    const { status, body, headers } = await send(nora, run, 'Größe (H200) 数据.pdf', bytes);
    expect(status).toBe(201);
    const document = { name: 'Größe (H200) 数据.pdf', mediaType: 'application/pdf', size: bytes.length };
    expect(body).toEqual({
      ...{ caseId: run.caseId, version: 3, position: expect.any(Number), documentId: expect.any(String) },
      ...{ ...document, sha256: digest(bytes) },
    });
    expect(headers.get('etag')).toBe('"3"');
    expect(await list(nora, run)).toEqual([
      expect.objectContaining({ ...document, attachedBy: 'Nora Vance', submitted: false }),
    ]);

    const response = await fetched(nora, run, body.documentId);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="Gr__e (H200) __.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%28H200%29%20%E6%95%B0%E6%8D%AE.pdf`,
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      etag: `"${digest(bytes)}"`,
    });
  });

  it('takes the name that the address gives, and composes its letters', async () => {
    const run = await drafted('named');
    const query = `?name=${encodeURIComponent('Contract.pdf')}`;
    expect((await send(nora, run, 'blob', pdf('named'), { query })).body.name).toBe('Contract.pdf');
    expect((await send(nora, run, 'Gro\u0308ße.pdf', pdf('composed'))).body.name).toBe('Größe.pdf');
  });

  it('sent again under its key is answered word for word, and is there once', async () => {
    const run = await drafted('again');
    const key = randomUUID();
    const sent = () => send(nora, run, 'a.pdf', pdf('again'), { key, match: '"2"' });
    const [first, again] = [await sent(), await sent()];
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(await list(nora, run)).toHaveLength(1);
    const other = await send(nora, run, 'a.pdf', pdf('other'), { key });
    expect([other.status, other.body.code]).toEqual([422, 'COMMAND_ID_REUSED']);
    await nora.ask(`/applications/${run.caseId}/submit`, { signatory: 'Juniper Vale', capacity: 'Director' });
    expect((await sent()).text).toBe(first.text);
  });

  it('of the same bytes is not attached twice: the answer names the one there is', async () => {
    const run = await drafted('double');
    const first = (await send(nora, run, 'a.pdf', pdf('double'))).body;
    const second = await send(nora, run, 'b.pdf', pdf('double'));
    expect([second.status, second.body.documentId, second.body.name]).toEqual([201, first.documentId, 'a.pdf']);
    expect(await factsOf(run)).toBe(3);
    const both = await Promise.all(['c.pdf', 'd.pdf'].map((name) => send(nora, run, name, pdf('at once'))));
    expect(new Set(both.map(({ body }) => body.documentId)).size).toBe(1);
    expect(await list(nora, run)).toHaveLength(2);
  });

  it('can be removed, and removed again without a word', async () => {
    const run = await drafted('removed');
    const key = randomUUID();
    const first = await send(nora, run, 'a.pdf', pdf('removed'), { key });
    const { documentId } = first.body;
    expect((await remove(nora, run, documentId)).status).toBe(200);
    expect((await remove(nora, run, documentId)).status).toBe(200);
    expect(await list(nora, run)).toEqual([]);
    expect((await fetched(nora, run, documentId)).status).toBe(404);
    // The attachment sent again is what it was, and attaches nothing.
    expect((await send(nora, run, 'a.pdf', pdf('removed'), { key })).text).toBe(first.text);
    expect(await list(nora, run)).toEqual([]);
    expect((await send(nora, run, 'a.pdf', pdf('removed'))).body.documentId).not.toBe(documentId);
  });
});

describe('a document is turned down, and nothing of it stays,', () => {
  it('where it has more than 50 MB, whether the request says so or not', async () => {
    const run = await drafted('large');
    const most = 50 * 1024 * 1024;
    const large = await send(nora, run, 'a.pdf', pdf('', most));
    expect([large.status, large.body.code]).toEqual([413, 'DOCUMENT_TOO_LARGE']);
    const boundary = randomUUID();
    const stream = (async function* () {
      yield `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n`;
      for (let sent = 0; sent <= most; sent += 1_048_576) yield Buffer.alloc(1_048_576, 37);
      yield `\r\n--${boundary}--\r\n`;
    })();
    const headers = {
      ...{ 'Idempotency-Key': randomUUID(), 'If-Match': '*' },
      'Content-Type': `multipart/form-data; boundary=${boundary}`,
    };
    const init = { method: 'POST', headers, body: stream, duplex: 'half' } as unknown as RequestInit;
    const chunked = await answerOf<Problem>(await nora.send(`/applications/${run.caseId}/documents`, init));
    expect([chunked.status, chunked.body.code]).toEqual([413, 'DOCUMENT_TOO_LARGE']);
    expect([await uploads(), await list(nora, run)]).toEqual([[], []]);
    expect((await send(nora, run, 'a.pdf', pdf('', most - 10))).status).toBe(201);
  }, 30_000);

  it('where it is a program named as a document', async () => {
    const run = await drafted('disguised');
    const program = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(200_000, 0x90)]);
    const { status, body } = await send(nora, run, 'h200.pdf', program);
    expect([status, body.code, body.errors[0]?.pointer]).toEqual([422, 'DOCUMENT_TYPE_REFUSED', '/file']);
    const kept = await readdir(folder(), { recursive: true });
    expect(kept.filter((path) => path.includes(digest(program)))).toEqual([]);
    expect([await uploads(), await list(nora, run)]).toEqual([[], []]);
  });

  it('where its sender breaks off in the middle', async () => {
    const run = await drafted('broken off');
    const { hostname, port } = new URL(on.url);
    const going = httpRequest({
      ...{ hostname, port, method: 'POST', path: `/api/v1/applications/${run.caseId}/documents` },
      headers: {
        ...nora.headers(),
        ...{ 'Idempotency-Key': randomUUID(), 'If-Match': '*', 'Content-Length': '1000000' },
        'Content-Type': 'multipart/form-data; boundary=x',
      },
    });
    going.on('error', () => undefined);
    going.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n');
    going.write(pdf('broken off', 400_000));
    while ((await uploads()).length === 0) await pause(10);
    going.destroy();
    while ((await uploads()).length > 0) await pause(10);
    expect(await list(nora, run)).toEqual([]);
  }, 10_000);

  it('where the disk is lost, until it is back', async () => {
    const run = await drafted('lost disk');
    const kept = (await send(nora, run, 'kept.pdf', pdf('kept'))).body;
    await rename(folder(), `${folder()} away`);
    await writeFile(folder(), 'no folder');
    const key = randomUUID();
    const lost = await send(nora, run, 'a.pdf', pdf('lost'), { key });
    const unread = await answerOf<Problem>(await fetched(nora, run, kept.documentId));
    for (const { status, body, headers } of [lost, unread]) {
      expect([status, body.code]).toEqual([503, 'DOCUMENTS_UNAVAILABLE']);
      expect(headers.get('retry-after')).toBe('30');
    }
    expect(await factsOf(run)).toBe(3);
    await rm(folder());
    await rename(`${folder()} away`, folder());
    expect((await send(nora, run, 'a.pdf', pdf('lost'), { key })).status).toBe(201);
    expect((await fetched(nora, run, kept.documentId)).status).toBe(200);
  });

  it('where it was damaged on the disk, until it is sent again', async () => {
    const run = await drafted('damaged');
    const { documentId, sha256 } = (await send(nora, run, 'a.pdf', pdf('damaged'))).body;
    const path = join(folder(), sha256.slice(0, 2), sha256);
    await rm(path);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, pdf('damagEd'));
    expect((await fetched(nora, run, documentId)).status).toBe(503);
    await send(nora, run, 'a.pdf', pdf('damaged'));
    expect(await (await fetched(nora, run, documentId)).text()).toContain('damaged');
  });
});

describe('the documents of a case', () => {
  it('are the applicant’s own until they are submitted, and then freeze for the authority', async () => {
    const run = await drafted('frozen');
    const first = (await send(nora, run, 'first.pdf', pdf('first'))).body;
    for (const stranger of [mia, lena])
      for (const response of [await stranger.send(of(run)), await fetched(stranger, run, first.documentId)])
        expect([response.status, ((await response.json()) as Problem).code]).toEqual([404, 'CASE_NOT_FOUND']);

    await nora.ask(`/applications/${run.caseId}/submit`, { signatory: 'Juniper Vale', capacity: 'Director' });
    await on.settled();
    const late = await send(nora, run, 'late.pdf', pdf('late'));
    expect([late.status, late.body.code]).toEqual([409, 'NOT_IN_THIS_STATUS']);
    expect((await remove(nora, run, first.documentId)).body.code).toBe('NOT_IN_THIS_STATUS');
    expect(await list(lena, run)).toEqual([expect.objectContaining({ name: 'first.pdf', submitted: true })]);
    expect((await fetched(lena, run, first.documentId)).status).toBe(200);
    expect((await mia.send(of(run))).status).toBe(404);

    await lena.ask(`/applications/${run.caseId}/return`, {
      reason: 'insufficient-information',
      explanation: 'Attach the contract.',
    });
    const filedAt = (await lena.get(of(run))).headers.get('etag');
    expect((await remove(nora, run, first.documentId)).status).toBe(200);
    const second = (await send(nora, run, 'second.pdf', pdf('second'))).body;
    expect((await list(nora, run)).map(({ name, submitted }) => [name, submitted])).toEqual([['second.pdf', false]]);
    expect((await list(lena, run)).map(({ name }) => name)).toEqual(['first.pdf']);
    expect((await fetched(lena, run, second.documentId)).status).toBe(404);
    expect((await lena.get(of(run))).headers.get('etag')).toBe(filedAt);

    await nora.ask(`/applications/${run.caseId}/submit`, { signatory: 'Juniper Vale', capacity: 'Director' });
    expect((await list(lena, run)).map(({ name }) => name)).toEqual(['second.pdf']);
    for (const { documentId } of [first, second]) expect((await fetched(lena, run, documentId)).status).toBe(200);
  }, 20_000);

  it('are sixty at most', async () => {
    const run = await drafted('sixty');
    for (let each = 0; each < 60; each++)
      expect((await send(nora, run, `${each}.txt`, Buffer.from(`Document ${each}`))).status).toBe(201);
    const { status, body } = await send(nora, run, 'more.txt', Buffer.from('One more'));
    expect([status, body.code]).toEqual([409, 'TOO_MANY_DOCUMENTS']);
  }, 20_000);

  it('move the version that the views hand out', async () => {
    const run = await drafted('versions');
    const { version, position } = (await send(nora, run, 'a.pdf', pdf('versions'))).body;
    const seen = await nora.get<{ versions: { submission: number } }>(`/cases/${run.caseId}`, {
      'Exeat-Position': String(position),
    });
    expect(seen.body.versions.submission).toBe(version);
    const timeline = await nora.get(`/cases/${run.caseId}/timeline?position=${position}`);
    expect(timeline.text).toMatch(/Nora Vance attached a\.pdf \(\d+ bytes\)/);
  });
});
