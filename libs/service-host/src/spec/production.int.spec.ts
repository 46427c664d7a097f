import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authMigrations, databaseRoleOf } from '@exeat/auth';
import { eventStoreMigrations } from '@exeat/event-store';
import { startTestPostgres, type TestPostgres } from '@exeat/postgres';
import { Pool } from 'pg';
import { readConfig } from '../config/config.js';
import { migrate } from '../database/migrate.js';
import { createHost } from '../host/create-host.js';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
  await migrate(postgres.ownerUrl, [...eventStoreMigrations, ...authMigrations]);
}, 60_000);
afterAll(() => postgres.stop());

const withPool = async <Result>(connectionString: string, use: (pool: Pool) => Promise<Result>): Promise<Result> => {
  const pool = new Pool({ connectionString, max: 2 });
  return use(pool).finally(() => pool.end());
};

const production = (environment: Record<string, string> = {}) =>
  readConfig({
    EXEAT_MODE: 'production',
    PUBLIC_URL: 'https://licences.example',
    DATABASE_URL: postgres.appUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    SESSION_SECRET: 'Vb7nM2qL9xR4tY6wE1uI8oP3aS5dF0gH',
    DEVELOPMENT_PROVIDER: 'off',
    OIDC_ISSUER: 'https://identity.example',
    OIDC_CLIENT_ID: 'exeat',
    OIDC_CLIENT_SECRET: 'k3Jr9vQm2Xw7Lp5Ny8Zs4Bf6Hc1Dg0Ta',
    OIDC_AUDIENCE: 'urn:exeat:api',
    LOG_LEVEL: 'silent',
    ...environment,
  });
const start = (url: string, environment?: Record<string, string>) =>
  withPool(url, async (pool) => {
    const host = await createHost({ name: 'x', version: '1', config: production(environment), pool, modules: [] });
    await host.close();
    return host;
  });

describe('the role of the database connections', () => {
  it('that serves may not change facts', async () => {
    expect(await withPool(postgres.appUrl, databaseRoleOf)).toEqual({
      name: 'exeat_app',
      superuser: false,
      bypassesRowSecurity: false,
      mayChangeFacts: false,
    });
  });

  it('that owns them, or rules all, is seen to', async () => {
    expect(await withPool(postgres.ownerUrl, databaseRoleOf)).toMatchObject({ superuser: false, mayChangeFacts: true });
    expect(await withPool(postgres.superuserUrl, databaseRoleOf)).toMatchObject({ superuser: true });
  });
});

describe('production', () => {
  it('starts with a fit configuration, without the development clock and provider', async () => {
    const { document } = await start(postgres.appUrl);
    expect(Object.keys(document.paths)).toEqual(['/api/v1/me']);
  });

  it.each([
    ['a superuser', 'superuserUrl', {}, /is a superuser/],
    ['the owner', 'ownerUrl', {}, /owns the facts/],
    ['the development provider', 'appUrl', { DEVELOPMENT_PROVIDER: 'on' }, /DEVELOPMENT_PROVIDER/],
    [
      'a placeholder for a secret',
      'appUrl',
      { SESSION_SECRET: 'change-me-change-me-change-me-change-me' },
      /SESSION_SECRET/,
    ],
  ] as const)('does not start with %s', async (_, url, environment, problem) => {
    await expect(start(postgres[url], environment)).rejects.toMatchObject({
      problems: [expect.stringMatching(problem)],
    });
  });
});
