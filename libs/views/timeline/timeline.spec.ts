import { describe, expect, it } from '@jest/globals';
import { caseTypes } from '@exeat/audit';
import { aCase, aRegisteredCase, factsOf } from '../spec/a-case.fixtures.js';
import { rowsOf } from '../spec/fold.fixtures.js';
import { timeline } from './timeline.view.js';

describe('the timeline of a case', () => {
  it('has one sentence for each fact, with who did it and when', () =>
    expect(rowsOf(timeline, factsOf(aCase().draft(0)))).toEqual([
      {
        key: '1',
        caseId: aCase().caseId,
        position: 1,
        at: '2026-01-05T09:00:00.000Z',
        type: 'DraftStarted',
        sentence: 'Ines Moreau of Northlight Compute Inc. started a draft (PO-1)',
        audience: 'applicant-only',
        actorName: 'Ines Moreau',
      },
    ]));
  it('marks what applicants may not know', () => {
    const rows = rowsOf(timeline, factsOf(aRegisteredCase().openTechnicalReview().claim()));
    expect(rows.map(({ type, audience }) => [type, audience]).slice(-2)).toEqual([
      ['TechnicalReviewOpened', 'applicant'],
      ['TechnicalReviewClaimed', 'authority'],
    ]);
  });
  it('tells every kind of fact a case can have', () =>
    expect(Object.keys(timeline.on).sort()).toEqual([...caseTypes].sort()));
});
