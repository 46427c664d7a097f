import { describe, expect, it } from '@jest/globals';
import type { Fact, Recorded } from '@exeat/kernel';
import { aPerson } from '@exeat/kernel/spec';
import type { Due } from '@exeat/messaging';
import { deadlines } from './deadlines.js';
import * as the from './domain/security-review.fixtures.js';
import { reactions } from './reactions.js';

const at = '2026-08-03T09:00:00.000Z';
const caseId = '0199d3a0-0000-4000-8000-00000000000c';
const recorded = (type: string, data: unknown): Recorded<Fact> => ({
  position: 7,
  stream: `technical-review-${caseId}`,
  version: 3,
  factId: '0199d3a0-0000-7000-8000-000000000007',
  caseId,
  type,
  schemaVersion: 1,
  data,
  meta: { actor: aPerson('Ada Reyes', 'technical-reviewer'), at, commandId: 'c-1', correlationId: 'k-1' },
  recordedAt: '2026-08-03T09:00:01.000000Z',
});
const asked = (type: string, data: unknown) =>
  reactions.filter(({ on }) => on === type).map(({ ask }) => ask(recorded(type, data)));
const review = { file: the.file, findings: [the.finding], reviewers: ['ada-reyes'], ruleSet: 'us-ear-2026-07-23' };

describe('reactions of security review', () => {
  it('open it where a licence is required, at the moment of completion, by Exeat', () =>
    expect(
      asked('TechnicalReviewCompleted', {
        ...review,
        requirements: [the.requirement],
        outcome: 'licence-required',
      }),
    ).toMatchObject([
      {
        caseId,
        command: {
          type: 'OpenSecurityReview',
          data: { file: the.file, requirements: [the.requirement], participants: ['ada-reyes'] },
          by: { id: 'system:security-review' },
          at,
        },
        envelope: { correlationId: 'k-1', causationId: '0199d3a0-0000-7000-8000-000000000007' },
      },
    ]));
  it('ask nothing where no licence is required', () =>
    expect(asked('TechnicalReviewCompleted', { ...review, requirements: [], outcome: 'no-licence-required' })).toEqual([
      undefined,
    ]));
  it.each([
    ['ApplicationReturned', {}, 'returned'],
    ['ApplicationWithdrawn', {}, 'withdrawn'],
    ['TechnicalReviewCancelled', { because: 'withdrawn' }, 'withdrawn'],
  ])('cancel it by %s', (type, data, because) =>
    expect(asked(type, data)).toMatchObject([{ command: { type: 'CancelSecurityReview', data: { because } } }]),
  );
  it('have a name each', () => expect(new Set(reactions.map(({ name }) => name)).size).toBe(reactions.length));
});

describe('deadlines of security review', () => {
  const due = new Map<string, Due>();
  const times = {
    set: (one: Due) => void due.set(one.key, one),
    clear: (key: string) => void due.delete(key),
    clearAll: () => due.clear(),
  };
  const after = (...facts: readonly Fact[]): string[] => {
    due.clear();
    for (const { type, data } of facts)
      (deadlines.on[type as keyof typeof deadlines.on] as ((fact: Recorded, due: typeof times) => void) | undefined)?.(
        recorded(type, data),
        times,
      );
    return [...due.keys()];
  };

  it('wait for each agency that has not answered', () => {
    expect(after(...the.inReview)).toEqual(['silence:state', 'silence:defense']);
    expect(due.get('silence:state')).toMatchObject({ dueAt: the.dueAt, ask: 'NoteAgencySilence' });
    expect(after(...the.inReview, the.taken(the.sam))).toEqual(['silence:defense']);
    expect(after(...the.inReview, the.silent('defense'))).toEqual(['silence:state']);
  });
  it('wait for nobody once the review is over', () => {
    expect(after(...the.inReview, the.closed)).toEqual([]);
    expect(after(...the.inReview, the.cancelled)).toEqual([]);
  });
  it('ask for the silence of the agency', () => {
    const envelope = { commandId: 'c', correlationId: 'c' };
    const silence = { key: 'silence:state', dueAt: the.dueAt, ask: 'NoteAgencySilence', subject: { agency: 'state' } };
    expect(deadlines.command({ ...silence, caseId }, the.dueAt, envelope)).toMatchObject({
      caseId,
      command: { type: 'NoteAgencySilence', data: { agency: 'state' }, at: the.dueAt },
      envelope,
    });
  });
});
