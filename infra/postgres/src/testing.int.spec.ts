import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startTestPostgres, type TestPostgres } from './testing.js';

describe('a database of the embedded server', () => {
  let database: TestPostgres;
  beforeAll(async () => void (database = await startTestPostgres()));
  afterAll(() => database.stop());

  const ask = async (url: string, sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  it('is durable: every commit is on disk before it is answered', async () => {
    const settings = await ask(
      database.appUrl,
      `select name, setting from pg_settings where name in ('fsync','synchronous_commit','full_page_writes') order by name`,
    );
    expect(settings.map(({ setting }) => setting)).toEqual(['on', 'on', 'on']);
  });

  it('has two roles, and neither is a superuser', async () => {
    for (const url of [database.ownerUrl, database.appUrl])
      expect(await ask(url, `select rolsuper from pg_roles where rolname = current_user`)).toEqual([
        { rolsuper: false },
      ]);
  });

  it('lets the serving role create nothing of its own', async () => {
    await expect(ask(database.appUrl, 'create schema mine')).rejects.toThrow('permission denied');
    await expect(ask(database.appUrl, 'create table public.mine ()')).rejects.toThrow('permission denied');
  });
});
