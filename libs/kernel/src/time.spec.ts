import { describe, expect, it } from '@jest/globals';
import { addDays, addYears, daysBetween, endOf, quarterOf } from './time.js';

describe('calendar days', () => {
  it('cross months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  it('are counted between two days, in either direction', () => {
    expect(daysBetween('2026-01-01', '2026-04-01')).toBe(90);
    expect(daysBetween('2026-04-01', '2026-01-01')).toBe(-90);
  });

  it('stay in February when a licence of four years starts on a leap day', () => {
    expect(addYears('2028-02-29', 4)).toBe('2032-02-29');
    expect(addYears('2028-02-29', 1)).toBe('2029-02-28');
  });

  it('end at the midnight after them', () => expect(endOf('2026-12-31')).toBe('2027-01-01T00:00:00.000Z'));
});

describe('a quarter', () => {
  it('knows its first and last day', () => {
    expect(quarterOf('2026-02-14')).toEqual({ name: '2026-Q1', first: '2026-01-01', last: '2026-03-31' });
    expect(quarterOf('2026-12-31')).toEqual({ name: '2026-Q4', first: '2026-10-01', last: '2026-12-31' });
  });
});
