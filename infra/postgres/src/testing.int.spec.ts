import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { filledOnce, startTestPostgres, type TestPostgres } from './testing.js';

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

  it('can be filled once and copied, each copy for itself', async () => {
    const fingerprint = randomBytes(6).toString('hex');
    let fillings = 0;
    const fill = async ({ superuserUrl }: { superuserUrl: string }) => {
      fillings += 1;
      await ask(superuserUrl, 'create table public.filled as select 1 as number');
    };
    const names = await Promise.all([1, 2].map(() => filledOnce('exeat_tried', fingerprint, fill)));
    expect([fillings, new Set(names).size]).toEqual([1, 1]);
    const [one, other] = await Promise.all(names.map((copyOf) => startTestPostgres({ copyOf })));
    await ask(one!.superuserUrl, 'insert into filled values (2)');
    expect(await ask(other!.superuserUrl, 'select number from filled')).toEqual([{ number: 1 }]);
    expect(await ask(other!.appUrl, 'select current_user')).toEqual([{ current_user: 'exeat_app' }]);
    await Promise.all([one!.stop(), other!.stop()]);
  });

  it('is not kept where the filling did not succeed', async () => {
    const fingerprint = randomBytes(6).toString('hex');
    const broken = filledOnce('exeat_tried', fingerprint, () => Promise.reject(new Error('cut short')));
    await expect(broken).rejects.toThrow('cut short');
    let fillings = 0;
    await filledOnce('exeat_tried', fingerprint, async () => void (fillings += 1));
    expect(fillings).toBe(1);
  });
});
