import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAs, type SignedInClient } from '@exeat/auth';
import { aNote, startTryHost, type TryHost } from './try-host.js';

let on: TryHost;
let nora: SignedInClient;
beforeAll(async () => {
  on = await startTryHost();
}, 60_000);
afterAll(() => on.stop());

const me = (headers: Record<string, string>) => fetch(`${on.url}/api/v1/me`, { headers });
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { code?: string }).code];
const cookieOf = (client: SignedInClient) => ({ cookie: client.headers()['cookie']! });

describe('a session', () => {
  it('is a cookie that no script reads, that other sites cannot send along, and that has no end of its own', async () => {
    const response = await fetch(`${on.url}/auth/sign-in`, { redirect: 'manual' });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^exeat=s%3A[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('gets another id by signing in, so that a planted one is worth nothing', async () => {
    const began = await fetch(`${on.url}/auth/sign-in`, { redirect: 'manual' });
    const planted = began.headers.getSetCookie()[0]!.split(';')[0]!;
    const jar = new Map([[planted.split('=')[0]!, planted.split('=')[1]!]]);
    const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const go = async (url: string, init: RequestInit = {}) => {
      const response = await fetch(new URL(url, on.url), {
        redirect: 'manual',
        ...init,
        headers: { cookie: cookies() },
      });
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = line.split(';')[0]!.split(/=(.*)/s);
        jar.set(name, value);
      }
      return response;
    };
    const page = (await go(began.headers.get('location')!)).headers.get('location')!;
    let response = await go(page, { method: 'POST', body: new URLSearchParams({ persona: 'nora-vance' }) });
    while (!response.headers.get('location')?.includes('/auth/callback'))
      response = await go(response.headers.get('location')!);
    await go(response.headers.get('location')!);

    expect((await me({ cookie: cookies() })).status).toBe(200);
    expect(`exeat=${jar.get('exeat')}`).not.toBe(planted);
    expect(await codeOf(await me({ cookie: planted }))).toEqual([401, 'SIGN_IN_REQUIRED']);
  });

  it('ends at once by signing out, also for requests that had just used it', async () => {
    const owen = await signInAs(on.url, 'owen-hale');
    const cookie = cookieOf(owen);
    const busy = Array.from({ length: 20 }, () => me(cookie).then((response) => response.status));
    const out = await owen.fetch('/auth/sign-out', { method: 'POST' });
    expect(out.status).toBe(204);
    const after = await Promise.all(Array.from({ length: 20 }, () => me(cookie).then((response) => response.status)));
    expect(after).toEqual(after.map(() => 401));
    await Promise.all(busy);
    expect((await me(cookie)).status).toBe(401);
  });

  it('ends when it was not used for its idle time', async () => {
    const mia = await signInAs(on.url, 'mia-castellan');
    await on.pool.query(
      `UPDATE auth.sessions SET expire = now() - interval '1 second' WHERE sess::text LIKE '%mia-castellan%'`,
    );
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await me(cookieOf(mia))).status).toBe(401);
  });

  it('tells how long it lasts, and by what it is kept alive', async () => {
    const owen = await signInAs(on.url, 'owen-hale');
    const told = (await (await me(cookieOf(owen))).json()) as { session: { idleMinutes: number; endsAt: string } };
    expect(told.session).toEqual({ idleMinutes: 15, endsAt: expect.stringMatching(/Z$/) });
    const hours = (Date.parse(told.session.endsAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThan(12);
    const again = (await (await me(cookieOf(owen))).json()) as typeof told;
    expect(again.session).toEqual(told.session);
  });

  it('ends when its absolute time is over, used or not', async () => {
    const june = await signInAs(on.url, 'june-park');
    await on.pool.query(
      `UPDATE auth.sessions SET sess = jsonb_set(sess, '{passport,user,since}', to_jsonb(((sess#>>'{passport,user,since}')::bigint - 12*3600*1000)))
       WHERE sess::text LIKE '%june-park%'`,
    );
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect((await me(cookieOf(june))).status).toBe(401);
  });

  it('is not believed with another signature', async () => {
    nora = await signInAs(on.url, 'nora-vance');
    const cookie = /exeat=[^;]+/.exec(cookieOf(nora).cookie)![0];
    expect((await me({ cookie })).status).toBe(200);
    expect((await me({ cookie: `${cookie.slice(0, -4)}AAAA` })).status).toBe(401);
  });

  it('keeps no token', async () => {
    const { rows } = await on.pool.query<{ sess: unknown }>('SELECT sess FROM auth.sessions');
    expect(JSON.stringify(rows)).not.toMatch(/eyJ|token/);
  });
});

describe('after signing in', () => {
  it.each([
    ['/cases/1?tab=2', '/cases/1?tab=2'],
    ['//evil.example/x', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/\t/evil.example', '/'],
  ])('one who asked to return to %j comes to %j', async (asked, arrived) => {
    const client = await signInAs(on.url, 'alex-thorne', asked);
    expect(client.arrivedAt).toBe(arrived);
  });
});

describe('a request that a cookie vouches for', () => {
  const attempts: [string, Record<string, string>][] = [
    ['that does not say where it comes from', {}],
    ['of another site', { origin: 'https://evil.example' }],
    ['of a sandboxed page', { origin: 'null' }],
    ['of a host that begins like ours', { origin: 'http://127.0.0.1.evil.example' }],
    ['of another port of our host', { origin: 'http://127.0.0.1:1' }],
    ['of another site by the browser', { 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['typed into the address bar', { 'sec-fetch-site': 'none' }],
  ];

  it.each(attempts)('is refused %s', async (_, headers) => {
    const { cookie } = cookieOf(nora);
    const response = await fetch(`${on.url}/api/v1/notes`, aNote({ cookie, ...headers }));
    expect(await codeOf(response)).toEqual([403, 'CROSS_SITE_REQUEST']);
  });

  it('is refused of another site even where it claims our origin', async () => {
    const { cookie } = cookieOf(nora);
    const response = await fetch(
      `${on.url}/api/v1/notes`,
      aNote({ cookie, origin: on.url, 'sec-fetch-site': 'cross-site' }),
    );
    expect(response.status).toBe(403);
  });

  it('cannot sign anybody out from another site', async () => {
    const { cookie } = cookieOf(nora);
    const response = await fetch(`${on.url}/auth/sign-out`, {
      method: 'POST',
      headers: { cookie, origin: 'https://evil.example' },
    });
    expect(response.status).toBe(403);
    expect((await me({ cookie })).status).toBe(200);
  });

  it('cannot hide its method', async () => {
    const { cookie } = cookieOf(nora);
    const response = await fetch(`${on.url}/api/v1/notes?_method=POST`, {
      headers: { cookie, 'x-http-method-override': 'POST' },
    });
    expect(await response.json()).toEqual([]);
  });

  it.each([{ origin: undefined }, { site: 'same-origin' }])('is let in from our own pages (%j)', async ({ site }) => {
    const { cookie } = cookieOf(nora);
    const from: Record<string, string> = site === undefined ? { origin: on.url } : { 'sec-fetch-site': site };
    expect((await fetch(`${on.url}/api/v1/notes`, aNote({ cookie, ...from }))).status).toBe(201);
  });
});
