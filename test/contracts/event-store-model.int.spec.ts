import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Append, AppendOutcome, EventStore, Expectation } from '@exeat/event-store';
import fc from 'fast-check';
import { aCommand, aStore, oneLane, type StoreUnderTest } from './event-store.fixtures.js';
import { holds, StoreOracle } from './event-store.oracle.js';

let under: StoreUnderTest;
beforeAll(async () => void (under = await aStore(oneLane)), 120_000);
afterAll(() => under.stop());

/** A command in small numbers: few streams and few ids, so that commands meet. */
interface Drawn {
  readonly stream: number;
  readonly id: number;
  readonly content: number;
  readonly expect: Expectation;
  readonly facts: number;
}

const expectation: fc.Arbitrary<Expectation> = fc.oneof(
  fc.constantFrom<Expectation>('none', 'exists', 'any'),
  fc.nat(5).map((exact) => ({ exact })),
);
const drawn = (ids: number): fc.Arbitrary<Drawn> =>
  fc.record({ stream: fc.nat(3), id: fc.nat(ids), content: fc.nat(1), expect: expectation, facts: fc.nat(3) });

/** The same numbers are the same stream, id and content within one run, and new ones in the next. */
const commandsOf = () => {
  const uuids = new Map<string, string>();
  const named = (name: string) => uuids.get(name) ?? uuids.set(name, randomUUID()).get(name) ?? '';
  return ({ stream, id, content, expect, facts }: Drawn): Append =>
    aCommand({
      caseId: named(`case ${stream}`),
      commandId: named(`command ${id}`),
      requestDigest: `content ${content}`,
      texts: Array.from({ length: facts }, (_, index) => `${id} ${content} ${index}`),
      expect,
    });
};

describe('any sequence of batches', () => {
  it('is answered as by a store that takes one command after the other', async () => {
    const batches = fc.array(fc.array(drawn(30), { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(batches, async (rounds) => {
        const { position } = await under.store.head();
        const [oracle, command] = [new StoreOracle(position), commandsOf()];
        for (const round of rounds) {
          const commands = round.map(command);
          const answers = await Promise.all(commands.map((each) => under.store.append(each)));
          expect(answers).toEqual(commands.map((each) => oracle.append(each)));
          for (const { stream } of commands)
            expect((await under.store.load(stream)).version).toBe(oracle.versionOf(stream));
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

describe('any commands from several writers at once', () => {
  it('are answered as if they had come one after the other, in the order of their positions', async () => {
    const writers = [under.another(), under.another(), under.another()];
    const shares = fc.array(fc.array(drawn(20), { maxLength: 25 }), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(shares, async (perWriter) => {
        const before = (await under.store.head()).position;
        const command = commandsOf();
        const asked = await Promise.all(
          perWriter.map((share, writer) => askInTurns(writers[writer] ?? under.store, share.map(command))),
        );
        await judge(asked.flat(), before);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

type Answered = readonly [Append, AppendOutcome];

/** Five at a time. */
const askInTurns = async (store: EventStore, commands: readonly Append[]): Promise<readonly Answered[]> => {
  const answered: Answered[] = [];
  for (let from = 0; from < commands.length; from += 5)
    answered.push(
      ...(await Promise.all(
        commands.slice(from, from + 5).map(async (each): Promise<Answered> => [each, await store.append(each)]),
      )),
    );
  return answered;
};

const judge = async (answered: readonly Answered[], before: number): Promise<void> => {
  const log = await under.store.read(before, 10_000);
  const stored = answered.filter(([, { outcome }]) => outcome === 'appended');

  // Every fact in the log belongs to exactly one command that was answered "appended", and the other way round.
  expect(log.map(({ meta }) => meta.commandId).sort()).toEqual(
    stored.flatMap(([{ commandId, facts }]) => facts.map(() => commandId)).sort(),
  );
  const first = new Map(stored.map(([{ commandId }, answer]) => [commandId, answer] as const));
  expect(first.size).toBe(stored.length);

  for (const [command, answer] of answered) {
    const original = first.get(command.commandId);
    const receipt = original && 'receipt' in original ? original.receipt : undefined;
    switch (answer.outcome) {
      case 'appended':
        expect(holds(command.expect, answer.receipt.version - command.facts.length)).toBe(true);
        expect(
          log
            .filter(({ meta }) => meta.commandId === command.commandId)
            .map(({ data, stream, version }) => [stream, version, data]),
        ).toEqual(
          command.facts.map(({ data }, index) => [
            ...[command.stream, answer.receipt.version - command.facts.length + index + 1, data],
          ]),
        );
        break;
      case 'repeated':
        expect(receipt).toEqual(answer.receipt);
        expect(receipt?.requestDigest).toBe(command.requestDigest);
        break;
      case 'mismatch':
        expect(receipt?.requestDigest).not.toBe(command.requestDigest);
        break;
      case 'conflict':
        expect(holds(command.expect, answer.actualVersion)).toBe(false);
        expect(answer.actualVersion).toBeLessThanOrEqual(log.filter(({ stream }) => stream === command.stream).length);
    }
  }
};
