import { defineFact, system, type Recorded } from '@exeat/kernel';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { causedBy, whenever } from './reaction.js';

const fact: Recorded = {
  ...{
    position: 7,
    stream: 'submission-1',
    version: 3,
    caseId: 'c',
    type: 'CaseClosed',
    schemaVersion: 1,
    data: { n: 4 },
  },
  factId: '0197b0f0-0000-7000-8000-000000000001',
  meta: { actor: system('test'), at: '2026-01-01T00:00:00.000Z', commandId: 'x', correlationId: 'whole' },
  recordedAt: '2026-01-01T00:00:00.000000Z',
};

describe('the envelope of what a fact makes happen', () => {
  it('has the same id however often the fact comes', () =>
    expect(causedBy(fact, 'open-review')).toEqual(causedBy({ ...fact }, 'open-review')));

  it('has another id for another reaction or another fact', () => {
    const other = { ...fact, factId: '0197b0f0-0000-7000-8000-000000000002' };
    const ids = [causedBy(fact, 'a'), causedBy(fact, 'b'), causedBy(other, 'a')].map(({ commandId }) => commandId);
    expect(new Set(ids).size).toBe(3);
  });

  it('belongs to the same whole and names its cause', () =>
    expect(causedBy(fact, 'a')).toMatchObject({ correlationId: 'whole', causationId: fact.factId }));

  it('carries the trace on, where there is one', () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    expect(causedBy({ ...fact, meta: { ...fact.meta, traceparent } }, 'a')).toMatchObject({ traceparent });
    expect(causedBy(fact, 'a')).not.toHaveProperty('traceparent');
  });
});

describe('a line of the table of reactions', () => {
  const CaseClosed = defineFact('CaseClosed', z.strictObject({ n: z.int() }));
  const line = whenever(CaseClosed, 'count', ({ data }) => (data.n > 3 ? { count: data.n } : undefined));

  it('asks by the fact that it names', () => {
    expect(line).toMatchObject({ on: 'CaseClosed', name: 'count' });
    expect(line.ask(fact)).toEqual({ count: 4 });
  });

  it('may stay quiet', () => expect(line.ask({ ...fact, data: { n: 1 } })).toBeUndefined());
});
