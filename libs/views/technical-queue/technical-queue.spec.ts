import { describe, expect, it } from '@jest/globals';
import { aRegisteredCase, factsOf } from '../spec/a-case.fixtures.js';
import type { CaseSteps } from '../spec/case-steps.fixtures.js';
import { rowsOf } from '../spec/fold.fixtures.js';
import { queueEntryAt } from './technical-queue.http.js';
import { technicalQueue } from './technical-queue.view.js';

const rows = (steps: CaseSteps) => rowsOf(technicalQueue, factsOf(steps));
const opened = () => aRegisteredCase().after(1).openTechnicalReview();

describe('the technical queue', () => {
  it('has a review from its opening to its completion', () => {
    expect(rows(opened())).toMatchObject([{ stage: 'open', number: 'Z000001', itemCount: 1, version: 1 }]);
    expect(rows(opened().claim().find().completeTechnicalReview())).toEqual([]);
    expect(rows(opened().returned('technical-review'))).toEqual([]);
  });
  it('says who holds it, and for how long they have', () =>
    expect(rows(opened().claim())).toMatchObject([
      { stage: 'claimed', holderId: 'ada-reyes', holderName: 'Ada Reyes', claimedAt: '2026-01-06T09:00:00.000Z' },
    ]));
  it('has it free again once it is released', () =>
    expect(rows(opened().claim().release())).toMatchObject([{ stage: 'open', holderId: null, claimedAt: null }]));
  it('counts lines with a finding once, however often it is recorded', () =>
    expect(rows(opened().claim().find().find())).toMatchObject([{ linesFound: [1], version: 4 }]));
  it('says why an entry stands where it stands', () => {
    const [row] = rows(opened());
    if (!row) throw new Error('No row');
    expect(queueEntryAt(row, '2026-04-04T12:00:00.000Z')).toMatchObject({
      daysOpen: 88,
      daysLeft: 1,
      whyHere: 'By the day of resolution, 2026-04-05: 1 day left',
    });
  });
});
