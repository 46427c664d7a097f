import { describe, expect, it } from '@jest/globals';
import { defineFact, system } from '@exeat/kernel';
import { z } from 'zod';
import { appendCall, outcomeOf, prepare } from './append-batch.js';
import { FactNotStorable, type Append } from './contract.js';
import { FactRegistry } from './fact-registry.js';

const registry = new FactRegistry([defineFact('Noted', z.strictObject({ text: z.string() }))]);
const commandId = '4c7a1f0e-3b52-4d19-9c64-a1b2c3d40001';
const caseId = '4c7a1f0e-3b52-4d19-9c64-a1b2c3d40002';
const aCommand = (changes: Partial<Append> = {}): Append => ({
  ...{ stream: `note-${caseId}`, caseId, commandId, requestDigest: 'digest', expect: 'none' },
  facts: [{ type: 'Noted', data: { text: 'a' } }],
  meta: { actor: system('spec'), at: '2026-01-15T09:30:00.000Z', commandId, correlationId: commandId },
  ...changes,
});

describe('a command on its way to the store', () => {
  it.each<[string, Partial<Append>]>([
    ['a command id that is no UUID', { commandId: 'c1' }],
    ['two ids where one belongs', { caseId: `${caseId}\u001f${caseId}` }],
    ['a stream that holds the separator', { stream: 'note\u001fother' }],
    ['no stream', { stream: '' }],
    ['no digest', { requestDigest: '' }],
    ['a fact of another form', { facts: [{ type: 'Noted', data: { text: 1 } }] }],
  ])('is turned away with %s', (_, changes) =>
    expect(() => prepare(aCommand(changes), registry)).toThrow(FactNotStorable),
  );

  it('weighs about what it will send', () => {
    const text = 'x'.repeat(10_000);
    const { bytes } = prepare(aCommand({ facts: [{ type: 'Noted', data: { text } }] }), registry);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(12_000);
  });
});

describe('the call for a batch', () => {
  it('carries a column for each argument, taken apart by a separator that JSON never holds', () => {
    const facts = ['a', 'b\u001f"\\'].map((text) => ({ type: 'Noted', data: { text } }));
    const batch = [aCommand({ facts }), aCommand({ facts: [], expect: { exact: 4 } })].map((each) =>
      prepare(each, registry),
    );
    const values = (appendCall(batch).values as string[]).map((column) => column.split('\u001f'));
    expect(values).toHaveLength(13);
    expect(values[4]).toEqual(['0', '4']);
    expect(values[5]).toEqual(['2', '0']);
    expect(values[7]).toEqual(['1', '1']);
    expect(values[8]).toEqual(['1', '2']);
    expect(values[12]?.map((text) => JSON.parse(text) as unknown)).toEqual(facts.map(({ data }) => data));
  });
});

describe('the answer to a command', () => {
  const prepared = prepare(aCommand(), registry);

  it('of a repeated one is the first receipt, also where that names another stream', () =>
    expect(outcomeOf(prepared, ['repeated', 7, '42', 3, 'note-first', commandId])).toEqual({
      outcome: 'repeated',
      receipt: {
        ...{ commandId, requestDigest: 'digest', stream: 'note-first', caseId: commandId },
        ...{ version: 7, position: 42, facts: 3 },
      },
    }));
});
