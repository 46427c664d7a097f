import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import tls from 'node:tls';
import { developmentSecrets, signInAs, signInAsClient } from '@exeat/auth';
import { freePort, startTestPostgres, type TestPostgres } from '@exeat/postgres';
import { certificateForLocalhost } from './certificate.js';
import { openFrontDoor, type FrontDoor } from './front-door.js';
import { Installation, leaveNothing, type Running } from './installation.js';
import { askPostgres } from './record.js';

const random = (): string => randomBytes(32).toString('hex');

let database: TestPostgres;
beforeAll(async () => void (database = await startTestPostgres()), 60_000);
afterAll(async () => {
  await leaveNothing();
  await database.stop();
}, 60_000);

describe('production does not start', () => {
  const properEnvironment = () => ({
    EXEAT_MODE: 'production',
    PUBLIC_URL: 'https://licences.example',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    SESSION_SECRET: random(),
    DEVELOPMENT_PROVIDER: 'off',
    OIDC_ISSUER: 'https://identity.example',
    OIDC_CLIENT_ID: 'exeat',
    OIDC_CLIENT_SECRET: random(),
    OIDC_AUDIENCE: 'urn:exeat:api',
  });

  /** What a start complains of, line by line; it must end with 1 and must not have touched the database. */
  const problemsOf = async (environment: Record<string, string>): Promise<readonly string[]> => {
    const platform = (await Installation.make()).start(environment);
    expect(await platform.ended).toEqual({ code: 1, signal: null });
    const [first, ...problems] = platform.complained.trim().split('\n');
    expect(first).toBe('Exeat does not start with this configuration:');
    expect(await askPostgres(database.superuserUrl, `select from pg_namespace where nspname = 'es'`)).toEqual([]);
    return problems.map((line) => line.replace(/^ {2}- /, ''));
  };

  it.each(['EXEAT_MODE', 'NODE_ENV'])(
    'where %s says so and nothing is set, and names all that is missing',
    async (mode) => {
      const problems = await problemsOf({ [mode]: 'production' });
      expect(problems.map((line) => line.split(' is required in production')[0])).toEqual([
        ...['PUBLIC_URL', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'SESSION_SECRET', 'DEVELOPMENT_PROVIDER'],
        ...['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_AUDIENCE'],
      ]);
    },
  );

  it('with all of it wrong, and lists all of it', async () => {
    const { OIDC_AUDIENCE: _, ...others } = properEnvironment();
    const problems = await problemsOf({
      ...others,
      PORT: 'http',
      DEVELOPMENT_PROVIDER: 'on',
      PUBLIC_URL: 'http://licences.example',
      OIDC_ISSUER: 'http://identity.example',
      SESSION_SECRET: 'k3Jr9vQm2Xw7Lp5',
      OIDC_CLIENT_SECRET: 'change-me-change-me-change-me-change-me',
      DATABASE_URL: database.superuserUrl,
    });
    expect(problems).toEqual([
      expect.stringMatching(/^PORT: a whole number/),
      expect.stringMatching(/^OIDC_AUDIENCE is required/),
      expect.stringMatching(/^DEVELOPMENT_PROVIDER is on/),
      'PUBLIC_URL must be an address with https.',
      'OIDC_ISSUER must be an address with https.',
      'SESSION_SECRET must have at least 32 characters.',
      'OIDC_CLIENT_SECRET looks like a placeholder; use a random value.',
      'DATABASE_URL: the role postgres is a superuser.',
    ]);
  }, 30_000);

  it('as the owner of the facts, also before there are any', async () => {
    expect(await problemsOf({ ...properEnvironment(), DATABASE_URL: database.ownerUrl })).toEqual([
      'DATABASE_URL: the role exeat_owner owns the facts or may change them.',
    ]);
  }, 30_000);
});

describe('production starts', () => {
  let platform: Running;
  let installation: Installation;
  let door: FrontDoor;
  let exeat: string;

  beforeAll(async () => {
    installation = await Installation.make({ SEED_DEMO: 'on' });
    const certificate = certificateForLocalhost();
    const trusted = join(installation.folder, 'certificate.pem');
    await writeFile(trusted, certificate.cert);
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), certificate.cert]);
    door = await openFrontDoor(
      { own: await freePort(), exeat: installation.port },
      join(installation.folder, 'identity'),
      certificate,
    );
    const { issuer, clientId, clientSecret, audience } = door.provider;
    exeat = `http://127.0.0.1:${installation.port}`;
    platform = await installation.startReady({
      NODE_EXTRA_CA_CERTS: trusted,
      EXEAT_MODE: 'production',
      PUBLIC_URL: door.url,
      TRUSTED_PROXIES: '1',
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      SESSION_SECRET: random(),
      DEVELOPMENT_PROVIDER: 'off',
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_AUDIENCE: audience,
    });
  }, 60_000);
  afterAll(() => door.close());

  it('with a fit configuration, ready to serve, and says where', async () => {
    const ready = await fetch(`${exeat}/health/ready`);
    expect({ status: ready.status, body: await ready.json() }).toEqual({
      status: 200,
      body: { status: 'ok', dependencies: ['postgres'] },
    });
    expect(platform.said).toContain(`is at ${door.url}`);
    expect(platform.complained).toBe('');
  });

  it('without the invented people, their provider, the clock and the demo', async () => {
    expect(platform.said).not.toMatch(/nora-vance|Playing the demo/);
    expect((await fetch(`${exeat}/development/identity/.well-known/openid-configuration`)).status).toBe(404);
    const administrator = await signInAs(door.url, 'alex-thorne');
    for (const method of ['GET', 'PUT'])
      expect((await administrator.fetch('/api/v1/development/clock', { method })).status).toBe(404);
    const { paths } = (await (await fetch(`${exeat}/api/v1/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(paths).filter((path) => path.includes('development'))).toEqual([]);
    expect(Object.keys(paths).length).toBeGreaterThan(20);
    expect(await askPostgres(database.superuserUrl, 'select from es.facts')).toEqual([]);
  }, 30_000);

  it('with a session cookie that only this host may set and that travels by TLS alone', async () => {
    const response = await fetch(new URL('/auth/sign-in', door.url), { redirect: 'manual' });
    expect(response.headers.get('location')).toMatch(new RegExp(`^${door.provider.issuer}/auth\\?`));
    expect(response.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    const [cookie = '', ...others] = response.headers.getSetCookie();
    expect(others).toEqual([]);
    expect(cookie).toMatch(/^__Host-exeat=[^;]+; /);
    expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  it('and lets people and programs work', async () => {
    const exporter = await signInAs(door.url, 'nora-vance');
    const started = await exporter.fetch('/api/v1/applications', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ reference: 'P-1' }),
    });
    expect(started.status).toBe(201);
    const { machineSecrets } = await developmentSecrets(join(installation.folder, 'identity'));
    const program = await signInAsClient(door.url, 'exeat-cli', machineSecrets['exeat-cli'] ?? '');
    expect((await program.fetch('/api/v1/operations/listeners')).status).toBe(200);
  }, 30_000);

  it(
    'and stops in order',
    async () => expect(await platform.kill('SIGTERM')).toEqual({ code: 0, signal: null }),
    30_000,
  );
});
