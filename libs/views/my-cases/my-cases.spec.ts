import { describe, expect, it } from '@jest/globals';
import { aCase, aRegisteredCase, factsOf } from '../spec/a-case.fixtures.js';
import type { CaseSteps } from '../spec/case-steps.fixtures.js';
import { rowsOf } from '../spec/fold.fixtures.js';
import { myCaseAt } from './my-cases.http.js';
import { myCases } from './my-cases.view.js';

const seen = (steps: CaseSteps, now = '2026-01-15T12:00:00.000Z') => {
  const [row] = rowsOf(myCases, factsOf(steps));
  if (!row) throw new Error('No row');
  return myCaseAt(row, now);
};

describe('my cases', () => {
  it('show a draft, and that it waits for me', () =>
    expect(seen(aCase().draft())).toMatchObject({
      status: 'draft',
      statusInWords: 'Draft',
      waitsOn: 'applicant',
      items: '1000 Chip 1',
      number: null,
      daysElapsed: null,
    }));
  it('count the days since registration, and those that are left', () =>
    expect(seen(aRegisteredCase())).toMatchObject({ number: 'Z000001', daysElapsed: 10, daysLeft: 80 }));
  it('show who has the case, never what is being proposed about it', () => {
    const proposed = aRegisteredCase().openLicensing([], [], 'decision').propose('deny');
    expect(seen(proposed)).toMatchObject({ status: 'in-licensing', waitsOn: 'licensing' });
  });
  it('show a notice of intent with the day until which it can be answered', () => {
    const noticed = aRegisteredCase().openLicensing([], [], 'decision').propose('deny').countersign().notice();
    expect(seen(noticed)).toMatchObject({
      status: 'intent-to-deny',
      waitsOn: 'applicant',
      answerBy: '2026-01-26T00:00:00.000Z',
    });
  });
  it('name no day for the answer once the notice is answered or the case is denied', () => {
    const noticed = () => aRegisteredCase().openLicensing([], [], 'decision').propose('deny').countersign().notice();
    expect(seen(noticed().answer())).toMatchObject({ status: 'in-licensing', answerBy: null });
    expect(seen(noticed().deny())).toMatchObject({ status: 'denied', answerBy: null });
  });
  it('stop the clock of a case that was returned, and start it anew when it is registered again', () => {
    const returned = aRegisteredCase().after(4).returned();
    expect(seen(returned, '2027-01-01T00:00:00.000Z')).toMatchObject({ daysElapsed: 4, daysLeft: null });
    const again = returned.after(10).submit(2);
    expect(seen(again)).toMatchObject({ registeredOn: null, daysElapsed: null, daysLeft: null });
    expect(seen(again.register(), '2026-01-20T00:00:00.000Z')).toMatchObject({ daysElapsed: 1, daysLeft: 89 });
  });
  it('show a returned case as mine to complete, even where a review opens late', () =>
    expect(seen(aRegisteredCase().returned().openTechnicalReview())).toMatchObject({
      status: 'returned',
      waitsOn: 'applicant',
    }));
  it('stop the clock of a case that is closed', () =>
    expect(seen(aRegisteredCase().after(4).withdrawn(), '2027-01-01T00:00:00.000Z')).toMatchObject({
      closedOn: '2026-01-09',
      daysElapsed: 4,
      daysLeft: null,
      waitsFor: null,
    }));
  it('name the licence', () =>
    expect(seen(aRegisteredCase().openLicensing([], [], 'decision').grant([]))).toMatchObject({
      status: 'licensed',
      licenceNumber: 'D0000001',
    }));
  it('give the version of the submission, for the next command on it', () =>
    expect(seen(aRegisteredCase().openTechnicalReview())).toHaveProperty('version', 4));
  it('do not show whose internal rows these are', () =>
    expect(Object.keys(seen(aCase().draft()))).not.toContain('companyId'));
});
