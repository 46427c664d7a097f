import { describe, expect, it } from '@jest/globals';
import { publishedTypes } from '@exeat/audit';
import { caseStatuses, isClosed, movingTypes, statusAfter, statusToldAfter, waitOf } from './case-status.js';
import { caseClock, daysLeftInWords } from './clock.js';

const fact = (type: string, stream = 'licensing-1', data = {}) => ({ type, stream, data });

describe('where a case stands', () => {
  it('follows the facts that move it', () =>
    expect(statusAfter('registered', fact('TechnicalReviewOpened', 'technical-review-1'))).toBe('in-technical-review'));
  it('stays where a fact moves nothing', () => expect(statusAfter('draft', fact('DraftSaved'))).toBe('draft'));
  it('is not brought back by a review that opens after the application was returned', () => {
    expect(statusAfter('returned', fact('SecurityReviewOpened', 'security-review-1'))).toBe('returned');
    expect(statusAfter('returned', fact('ApplicationSubmitted', 'submission-1'))).toBe('submitted');
  });
  it('is what was decided, where the decision came in the moment of the withdrawal', () => {
    expect(statusAfter('withdrawn', fact('LicenceGranted'))).toBe('withdrawn');
    const closed = fact('ApplicationClosed', 'submission-1', { outcome: 'licensed', licenceNumber: 'D0000001' });
    expect(statusAfter('withdrawn', closed)).toBe('licensed');
    expect(statusToldAfter('withdrawn', closed)).toBe('licensed');
  });
  it('tells the applicant nothing of proposals and signatures', () => {
    expect(statusToldAfter('in-licensing', fact('DenialProposed'))).toBe('in-licensing');
    expect(statusToldAfter('in-licensing', fact('NoticeOfIntentIssued'))).toBe('intent-to-deny');
  });
  it('is moved only by facts that are published', () =>
    expect(movingTypes.filter((type) => !publishedTypes.includes(type))).toEqual([]));
  it('waits for somebody unless it is closed', () =>
    expect(caseStatuses.filter((status) => waitOf(status) === undefined)).toEqual(caseStatuses.filter(isClosed)));
});

describe('the clock of a case', () => {
  const row = { registeredOn: '2026-01-10', resolveBy: '2026-04-10', closedOn: null };
  it('counts calendar days since registration and to the day of resolution', () =>
    expect(caseClock(row, '2026-01-31T23:59:59.999Z')).toEqual({ daysElapsed: 21, daysLeft: 69 }));
  it('stands still once the case is closed', () =>
    expect(caseClock({ ...row, closedOn: '2026-02-09' }, '2027-01-01T00:00:00.000Z')).toEqual({
      daysElapsed: 30,
      daysLeft: null,
    }));
  it('has not begun for a draft', () =>
    expect(caseClock({ registeredOn: null, resolveBy: null, closedOn: null }, '2026-01-01T00:00:00.000Z')).toEqual({
      daysElapsed: null,
      daysLeft: null,
    }));
  it('is told in words', () =>
    expect([12, 1, 0, -1, -3].map(daysLeftInWords)).toEqual([
      '12 days left',
      '1 day left',
      'due today',
      '1 day overdue',
      '3 days overdue',
    ]));
});
