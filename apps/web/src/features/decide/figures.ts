import { exact, quantityText, sum, times, type Money } from '@exeat/kernel';
import type { LicensingCase } from './licensing-case';

type Item = LicensingCase['file']['content']['items'][number];

/** What a quantity of a line comes to. */
export interface LineFigures {
  readonly value: Money;
  /** TPP over all units; undefined where technical review found none. */
  readonly tpp: string | undefined;
}

/** Exact; undefined where the quantity is none. */
export const lineFigures = (
  { line, unitPrice }: Pick<Item, 'line' | 'unitPrice'>,
  quantity: string | undefined,
  findings: LicensingCase['findings'],
): LineFigures | undefined => {
  if (!quantityText.safeParse(quantity).success || quantity === undefined) return undefined;
  const each = findings.find((finding) => finding.line === line)?.computation.tpp;
  return {
    value: times(unitPrice, quantity),
    tpp: each === undefined ? undefined : exact(each).times(quantity).toFixed(),
  };
};

/** All lines together: a sum for each currency, and the TPP of those lines that have one. */
export const totalFigures = (lines: readonly LineFigures[]) => {
  const currencies = [...new Set(lines.map(({ value }) => value.currency))];
  return {
    values: currencies.map((currency): Money => {
      const amounts = lines.flatMap(({ value }) => (value.currency === currency ? [value.amount] : []));
      return { amount: sum(amounts).toFixed(2), currency };
    }),
    tpp: sum(lines.flatMap(({ tpp }) => tpp ?? [])).toFixed(),
    isTppWhole: lines.every(({ tpp }) => tpp !== undefined),
  };
};
