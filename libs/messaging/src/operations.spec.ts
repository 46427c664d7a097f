import { system, type Recorded } from '@exeat/kernel';
import { describe, expect, it } from '@jest/globals';
import { operationsAudience, operationsFacts, operationsSentences, type OperationsFact } from './operations.js';

const recorded = <F extends OperationsFact>({ type, data }: F): Recorded<F> => ({
  ...{ position: 1, stream: 'operations-x', version: 1, factId: 'f', caseId: 'c', schemaVersion: 1, type, data },
  meta: {
    actor: { ...system('x'), name: 'Olga Marin' },
    at: '2026-01-01T00:00:00.000Z',
    commandId: 'x',
    correlationId: 'x',
  },
  recordedAt: '2026-01-01T00:00:00.000000Z',
});

describe('what operators do', () => {
  it('is told by the person and what it was done to', () => {
    const retried = { listener: 'case-overview', stream: 'submission-1', positions: [4, 9] };
    expect(operationsSentences.ParkedFactsRetried(recorded({ type: 'ParkedFactsRetried', data: retried }))).toBe(
      'Olga Marin asked case-overview to try 2 parked facts of submission-1 again',
    );
    const resumed = { listener: 'reactions-licensing', reason: 'restored', from: 12 };
    expect(operationsSentences.ListenerResumed(recorded({ type: 'ListenerResumed', data: resumed }))).toBe(
      'Olga Marin let reactions-licensing go on from position 12',
    );
  });

  it('is for the authority alone', () =>
    expect(operationsFacts.map(({ type }) => operationsAudience[type])).toEqual(['authority', 'authority']));
});
