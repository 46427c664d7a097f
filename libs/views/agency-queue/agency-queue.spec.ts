import { describe, expect, it } from '@jest/globals';
import { aRegisteredCase, factsOf } from '../spec/a-case.fixtures.js';
import type { CaseSteps } from '../spec/case-steps.fixtures.js';
import { rowsOf } from '../spec/fold.fixtures.js';
import { referralAt } from './agency-queue.http.js';
import { agencyQueue } from './agency-queue.view.js';

const referred = () => aRegisteredCase().openSecurityReview(['state', 'energy']);
const referrals = (steps: CaseSteps) => rowsOf(agencyQueue, factsOf(steps)).filter(({ kind }) => kind === 'referral');
const of = (agency: string, steps: CaseSteps) => referrals(steps).find((row) => row.agency === agency);

describe('the agency queue', () => {
  it('has an entry for each agency that is asked', () =>
    expect(referrals(referred()).map(({ agency, state }) => [agency, state])).toEqual([
      ['energy', 'awaited'],
      ['state', 'awaited'],
    ]));
  it('shows the position an agency took, and leaves the others waiting', () => {
    const steps = referred().position('state', 'approve-with-conditions', ['p1', 'p2']);
    expect(of('state', steps)).toMatchObject({
      state: 'answered',
      position: 'approve-with-conditions',
      reviewerName: 'Reviewer of state',
      conditionsProposed: 2,
    });
    expect(of('energy', steps)).toMatchObject({ state: 'awaited', position: null });
  });
  it('shows silence', () => expect(of('energy', referred().silence('energy'))).toHaveProperty('state', 'silent'));
  it('gives every agency the version that its next command has to name', () => {
    const steps = referred().position('state', 'object');
    expect(referrals(steps).map(({ version }) => version)).toEqual([4, 4]);
  });
  it('is empty once the review is closed or cancelled', () => {
    expect(rowsOf(agencyQueue, factsOf(referred().closeSecurityReview(['state', 'energy'], [])))).toEqual([]);
    expect(rowsOf(agencyQueue, factsOf(referred().returned('security-review')))).toEqual([]);
  });
  it('says until when an answer counts: silence counts from the moment after', () => {
    const row = of('state', referred());
    if (!row) throw new Error('No row');
    expect(row.dueAt).toBe('2026-02-05T00:00:00.000Z');
    expect(referralAt(row, '2026-02-04T23:00:00.000Z')).toMatchObject({ dueOn: '2026-02-04', daysLeft: 0 });
    expect(referralAt(row, '2026-02-06T00:00:00.000Z').whyHere).toContain('2 days overdue');
  });
});
