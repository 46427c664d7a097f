import { describe, expect, it } from '@jest/globals';
import { decimalText, exact, moneySchema, quantityText, sum, times } from './decimal.js';

describe('decimals', () => {
  it('are exact where binary fractions are not', () => {
    expect(exact('10066.3').times(6).toString()).toBe('60397.8');
    expect(sum(['0.1', '0.2']).toString()).toBe('0.3');
  });

  it('multiply money by a quantity to the cent', () =>
    expect(times({ amount: '12500.50', currency: 'USD' }, '3')).toEqual({ amount: '37501.50', currency: 'USD' }));

  it.each(['1e3', '-1', '01', '1.', '.5', '٣', '１', ' 1', '1 ', 'NaN', 'Infinity', '1,000', '1.1234567'])(
    'refuse %p',
    (text) => expect(decimalText.safeParse(text).success).toBe(false),
  );

  it.each(['0', '-1', '1.5', '1e3', '1'.repeat(16)])('refuse %p as a quantity', (text) =>
    expect(quantityText.safeParse(text).success).toBe(false),
  );

  it.each(['0.001', '-5', 'USD'])('refuse %p as an amount of money', (amount) =>
    expect(moneySchema.safeParse({ amount, currency: 'USD' }).success).toBe(false),
  );
});
