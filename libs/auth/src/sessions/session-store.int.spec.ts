import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestPostgres, type TestPostgres } from '@exeat/postgres';
import type { SessionData } from 'express-session';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { authMigrations } from '../migrations/auth-migrations.js';
import { SessionStore } from './session-store.js';

let postgres: TestPostgres;
let pool: Pool;
let time = Date.now();
const stores: SessionStore[] = [];

beforeAll(async () => {
  postgres = await startTestPostgres();
  const owner = new Pool({ connectionString: postgres.ownerUrl });
  await owner.query('CREATE SCHEMA migrations');
  await owner.end();
  const options = {
    type: 'postgres',
    url: postgres.ownerUrl,
    schema: 'migrations',
    migrations: authMigrations,
  } as const;
  const source = await new DataSource(options).initialize();
  await source.runMigrations();
  await source.destroy();
  pool = new Pool({ connectionString: postgres.appUrl });
  pool.on('error', () => undefined);
}, 60_000);
afterAll(async () => {
  for (const store of stores) store.close();
  await pool.end();
  await postgres.stop();
});

const aStore = () => {
  const store = new SessionStore({ pool, idleSeconds: 900, log: () => undefined, now: () => time });
  stores.push(store);
  return store;
};
const data = (returnTo: string) => ({ cookie: { originalMaxAge: null }, returnTo }) as unknown as SessionData;
const read = (store: SessionStore, sid: string) =>
  new Promise<SessionData | null | undefined>((resolve, reject) =>
    store.get(sid, (error, found) => (error instanceof Error ? reject(error) : resolve(found))),
  );
const done = (act: (written: (error?: unknown) => void) => void) =>
  new Promise<void>((resolve, reject) => act((error) => (error instanceof Error ? reject(error) : resolve())));
const idleEnd = async (sid: string) =>
  (
    await pool.query<{ expire: Date }>('SELECT expire FROM auth.sessions WHERE sid = $1', [sid])
  ).rows[0]?.expire.getTime();

describe('the session store', () => {
  it('gives back what was kept, and shows a change at once', async () => {
    const store = aStore();
    await done((written) => store.set('a', data('/1'), written));
    expect((await read(store, 'a'))?.returnTo).toBe('/1');
    await done((written) => store.set('a', data('/2'), written));
    expect((await read(store, 'a'))?.returnTo).toBe('/2');
  });

  it('remembers a session for a second at most, and hands out copies', async () => {
    const store = aStore();
    await done((written) => store.set('b', data('/1'), written));
    (await read(store, 'b'))!.returnTo = '/changed by the reader';
    await pool.query(`UPDATE auth.sessions SET sess = jsonb_set(sess, '{returnTo}', '"/2"') WHERE sid = 'b'`);
    expect((await read(store, 'b'))?.returnTo).toBe('/1');
    time += 1_001;
    expect((await read(store, 'b'))?.returnTo).toBe('/2');
  });

  it('does not bring an ended session back by a read or a write that was under way', async () => {
    const store = aStore();
    for (let round = 0; round < 20; round++) {
      const sid = `c${round}`;
      await done((written) => store.set(sid, data('/1'), written));
      time += 1_001;
      const reading = read(store, sid);
      const ending = done((written) => store.destroy(sid, written));
      expect(await reading).toBeFalsy();
      await ending;
      await done((written) => store.set(sid, data('/late'), written));
      expect(await read(store, sid)).toBeFalsy();
      expect(await idleEnd(sid)).toBeUndefined();
    }
  });

  it('ends a session that another process ended, within the second', async () => {
    const [here, there] = [aStore(), aStore()];
    await done((written) => here.set('d', data('/1'), written));
    await read(there, 'd');
    await done((written) => here.destroy('d', written));
    time += 1_001;
    expect(await read(there, 'd')).toBeFalsy();
  });

  it('moves the idle end when a session is read, but not each time', async () => {
    const store = aStore();
    await done((written) => store.set('e', data('/1'), written));
    await pool.query(`UPDATE auth.sessions SET expire = now() + interval '10 seconds' WHERE sid = 'e'`);
    await read(store, 'e');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await idleEnd('e'))! - Date.now()).toBeGreaterThan(800_000);

    await pool.query(`UPDATE auth.sessions SET expire = now() + interval '10 seconds' WHERE sid = 'e'`);
    time += 2_000;
    await read(store, 'e');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await idleEnd('e'))! - Date.now()).toBeLessThan(11_000);
    time += 30_000;
    await read(store, 'e');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await idleEnd('e'))! - Date.now()).toBeGreaterThan(800_000);
  });
});
