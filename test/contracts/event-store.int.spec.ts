import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FactNotStorable, StoreCorrupted } from '@exeat/event-store';
import { aCommand, aStore, oneLane, type StoreUnderTest } from './event-store.fixtures.js';

let under: StoreUnderTest;
beforeAll(async () => void (under = await aStore(oneLane)), 120_000);
afterAll(() => under.stop());

const outcomes = (answers: readonly { outcome: string }[]) => answers.map(({ outcome }) => outcome);
const moments = async (caseIds: readonly string[]) =>
  new Set(
    (await Promise.all(caseIds.map((id) => under.store.readCase(id)))).flat().map(({ recordedAt }) => recordedAt),
  );

describe('a stream', () => {
  it('is created once: of two creations exactly one succeeds', async () => {
    for (const stores of [
      [under.store, under.store],
      [under.another(), under.another()],
    ] as const) {
      const caseId = randomUUID();
      const answers = await Promise.all(stores.map((store) => store.append(aCommand({ caseId }))));
      expect(outcomes(answers).sort()).toEqual(['appended', 'conflict']);
      expect((await under.store.load(`note-${caseId}`)).version).toBe(1);
    }
  });

  it.each([
    ['none', 'none', ['appended', 'conflict']],
    ['exists', 'exists', ['conflict', 'appended']],
    ['any', 'any', ['appended', 'appended']],
    ['exactly 2', { exact: 2 }, ['conflict', 'appended']],
    ['exactly 3', { exact: 3 }, ['conflict', 'conflict']],
  ] as const)('expected as %s is judged when new, and with two facts', async (_, expect_, [whenNew, whenTwo]) => {
    const [created, unborn] = [randomUUID(), randomUUID()];
    await under.store.append(aCommand({ caseId: created, texts: ['a', 'b'] }));
    const answers = [
      await under.store.append(aCommand({ caseId: unborn, expect: expect_ })),
      await under.store.append(aCommand({ caseId: created, expect: expect_ })),
    ];
    expect(outcomes(answers)).toEqual([whenNew, whenTwo]);
    if (whenTwo === 'conflict') expect(answers[1]).toEqual({ outcome: 'conflict', actualVersion: 2 });
    expect((await under.store.load(`note-${unborn}`)).version).toBe(whenNew === 'appended' ? 1 : 0);
  });

  it('comes back as it was written, oldest first, with the microseconds of the database', async () => {
    const command = aCommand({ texts: ['first “ü” \\ "q" \u2028', 'second'] });
    await under.store.append(command);
    const { facts, version } = await under.store.load(command.stream);
    expect(version).toBe(2);
    expect(facts.map(({ data }) => data)).toEqual(command.facts.map(({ data }) => data));
    expect(facts[1]).toMatchObject({ type: 'Noted', schemaVersion: 1, version: 2, caseId: command.caseId });
    expect(facts[0]?.meta).toEqual(command.meta);
    expect(facts[0]?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(facts[0]?.factId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('that nobody wrote is empty', async () =>
    expect(await under.store.load('note-nobody', randomUUID())).toEqual({ facts: [], version: 0 }));
});

describe('a batch', () => {
  it('of 64 with a conflict leaves 63 done, in one commit', async () => {
    const taken = randomUUID();
    await under.store.append(aCommand({ caseId: taken }));
    const commands = Array.from({ length: 64 }, (_, index) => aCommand(index === 40 ? { caseId: taken } : {}));
    const answers = await Promise.all(commands.map((command) => under.store.append(command)));
    expect(outcomes(answers).filter((outcome) => outcome === 'appended')).toHaveLength(63);
    expect(answers[40]).toEqual({ outcome: 'conflict', actualVersion: 1 });
    expect(await moments(commands.filter((_, index) => index !== 40).map(({ caseId }) => caseId))).toHaveProperty(
      'size',
      1,
    );
  });

  it('is judged in the order given: commands on one stream see each other', async () => {
    const caseId = randomUUID();
    const asked = (expectation: Parameters<typeof aCommand>[0]) =>
      under.store.append(aCommand({ caseId, ...expectation }));
    const answers = await Promise.all([
      asked({ expect: 'exists' }),
      asked({ expect: 'none', texts: ['a', 'b'] }),
      asked({ expect: { exact: 1 } }),
      asked({ expect: { exact: 2 }, texts: ['c'] }),
      asked({ expect: 'exists', texts: ['d', 'e'] }),
      asked({ expect: 'any', texts: [] }),
      asked({ expect: 'none' }),
    ]);
    expect(outcomes(answers)).toEqual([
      'conflict',
      'appended',
      'conflict',
      'appended',
      'appended',
      'appended',
      'conflict',
    ]);
    expect(answers[0]).toHaveProperty('actualVersion', 0);
    expect(answers[2]).toHaveProperty('actualVersion', 2);
    expect(answers[6]).toHaveProperty('actualVersion', 5);
    expect((await under.store.readCase(caseId)).map(({ data }) => (data as { text: string }).text)).toEqual([
      ...['a', 'b', 'c', 'd', 'e'],
    ]);
  });

  it('with text the database has no room for stores all but that', async () => {
    const commands = ['ok', 'nul \u0000', 'fine'].map((text) => aCommand({ texts: [text] }));
    const answers = await Promise.allSettled(commands.map((command) => under.store.append(command)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(answers[1]).toHaveProperty('reason', expect.any(FactNotStorable));
    expect((await under.store.load(commands[1]?.stream ?? '')).version).toBe(0);
  });

  it('never holds a fact of another form than its definition', async () => {
    const { head } = { head: await under.store.head() };
    await expect(under.store.append(aCommand({ facts: [{ type: 'Noted', data: { txt: 1 } }] }))).rejects.toThrow(
      FactNotStorable,
    );
    await expect(under.store.append(aCommand({ facts: [{ type: 'Heard', data: {} }] }))).rejects.toThrow('Heard');
    expect(await under.store.head()).toEqual(head);
  });
});

describe('a position', () => {
  it('is 1, 2, 3, ... over the whole store, and the head counts them', async () => {
    const before = await under.store.head();
    const command = aCommand({ texts: ['a', 'b', 'c'] });
    const [answer] = await Promise.all([under.store.append(command), under.store.append(aCommand({ texts: ['d'] }))]);
    expect(answer).toMatchObject({ receipt: { position: before.position + 3, version: 3, facts: 3 } });
    expect(await under.store.head()).toEqual({ ...before, position: before.position + 4 });
    const read = await under.store.read(before.position, 100);
    expect(read.map(({ position }) => position - before.position)).toEqual([1, 2, 3, 4]);
    expect(await under.store.read(before.position + 1, 2)).toEqual(read.slice(1, 3));
    expect(await under.store.read(before.position + 4, 10)).toEqual([]);
  });

  it('bounds the history of a case over its streams', async () => {
    const caseId = randomUUID();
    for (const stream of ['one', 'two', 'one'])
      await under.store.append(aCommand({ caseId, stream: `${stream}-${caseId}`, expect: 'any', texts: [stream] }));
    const all = await under.store.readCase(caseId);
    expect(all.map(({ stream, version }) => `${stream.slice(0, 3)} ${version}`)).toEqual(['one 1', 'two 1', 'one 2']);
    expect(await under.store.readCase(caseId, all[1]?.position)).toEqual(all.slice(0, 2));
  });

  it('missing in the log stops the reader', async () => {
    await expect(under.another().read((await under.store.head()).position + 5, 10)).resolves.toEqual([]);
    const damaged = await aStore();
    try {
      await damaged.store.append(aCommand({ texts: ['a', 'b', 'c'] }));
      await damaged.ask(
        damaged.database.superuserUrl,
        `do $$ begin
           alter table es.facts disable trigger append_only;
           delete from es.facts where position = 2;
         end $$`,
      );
      await expect(damaged.store.read(0, 10)).rejects.toThrow(new StoreCorrupted('Position 2 is missing: 3 follows.'));
      await expect(damaged.store.load((await damaged.store.read(0, 1))[0]?.stream ?? '')).rejects.toThrow(
        StoreCorrupted,
      );
    } finally {
      await damaged.stop();
    }
  });
});

describe('a number', () => {
  it('is given to one only, in each series', async () => {
    const drawn = await Promise.all(Array.from({ length: 20 }, () => under.store.nextNumber('application')));
    expect(new Set(drawn).size).toBe(20);
    expect(await under.store.nextNumber('licence')).toBe(1);
  });
});
