import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestPostgres, type TestPostgres } from '@exeat/postgres';
import { migrate } from '@exeat/service-host';
import { DataSource } from 'typeorm';
import { Presence1780400000005 } from '../migrations/presence.js';
import { Presence } from './presence.js';

let postgres: TestPostgres;
let processes: DataSource[];
let one: Presence;
let other: Presence;
beforeAll(async () => {
  postgres = await startTestPostgres();
  await migrate(postgres.ownerUrl, [Presence1780400000005]);
  const connect = () => new DataSource({ type: 'postgres', url: postgres.appUrl }).initialize();
  processes = [await connect(), await connect()];
  [one, other] = processes.map((database) => new Presence(database)) as [Presence, Presence];
}, 120_000);
afterAll(async () => {
  for (const database of processes) await database.destroy();
  await postgres.stop();
});

const [ada, raj, lena] = ['Ada Reyes', 'Raj Patel', 'Lena Fischer'].map((name) => ({
  id: name.toLowerCase().replace(' ', '-'),
  name,
})) as [Person, Person, Person];
interface Person {
  readonly id: string;
  readonly name: string;
}

const ask = (text: string, values: readonly unknown[] = []) =>
  processes[0]!.query<Record<string, unknown>[]>(text, [...values]);
/** Somebody said so for the last time so many seconds ago, and came so many before that. */
const lastSeen = (caseId: string, { id }: Person, secondsAgo: number) =>
  ask(
    `update presence.looking set seen_at = now() - $3 * interval '1 second', since = now() - $3 * interval '2 seconds'
     where case_id = $1 and person_id = $2`,
    [caseId, id, secondsAgo],
  );
const names = async (caseId: string, me: Person, presence = one) =>
  (await presence.others(caseId, me)).map(({ name }) => name);

describe('who is looking at a case', () => {
  it('is everybody else who said so, whoever has been longest first, in every process', async () => {
    const caseId = randomUUID();
    await one.show(caseId, ada);
    await other.show(caseId, raj);
    expect(await names(caseId, lena, one)).toEqual(['Ada Reyes', 'Raj Patel']);
    expect(await names(caseId, lena, other)).toEqual(['Ada Reyes', 'Raj Patel']);
    expect(await names(caseId, ada)).toEqual(['Raj Patel']);
    expect(await names(randomUUID(), lena)).toEqual([]);
  });

  it('ends 45 seconds after somebody last said so', async () => {
    const caseId = randomUUID();
    await one.show(caseId, ada);
    await lastSeen(caseId, ada, 43);
    expect(await names(caseId, lena)).toEqual(['Ada Reyes']);
    await lastSeen(caseId, ada, 46);
    expect(await names(caseId, lena)).toEqual([]);
  });

  it('ends when they leave', async () => {
    const caseId = randomUUID();
    await one.show(caseId, ada);
    await one.show(caseId, raj);
    await other.leave(caseId, ada);
    expect(await names(caseId, lena)).toEqual(['Raj Patel']);
  });

  it('counts from when they came, and anew after they were away', async () => {
    const caseId = randomUUID();
    const since = async () => Date.parse((await one.others(caseId, lena))[0]?.since ?? '');
    await one.show(caseId, ada);
    const first = await since();
    expect(Math.abs(first - Date.now())).toBeLessThan(5_000);
    await lastSeen(caseId, ada, 30);
    const before = await since();
    await one.show(caseId, ada);
    expect(await since()).toBe(before);
    await lastSeen(caseId, ada, 46);
    await one.show(caseId, ada);
    expect(await since()).toBeGreaterThanOrEqual(first);
  });

  it('is cleared away by whoever comes next, on any case', async () => {
    const caseId = randomUUID();
    await one.show(caseId, ada);
    await lastSeen(caseId, ada, 46);
    await other.show(randomUUID(), raj);
    expect(await ask('select person_id from presence.looking where case_id = $1', [caseId])).toEqual([]);
  });

  it('keeps apart where many say so at once', async () => {
    const caseId = randomUUID();
    const said = Array.from({ length: 20 }, (_, each) => (each % 2 === 0 ? one : other).show(caseId, ada));
    await Promise.all([...said, one.show(caseId, raj)]);
    expect((await names(caseId, lena)).sort()).toEqual(['Ada Reyes', 'Raj Patel']);
  });

  it('is not written to the log of the database', async () =>
    expect(await ask(`select relpersistence from pg_class where oid = 'presence.looking'::regclass`)).toEqual([
      { relpersistence: 'u' },
    ]));
});
