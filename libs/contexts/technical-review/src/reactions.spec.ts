import { describe, expect, it } from '@jest/globals';
import type { Fact, Recorded } from '@exeat/kernel';
import { aPerson } from '@exeat/kernel/spec';
import { file } from './domain/technical-review.fixtures.js';
import { reactions } from './reactions.js';

const at = '2026-08-03T09:00:00.000Z';
const recorded = (type: string, data: unknown): Recorded<Fact> => ({
  position: 7,
  stream: 'submission-c',
  version: 3,
  factId: '0199d3a0-0000-7000-8000-000000000007',
  caseId: '0199d3a0-0000-4000-8000-00000000000c',
  type,
  schemaVersion: 1,
  data,
  meta: { actor: aPerson('Olu Ade', 'licensing-officer'), at, commandId: 'c-1', correlationId: 'k-1' },
  recordedAt: '2026-08-03T09:00:01.000000Z',
});
const asked = (type: string, data: unknown) =>
  reactions.filter(({ on }) => on === type).map(({ ask }) => ask(recorded(type, data)));

describe('reactions of technical review', () => {
  it('open it with the registered file, at the moment of registration, by Exeat', () =>
    expect(asked('ApplicationRegistered', { file })).toMatchObject([
      {
        caseId: '0199d3a0-0000-4000-8000-00000000000c',
        command: { type: 'OpenTechnicalReview', data: { file }, by: { id: 'system:technical-review' }, at },
        envelope: { correlationId: 'k-1', causationId: '0199d3a0-0000-7000-8000-000000000007' },
      },
    ]));
  it.each([
    ['ApplicationReturned', 'returned'],
    ['ApplicationWithdrawn', 'withdrawn'],
  ])('cancel it by %s', (type, because) =>
    expect(asked(type, {})).toMatchObject([{ command: { type: 'CancelTechnicalReview', data: { because } } }]),
  );
  it('ask the same under the same id, however often the fact is delivered', () =>
    expect(asked('ApplicationReturned', {})).toEqual(asked('ApplicationReturned', {})));
  it('have a name each', () => expect(new Set(reactions.map(({ name }) => name)).size).toBe(reactions.length));
});
