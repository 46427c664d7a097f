import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { transact, type Asked } from '@exeat/event-store';
import { refuse, system, type Command, type Decider, type Done, type Fact } from '@exeat/kernel';
import { aStore, type StoreUnderTest } from './event-store.fixtures.js';

type Note = Command<'Note', { readonly text: string }>;
type Noted = Fact<'Noted', { text: string }>;

/** Notes a text once, and up to 50 of them. */
const notes: Decider<readonly string[], Note, Noted, 'FULL'> = {
  initial: [],
  decide: ({ data: { text } }, all) => {
    if (all.includes(text)) return [];
    return all.length >= 50
      ? refuse('FULL', 'There is no room for another note.')
      : [{ type: 'Noted', data: { text } }];
  },
  evolve: (all, { data: { text } }) => [...all, text],
};

let under: StoreUnderTest;
beforeAll(async () => void (under = await aStore()), 120_000);
afterAll(() => under.stop());

const asked = (
  caseId: string,
  text: string,
  { commandId = randomUUID(), expectedVersion }: { commandId?: string; expectedVersion?: number } = {},
): Asked<readonly string[], Note> => {
  const command: Note = { type: 'Note', data: { text }, by: system('spec'), at: '2026-01-15T09:30:00.000Z' };
  return {
    ...{ stream: `note-${caseId}`, caseId, command, prepare: () => command },
    envelope: { commandId, correlationId: commandId, ...(expectedVersion !== undefined && { expectedVersion }) },
  };
};
const note = (...args: Parameters<typeof asked>) => transact(under.store, notes, asked(...args));

describe('a command carried out over the store', () => {
  it('is decided on what is stored, and stored', async () => {
    const caseId = randomUUID();
    expect(await note(caseId, 'a')).toMatchObject({ done: true, version: 1, facts: 1, replayed: false });
    expect(await note(caseId, 'b')).toMatchObject({ version: 2 });
    expect(await note(caseId, 'a')).toMatchObject({ version: 2, facts: 0, replayed: false });
  });

  it('is decided again after another was faster: of many at once none is lost', async () => {
    const caseId = randomUUID();
    const others = under.another();
    const done = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((text, index) =>
        transact(index % 2 === 0 ? under.store : others, notes, asked(caseId, text)),
      ),
    );
    expect(done.map((each) => (each as Done).version).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('gets its first answer again, also when the state has moved on', async () => {
    const [caseId, commandId] = [randomUUID(), randomUUID()];
    const first = await note(caseId, 'a', { commandId });
    await note(caseId, 'b');
    expect(await note(caseId, 'a', { commandId })).toEqual({ ...first, replayed: true });
    expect(await note(caseId, 'c', { commandId })).toMatchObject({ refused: [{ code: 'COMMAND_ID_REUSED' }] });
  });

  it('is refused where its sender saw an older version, and says which it is now', async () => {
    const caseId = randomUUID();
    await note(caseId, 'a');
    await note(caseId, 'b');
    expect(await note(caseId, 'c', { expectedVersion: 1 })).toMatchObject({
      refused: [{ code: 'STALE_VERSION', sentence: expect.stringContaining('version 2') }],
    });
    const racing = await Promise.all(['c', 'd'].map((text) => note(caseId, text, { expectedVersion: 2 })));
    expect(racing.filter((each) => 'done' in each)).toHaveLength(1);
  });
});
