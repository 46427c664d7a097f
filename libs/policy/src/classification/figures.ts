import { exact, type Exact } from '@exeat/kernel';

/** A decimal for a sentence: exact, with separators for thousands, such as `15,832` or `2,614.9`. */
export const figure = (value: Exact | string): string => {
  const [whole = '', fraction] = exact(value.toString()).toFixed().split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};

/** `numerator / denominator`, kept as a fraction so that comparisons are exact. */
export interface Ratio {
  readonly numerator: Exact;
  readonly denominator: Exact;
}

/** Less than zero where the ratio is below the bound, zero where equal, more where above. Exact: nothing is divided. */
export const compareRatio = ({ numerator, denominator }: Ratio, bound: string): number =>
  numerator.comparedTo(denominator.times(bound));

/** The ratio rounded for display, at most four decimals. */
export const roundedRatio = ({ numerator, denominator }: Ratio): string =>
  numerator.dividedBy(denominator).toDecimalPlaces(4).toFixed();

/**
 * The ratio for a sentence that compares it with a bound: four decimals, and more where rounding would put it on the
 * bound or on its other side (5.91999 must not read "5.92 is below 5.92").
 */
export const ratioBeside = (ratio: Ratio, bound: string): string => {
  const side = Math.sign(compareRatio(ratio, bound));
  const quotient = ratio.numerator.dividedBy(ratio.denominator);
  for (let places = 4; places < 30; places += 1) {
    const rounded = quotient.toDecimalPlaces(places);
    if (Math.sign(rounded.comparedTo(bound)) === side) return figure(rounded);
  }
  return `${figure(ratio.numerator)} / ${figure(ratio.denominator)}`;
};
