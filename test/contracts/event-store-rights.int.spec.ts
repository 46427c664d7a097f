import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aCommand, asking, aStore, type StoreUnderTest } from './event-store.fixtures.js';

let under: StoreUnderTest;
beforeAll(async () => {
  under = await aStore();
  await under.store.append(aCommand({ texts: ['kept'] }));
}, 120_000);
afterAll(() => under.stop());

const tables = ['facts', 'receipts', 'epochs'] as const;
const changes = (table: string) => [
  [`update es.${table} set ${table === 'epochs' ? 'reason' : 'stream'} = 'forged'`],
  [`delete from es.${table}`],
  [`truncate es.${table}`],
];

describe.each(tables)('es.%s', (table) => {
  it.each(changes(table))('refuses to the serving role: %s', (sql) =>
    expect(under.ask(under.database.appUrl, sql)).rejects.toMatchObject({ code: '42501' }),
  );

  it.each(changes(table))('refuses to its owner: %s', (sql) =>
    expect(under.ask(under.database.ownerUrl, sql)).rejects.toMatchObject({
      code: '42501',
      message: expect.stringContaining('history only grows'),
    }),
  );

  it('refuses to a superuser too, also where triggers are switched off for the session', () =>
    asking(under.database.superuserUrl, async (client) => {
      await client.query('set session_replication_role = replica');
      await expect(client.query(`delete from es.${table}`)).rejects.toThrow('history only grows');
    }));
});

describe('the serving role', () => {
  it('adds through es.append alone', async () => {
    for (const table of tables)
      await expect(under.ask(under.database.appUrl, `insert into es.${table} default values`)).rejects.toMatchObject({
        code: '42501',
      });
  });

  it('has no right in the schema but to read, to draw numbers and to append', async () => {
    const rights = await under.ask(
      under.database.ownerUrl,
      `select distinct privilege_type from information_schema.role_table_grants
       where table_schema = 'es' and grantee in ('exeat_app', 'PUBLIC')`,
    );
    expect(rights).toEqual([{ privilege_type: 'SELECT' }]);
    const callable = await under.ask(
      under.database.appUrl,
      `select proname from pg_proc where pronamespace = 'es'::regnamespace
       and has_function_privilege(oid, 'execute') order by proname`,
    );
    expect(callable.map(({ proname }) => proname)).toEqual(['adopt_epoch', 'append', 'load']);
  });

  it('cannot set back a series of numbers', () =>
    expect(under.ask(under.database.appUrl, `select setval('es.licence_number', 1)`)).rejects.toMatchObject({
      code: '42501',
    }));

  it('cannot take the lock of the log for itself', () =>
    expect(
      under.ask(under.database.appUrl, 'begin; lock table es.epochs in share row exclusive mode'),
    ).rejects.toMatchObject({ code: '42501' }));
});

it('appends only where it sees what others committed', () =>
  asking(under.database.appUrl, async (client) => {
    await client.query('begin isolation level repeatable read');
    const empty = Array.from({ length: 13 }, (_, index) => {
      const types = [
        'uuid',
        'text',
        'text',
        'uuid',
        'int',
        'int',
        'jsonb',
        'int',
        'int',
        'uuid',
        'text',
        'int',
        'jsonb',
      ];
      return `'{}'::${types[index] ?? ''}[]`;
    });
    await expect(client.query(`select * from es.append(${empty.join()})`)).rejects.toThrow('read committed');
  }));
