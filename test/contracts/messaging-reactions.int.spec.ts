import { digestOf, StoreBusy, StoreUnavailable } from '@exeat/event-store';
import { defineFact, refuse, system, type Done, type Envelope, type Refusal } from '@exeat/kernel';
import { causedBy, whenever, type Dispatch, type ViewDefinition } from '@exeat/messaging';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import {
  caseOf,
  closed,
  CrateClosed,
  CrateFilled,
  eventually,
  filled,
  opened,
  operator,
  startQuay,
  type Quay,
} from './messaging.fixtures.js';

const CraneCalled = defineFact('CraneCalled', z.strictObject({ for: z.string() }));

/** Asks the crane to come for a crate: the command of the context that reacts. */
class CallCrane {
  constructor(
    readonly label: string,
    readonly caseId: string,
    readonly envelope: Envelope,
  ) {}
}

const reactions = [
  whenever(CrateClosed, 'call-crane', (fact) => new CallCrane(fact.stream, fact.caseId, causedBy(fact, 'call-crane'))),
  whenever(CrateFilled, 'call-for-heavy', (fact) =>
    fact.data.units > 100 ? new CallCrane(fact.stream, fact.caseId, causedBy(fact, 'call-for-heavy')) : undefined,
  ),
];
const contexts = [{ name: 'crane', reactions }];
const views: readonly ViewDefinition[] = [];

let quay: Quay;
beforeEach(async () => void (quay = await startQuay([CraneCalled])));
afterEach(() => quay.stop());

/** The handler of the crane's context: appends a fact, once for each command id. */
const callCrane = async (command: unknown): Promise<Done> => {
  const { label, caseId, envelope } = command as CallCrane;
  const { commandId, correlationId, causationId } = envelope;
  const appended = await quay.store.append({
    ...{ stream: `crane-${label}`, caseId, expect: 'any', commandId, requestDigest: digestOf(label) },
    facts: [{ type: 'CraneCalled', data: { for: label } }],
    meta: {
      actor: system('crane'),
      at: '2026-01-01T00:00:00.000Z',
      commandId,
      correlationId,
      causationId: causationId ?? '',
    },
  });
  if (!('receipt' in appended)) throw new Error(appended.outcome);
  const { stream, version, position, facts } = appended.receipt;
  return { done: true, caseId, stream, version, position, facts, replayed: appended.outcome === 'repeated' };
};
const callsFor = async (label: string) => (await quay.store.load(`crane-crate-${label}`)).facts;

describe('reactions', () => {
  it('act on a fact of another context, by a command derived from it', async () => {
    await quay.listen({ contexts, views, dispatch: callCrane });
    await quay.append('a', opened('a'), filled(7));
    await quay.append('a', closed);
    await eventually('the crane is called', async () => (await callsFor('a')).length === 1);
    const [cause] = (await quay.store.read(2, 1)) ?? [];
    expect(await callsFor('a')).toMatchObject([
      { caseId: caseOf('a'), meta: { causationId: cause?.factId, correlationId: cause?.meta.correlationId } },
    ]);
  });

  it('act once where they are asked again after a crash before the checkpoint', async () => {
    let crashed = 0;
    // The command is carried out, and the process ends before it can say so.
    const first = await quay.listen({
      ...{ contexts, views },
      dispatch: async (command) => {
        const done = await callCrane(command);
        crashed++;
        await quay.pool.query('update messaging.checkpoints set owner_token = owner_token + 1');
        return done;
      },
    });
    await quay.append('a', opened('a'), closed);
    await eventually('the first has acted', () => crashed > 0);
    await quay.end(first);
    await quay.pool.query('update messaging.checkpoints set position = 0');
    const answers: (Done | Refusal)[] = [];
    const second = await quay.listen({
      ...{ contexts, views },
      dispatch: async (command) => {
        const done = await callCrane(command);
        answers.push(done);
        return done;
      },
    });
    await eventually('the second has acted', () => answers.length > 0);
    expect(answers).toMatchObject([{ replayed: true }]);
    expect((await callsFor('a')).length).toBe(1);
    expect(await second.progress.waitFor('reactions-crane', (await quay.store.head()).position, 2000)).toBe(true);
  });

  it('keep the order of a case and do not wait for other cases', async () => {
    const asked: string[] = [];
    const dispatch: Dispatch = async (command) => {
      const { label } = command as CallCrane;
      if (label === 'crate-slow') await pause(300);
      asked.push(label);
      return callCrane(command);
    };
    const messaging = await quay.listen({ contexts, views, dispatch });
    await quay.appendAll([
      ['slow', filled(101)],
      ['slow', filled(102)],
      ['swift', filled(103)],
      ['swift', filled(104)],
    ]);
    expect(await messaging.progress.waitFor('reactions-crane', 4, 5000)).toBe(true);
    await eventually('all are asked', () => asked.length === 4);
    expect(asked.slice(0, 1)).not.toEqual(['crate-slow', 'crate-slow']);
    expect((await callsFor('slow')).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('go on after a refusal that says it is no longer possible, and show it', async () => {
    const dispatch: Dispatch = async (command) =>
      (command as CallCrane).label === 'crate-gone'
        ? refuse('NOT_IN_THIS_STATUS', 'The crane has left.')
        : callCrane(command);
    const messaging = await quay.listen({ contexts, views, dispatch });
    await quay.append('gone', closed);
    await quay.append('gone', closed);
    await quay.append('a', closed);
    await eventually('the crane is called for the other', async () => (await callsFor('a')).length === 1);
    expect(await messaging.parked.list()).toEqual([]);
    expect(await messaging.refused.list()).toMatchObject([
      {
        source: 'reactions-crane',
        caseId: caseOf('gone'),
        codes: ['NOT_IN_THIS_STATUS'],
        sentence: 'The crane has left.',
      },
      { source: 'reactions-crane', caseId: caseOf('gone') },
    ]);
  });

  it('park the stream where the command is refused otherwise, and act when it is tried again', async () => {
    let broken = true;
    const dispatch: Dispatch = async (command) =>
      broken && (command as CallCrane).label === 'crate-bad'
        ? refuse('CRANE_TOO_SMALL', 'It is too heavy.')
        : callCrane(command);
    const messaging = await quay.listen({ contexts, views, dispatch });
    await quay.append('bad', closed);
    await quay.append('bad', filled(500));
    await quay.append('a', closed);
    await eventually('the crane is called for the other', async () => (await callsFor('a')).length === 1);
    await eventually('both are parked', async () => (await messaging.parked.list()).length === 2);
    expect(await messaging.parked.list()).toMatchObject([
      { stream: 'crate-bad', error: 'call-crane: CRANE_TOO_SMALL. It is too heavy.', attempts: 4 },
      { stream: 'crate-bad', error: 'Waits behind position 1' },
    ]);
    broken = false;
    expect(await messaging.parked.retry('reactions-crane', 'crate-bad', operator)).toMatchObject({
      applied: [1, 2],
      waiting: 0,
    });
    expect((await callsFor('bad')).length).toBe(2);
    const last = await quay.append('bad', filled(600));
    expect(await messaging.progress.waitFor('reactions-crane', last, 5000)).toBe(true);
    expect((await callsFor('bad')).length).toBe(3);
  });

  it('wait while the store is busy or away, and park nothing', async () => {
    let attempts = 0;
    const dispatch: Dispatch = async (command) => {
      attempts++;
      if (attempts < 4) throw attempts % 2 === 0 ? new StoreBusy(0.05) : new StoreUnavailable('away');
      return callCrane(command);
    };
    const messaging = await quay.listen({ contexts, views, dispatch });
    await quay.append('a', closed);
    await eventually('the crane is called', async () => (await callsFor('a')).length === 1);
    expect(await messaging.parked.list()).toEqual([]);
    expect(attempts).toBe(4);
  });

  it('go on after a restore when somebody has said so, and do nothing twice', async () => {
    const first = await quay.listen({ contexts, views, dispatch: callCrane });
    await quay.append('a', closed);
    await eventually('the crane is called', async () => (await callsFor('a')).length === 1);
    await quay.end(first);
    await quay.pool.query('update messaging.checkpoints set epoch = gen_random_uuid()');
    const second = await quay.listen({ contexts, views, dispatch: callCrane });
    await quay.append('b', closed);
    expect((await second.progress.status())[0]).toMatchObject({ state: 'stopped' });
    await second.resume('reactions-crane', operator);
    await eventually('the crane is called again', async () => (await callsFor('b')).length === 1);
    expect((await callsFor('a')).length).toBe(1);
    expect((await quay.store.load('operations-reactions-crane')).facts).toMatchObject([{ type: 'ListenerResumed' }]);
  });
});
