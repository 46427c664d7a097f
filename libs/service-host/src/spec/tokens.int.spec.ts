import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  developmentAudience,
  developmentSecrets,
  signInAs,
  signInAsClient,
  type DevelopmentSecrets,
} from '@exeat/auth';
import { generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type CryptoKey, type JWTPayload } from 'jose';
import { startTryHost, type TryHost } from './try-host.js';

let on: TryHost;
let secrets: DevelopmentSecrets;
let key: CryptoKey;
beforeAll(async () => {
  on = await startTryHost();
  secrets = await developmentSecrets(on.dataFolder);
  key = (await importJWK(secrets.signingKey, 'RS256')) as CryptoKey;
}, 60_000);
afterAll(() => on.stop());

const issuer = () => `${on.url}/development/identity`;
const now = () => Math.floor(Date.now() / 1_000);
const claims = (): JWTPayload => ({
  iss: issuer(),
  aud: developmentAudience,
  sub: 'northgate-erp',
  client_id: 'northgate-erp',
  roles: ['exporter'],
  organisation: 'northgate',
  iat: now(),
  exp: now() + 60,
});
const signed = (changed: JWTPayload = {}, header: Record<string, string> = {}, by: CryptoKey | Uint8Array = key) =>
  new SignJWT({ ...claims(), ...changed })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: secrets.signingKey['kid']!, ...header })
    .sign(by);
const answerTo = async (token: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${on.url}/api/v1/me`, { headers: { authorization: `Bearer ${token}`, ...headers } });
  return [response.status, ((await response.json()) as { code?: string }).code];
};

describe('an access token', () => {
  it('is believed when the provider signed it for us and for a machine client', async () => {
    expect(await answerTo(await signed())).toEqual([200, undefined]);
  });

  it('makes a machine client act for its company, as a machine', async () => {
    const client = await signInAsClient(on.url, 'northgate-erp', secrets.machineSecrets['northgate-erp']!);
    const { actor } = (await (await client.fetch('/api/v1/me')).json()) as { actor: unknown };
    expect(actor).toEqual({
      id: 'client:northgate-erp',
      name: 'Northgate ERP',
      roles: ['exporter'],
      organisation: 'northgate',
      assurance: 'machine',
      onBehalfOf: 'northgate',
    });
  });

  it.each<[string, JWTPayload]>([
    ['for another audience', { aud: 'urn:somebody:else' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['that was given to a person', { sub: 'nora-vance' }],
    ['that makes somebody the system', { roles: ['system'] }],
    ['without a role', { roles: [] }],
    ['without an organisation', { organisation: '' }],
    ['of a time to come', { nbf: 4_000_000_000 }],
  ])('is refused %s', async (_, changed) => {
    expect(await answerTo(await signed(changed))).toEqual([401, 'TOKEN_INVALID']);
  });

  it('is refused once it has expired', async () => {
    expect(await answerTo(await signed({ exp: now() - 1 }))).toEqual([401, 'TOKEN_EXPIRED']);
  });

  it('is refused once it has expired, also where it was believed before', async () => {
    const short = await signed({ exp: now() + 2 });
    expect((await answerTo(short))[0]).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(await answerTo(short)).toEqual([401, 'TOKEN_EXPIRED']);
  });

  it('is refused of another kind, such as an ID token', async () => {
    expect(await answerTo(await signed({}, { typ: 'JWT' }))).toEqual([401, 'TOKEN_INVALID']);
  });

  it('is refused with another signature, none, or one by a shared secret', async () => {
    const other = await generateKeyPair('RS256');
    const publicKey = new TextEncoder().encode(secrets.signingKey['n']);
    const forged = [
      await signed({}, {}, other.privateKey),
      await signed({}, { alg: 'HS256' }, publicKey),
      new UnsecuredJWT(claims()).encode(),
      `${(await signed()).slice(0, -6)}AAAAAA`,
    ];
    for (const token of forged) expect(await answerTo(token)).toEqual([401, 'TOKEN_INVALID']);
  });

  it('is not replaced by a session where it is wrong', async () => {
    const nora = await signInAs(on.url, 'nora-vance');
    expect(await answerTo('nonsense', { cookie: nora.headers()['cookie']! })).toEqual([401, 'TOKEN_INVALID']);
  });

  it('is not looked for in the address', async () => {
    const response = await fetch(`${on.url}/api/v1/me?access_token=${await signed()}`);
    expect(response.status).toBe(401);
  });
});

describe('the development provider', () => {
  it('gives no token for a wrong secret', async () => {
    await expect(signInAsClient(on.url, 'northgate-erp', 'wrong')).rejects.toThrow('401');
  });

  it('keeps its keys over a restart, readable by their owner alone', async () => {
    expect(await developmentSecrets(on.dataFolder)).toEqual(secrets);
  });

  it('shows the personas as buttons, on a page without scripts', async () => {
    const begun = await fetch(`${on.url}/auth/sign-in`, { redirect: 'manual' });
    const asked = await fetch(begun.headers.get('location')!, { redirect: 'manual' });
    const cookie = asked.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const page = await fetch(new URL(asked.headers.get('location')!, on.url), { headers: { cookie } });
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toMatch(/<button [^>]*name="persona" value="nora-vance"[^>]*>[\s\S]*?Nora Vance/);
    expect(html).not.toContain('<script');
  });
});
