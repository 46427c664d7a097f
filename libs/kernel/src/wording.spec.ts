import { describe, expect, it } from '@jest/globals';
import { byMoment, ended, grouped, momentInWords, moneyInWords } from './wording.js';

describe('wording', () => {
  it('groups digits and keeps every decimal', () => {
    expect(grouped('999')).toBe('999');
    expect(grouped('15832')).toBe('15,832');
    expect(grouped('4799.99')).toBe('4,799.99');
    expect(grouped('20919.2000001')).toBe('20,919.2000001');
  });

  it('says money with its currency', () =>
    expect(moneyInWords({ amount: '750000.00', currency: 'USD' })).toBe('USD 750,000.00'));

  it('says a midnight as the day that ends with it', () => {
    expect(byMoment('2026-07-31T00:00:00.000Z')).toBe('by the end of 2026-07-30');
    expect(byMoment('2026-05-11T09:00:00.077Z')).toBe('by 2026-05-11 09:00 UTC');
    expect(momentInWords('2026-05-11T09:00:00.077Z')).toBe('2026-05-11 09:00 UTC');
  });

  it('ends a typed text once', () => {
    expect(ended('Two agencies object.')).toBe('Two agencies object.');
    expect(ended('Two agencies object ')).toBe('Two agencies object.');
  });
});
