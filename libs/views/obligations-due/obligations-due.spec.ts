import { describe, expect, it } from '@jest/globals';
import { aRegisteredCase, factsOf } from '../spec/a-case.fixtures.js';
import type { CaseSteps } from '../spec/case-steps.fixtures.js';
import { rowsOf } from '../spec/fold.fixtures.js';
import { obligationsDue } from './obligations-due.view.js';

const owing = (amount?: string) => {
  const steps = aRegisteredCase().openLicensing([], [], 'decision');
  const report = steps.condition('report', { when: 'after-each-shipment', days: 30, evidence: 'delivery-report' });
  return steps.grant([report]).owe('AES-1', report, amount);
};
const owed = (steps: CaseSteps) => rowsOf(obligationsDue, factsOf(steps)).filter(({ kind }) => kind === 'obligation');

describe('what is owed', () => {
  it('is told with its holder, the wording of the condition, and when it is due', () =>
    expect(owed(owing())).toMatchObject([
      {
        licenceNumber: 'D0000001',
        companyId: 'northlight',
        text: 'The items stay at the site named (report).',
        about: 'AES-1',
        status: 'open',
        amount: null,
        dueAt: '2026-02-05T00:00:00.000Z',
      },
    ]));
  it('is told with its amount where it is a payment', () =>
    expect(owed(owing('18750.00'))).toMatchObject([{ amount: { amount: '18750.00', currency: 'USD' } }]));
  it('becomes overdue, and can still be fulfilled, late', () => {
    expect(owed(owing().overdue('AES-1'))).toMatchObject([{ status: 'overdue' }]);
    expect(owed(owing().overdue('AES-1').fulfil('AES-1', true))).toMatchObject([
      { status: 'fulfilled', late: true, reference: 'REP-1' },
    ]);
  });
  it('is nothing where a licence has just been issued', () =>
    expect(owed(aRegisteredCase().openLicensing([], [], 'decision').grant([]))).toEqual([]));
});
