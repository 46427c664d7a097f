import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Append, AppendOutcome } from '@exeat/event-store';
import { aCommand, aStore, oneLane, type StoreUnderTest } from './event-store.fixtures.js';

let under: StoreUnderTest;
beforeAll(async () => void (under = await aStore(oneLane)), 120_000);
afterAll(() => under.stop());

const receipt = (answer: AppendOutcome | undefined) => (answer && 'receipt' in answer ? answer.receipt : undefined);
const other = (command: Append): Append => ({ ...aCommand({ texts: ['other'] }), commandId: command.commandId });

describe('the same command id', () => {
  it('asked again, gets the first answer whatever has happened since', async () => {
    const command = aCommand({ texts: ['a', 'b'] });
    const first = await under.store.append(command);
    await under.store.append(aCommand({ caseId: command.caseId, expect: { exact: 2 } }));
    const again = await under.another().append(command);
    expect(first.outcome).toBe('appended');
    expect(again).toEqual({ outcome: 'repeated', receipt: receipt(first) });
    expect((await under.store.load(command.stream)).version).toBe(3);
  });

  it('with other content is refused, and nothing is stored', async () => {
    const command = aCommand();
    await under.store.append(command);
    const second = other(command);
    expect(await under.store.append(second)).toEqual({ outcome: 'mismatch' });
    expect((await under.store.load(second.stream)).version).toBe(0);
  });

  it('in one batch is carried out once', async () => {
    const command = aCommand();
    const second = other(command);
    const answers = await Promise.all([command, command, second, command].map((each) => under.store.append(each)));
    expect(answers.map(({ outcome }) => outcome)).toEqual(['appended', 'repeated', 'mismatch', 'repeated']);
    expect(receipt(answers[1])).toEqual(receipt(answers[0]));
    expect((await under.store.load(command.stream)).version).toBe(1);
  });

  it('is free again after a conflict, which stores nothing', async () => {
    const command = aCommand({ expect: { exact: 1 } });
    const answers = await Promise.all([
      under.store.append(command),
      under.store.append(aCommand({ caseId: command.caseId })),
      under.store.append(command),
    ]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['conflict', 'appended', 'appended']);
  });

  it('from many connections at once is carried out once', async () => {
    const stores = [under.store, under.another(), under.another(), under.another()];
    for (let round = 0; round < 15; round++) {
      const command = aCommand({ expect: 'any', texts: ['a', 'b'] });
      const answers = await Promise.all(stores.flatMap((store) => [store.append(command), store.append(command)]));
      expect(answers.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
      expect(answers.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(7);
      expect(new Set(answers.map((answer) => JSON.stringify(receipt(answer)))).size).toBe(1);
      expect((await under.store.load(command.stream)).version).toBe(2);
    }
  });

  it('from many connections at once with different content lets one through', async () => {
    const stores = [under.store, under.another(), under.another()];
    for (let round = 0; round < 15; round++) {
      const commandId = randomUUID();
      const answers = await Promise.all(
        stores.map((store, index) => store.append(aCommand({ commandId, texts: [`version ${index}`] }))),
      );
      expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['appended', 'mismatch', 'mismatch']);
    }
  });
});

describe('a receipt', () => {
  it('is kept for a command that led to no fact, at the head', async () => {
    const before = await under.store.head();
    const command = aCommand({ expect: 'any', texts: [] });
    const first = await under.store.append(command);
    expect(receipt(first)).toMatchObject({ version: 0, facts: 0, position: before.position });
    expect(await under.store.append(command)).toEqual({ outcome: 'repeated', receipt: receipt(first) });
    expect(await under.store.head()).toEqual(before);
  });

  it('comes with the stream in one round trip, also where the stream is empty', async () => {
    const command = aCommand();
    const first = await under.store.append(command);
    expect(await under.store.load(command.stream, command.commandId)).toMatchObject({
      version: 1,
      receipt: receipt(first),
    });
    expect(await under.store.load('note-elsewhere', command.commandId)).toEqual({
      facts: [],
      version: 0,
      receipt: receipt(first),
    });
    expect(await under.store.load(command.stream, randomUUID())).not.toHaveProperty('receipt');
    expect(await under.store.load(command.stream)).not.toHaveProperty('receipt');
  });
});
