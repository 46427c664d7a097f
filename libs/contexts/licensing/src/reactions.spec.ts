import { describe, expect, it } from '@jest/globals';
import type { Fact, Recorded } from '@exeat/kernel';
import { aPerson } from '@exeat/kernel/spec';
import type { Due } from '@exeat/messaging';
import { deadlines } from './deadlines.js';
import * as the from './domain/licensing.fixtures.js';
import { reactions } from './reactions.js';

const at = '2026-08-03T09:00:00.000Z';
const caseId = '0199d3a0-0000-4000-8000-00000000000c';
const recorded = (type: string, data: unknown): Recorded<Fact> => ({
  position: 7,
  stream: `security-review-${caseId}`,
  version: 3,
  factId: '0199d3a0-0000-7000-8000-000000000007',
  caseId,
  type,
  schemaVersion: 1,
  data,
  meta: { actor: aPerson('Sam Stone', 'security-reviewer', 'state'), at, commandId: 'c-1', correlationId: 'k-1' },
  recordedAt: '2026-08-03T09:00:01.000000Z',
});
const asked = (type: string, data: unknown) =>
  reactions.filter(({ on }) => on === type).map(({ ask }) => ask(recorded(type, data)));
const reviewed = { file: the.file, findings: [], requirements: [] };

describe('reactions of licensing', () => {
  it('open the case for a decision when security review closes', () =>
    expect(
      asked('SecurityReviewClosed', {
        ...reviewed,
        positions: [the.stands('state')],
        proposals: [the.aProposal()],
        participants: ['ada-reyes', 'sam-stone'],
      }),
    ).toMatchObject([
      {
        caseId,
        command: {
          type: 'OpenLicensing',
          data: { route: 'decision', proposals: [the.aProposal()], participants: ['ada-reyes', 'sam-stone'] },
          by: { id: 'system:licensing' },
          at,
        },
        envelope: { correlationId: 'k-1', causationId: '0199d3a0-0000-7000-8000-000000000007' },
      },
    ]));
  it('open it for a confirmation where no licence is required, and not otherwise', () => {
    const completed = { ...reviewed, reviewers: ['ada-reyes'], ruleSet: 'us-ear-2026-07-23' };
    expect(asked('TechnicalReviewCompleted', { ...completed, outcome: 'no-licence-required' })).toMatchObject([
      { command: { data: { route: 'confirmation', positions: [], proposals: [], participants: ['ada-reyes'] } } },
    ]);
    expect(asked('TechnicalReviewCompleted', { ...completed, outcome: 'licence-required' })).toEqual([undefined]);
  });
  it.each([
    ['ApplicationReturned', {}, 'returned'],
    ['ApplicationWithdrawn', {}, 'withdrawn'],
    ['TechnicalReviewCancelled', { because: 'returned' }, 'returned'],
    ['SecurityReviewCancelled', { because: 'withdrawn' }, 'withdrawn'],
  ])('cancel it by %s', (type, data, because) =>
    expect(asked(type, data)).toMatchObject([{ command: { type: 'CancelLicensing', data: { because } } }]),
  );
  it('have a name each', () => expect(new Set(reactions.map(({ name }) => name)).size).toBe(reactions.length));
});

describe('deadlines of licensing', () => {
  const due = new Map<string, Due>();
  const times = {
    set: (one: Due) => void due.set(one.key, one),
    clear: (key: string) => void due.delete(key),
    clearAll: () => due.clear(),
  };
  const after = (...facts: readonly Fact[]): Due[] => {
    due.clear();
    for (const { type, data } of facts)
      (deadlines.on[type as keyof typeof deadlines.on] as ((fact: Recorded, due: typeof times) => void) | undefined)?.(
        recorded(type, data),
        times,
      );
    return [...due.values()];
  };

  it('make a denial final when its notice was not answered', () => {
    expect(after(the.noticed())).toMatchObject([{ dueAt: the.finalAt, ask: 'FinaliseDenial' }]);
    expect(after(the.noticed(), the.answered)).toEqual([]);
    expect(after(the.noticed(), the.denied)).toEqual([]);
    expect(after(the.noticed(), the.cancelled)).toEqual([]);
  });
  it('ask for it by rule', () => {
    const envelope = { commandId: 'c', correlationId: 'c' };
    const final = { key: 'denial-final', dueAt: the.finalAt, ask: 'FinaliseDenial', subject: {}, caseId };
    expect(deadlines.command(final, the.finalAt, envelope)).toMatchObject({
      caseId,
      command: { type: 'FinaliseDenial', by: { id: 'system:licensing' }, at: the.finalAt },
      envelope,
    });
  });
});
