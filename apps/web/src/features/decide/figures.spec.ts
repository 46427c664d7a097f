import { describe, expect, it } from '@jest/globals';
import { lineFigures, totalFigures } from './figures.js';

type Findings = Parameters<typeof lineFigures>[2];
const usd = (amount: string) => ({ amount, currency: 'USD' });
const findings = [
  { line: 1, computation: { tpp: '2368' } },
  { line: 2, computation: {} },
] as unknown as Findings;
const line = (number: number, amount = '12500.10') => ({ line: number, unitPrice: usd(amount) });

describe('what a quantity of a line comes to', () => {
  it('is exact, in money and in performance', () =>
    expect(lineFigures(line(1), '1000', findings)).toEqual({ value: usd('12500100.00'), tpp: '2368000' }));
  it('has no performance where none was found', () =>
    expect(lineFigures(line(2), '3', findings)).toEqual({ value: usd('37500.30'), tpp: undefined }));
  it.each([undefined, '', '0', '1.5', '1e3', '-1', '1,000', '=1+1', '<b>'])('is nothing for %p', (quantity) =>
    expect(lineFigures(line(1), quantity, findings)).toBeUndefined(),
  );
});

describe('what lines come to together', () => {
  it('is a sum for each currency, and says where the performance of a line is not known', () => {
    const lines = [line(1), line(2)].flatMap((each) => lineFigures(each, '2', findings) ?? []);
    const euro = { value: { amount: '1.50', currency: 'EUR' }, tpp: '10' };
    expect(totalFigures([...lines, euro])).toEqual({
      values: [usd('50000.40'), { amount: '1.50', currency: 'EUR' }],
      tpp: '4746',
      isTppWhole: false,
    });
  });
});
