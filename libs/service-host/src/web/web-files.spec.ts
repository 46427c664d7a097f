import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { webFiles } from './web-files.js';

const page = '<script nonce="EXEAT-NONCE" src="/assets/a-1.js"></script><link nonce="EXEAT-NONCE">';

describe('the files of the web', () => {
  let folder: string;
  let server: Server;
  const get = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { redirect: 'manual', ...init });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'exeat-web-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), page);
    await writeFile(join(folder, 'assets/a-1.js'), 'plain');
    await writeFile(join(folder, 'assets/a-1.js.br'), 'as brotli');
    await writeFile(join(folder, 'assets/a-1.js.gz'), 'as gzip');
    const app = express();
    app.use(...(webFiles(folder, true) ?? []), (_request: express.Request, response: express.Response) => {
      response.status(404).send('passed on');
    });
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  it('are none where nothing was built', () => expect(webFiles(join(folder, 'nowhere'), true)).toBeUndefined());

  it.each(['/', '/cases/7', '/queues/technical?holder=me'])('answer %s with the one page, never kept', async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('carry a nonce in the policy and in every tag, new with each request', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const answer = await get('/');
        const [, nonce = ''] =
          /script-src 'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? [];
        expect(await answer.text()).toBe(page.replaceAll('EXEAT-NONCE', nonce));
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  });

  it('let no script run that came by another way', async () => {
    const policy = (await get('/')).headers.get('content-security-policy');
    expect(policy).not.toMatch(/unsafe|\*|http:/);
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/require-trusted-types-for 'script'/);
    expect(policy).toMatch(/upgrade-insecure-requests/);
  });

  it('are kept for a year by their names, in the smallest form the browser reads', async () => {
    const answer = await get('/assets/a-1.js', { headers: { 'Accept-Encoding': 'gzip, br' } });
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/);
    await answer.body?.cancel();
    expect(await (await get('/assets/a-1.js', { headers: { 'Accept-Encoding': 'identity' } })).text()).toBe('plain');
  });

  it.each([
    '/api/v1/me',
    '/auth/sign-in',
    '/health/live',
    '/assets/gone.js',
    '/favicon.ico',
    '/assets/../index.html.map',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%00.js',
    '/assets/',
  ])('leave %s to others', async (path) => expect(await (await get(path)).text()).toBe('passed on'));

  it('answer nothing but readings', async () => expect((await get('/cases', { method: 'POST' })).status).toBe(404));
});
