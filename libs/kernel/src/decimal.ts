import { Decimal } from 'decimal.js';
import { z } from 'zod';

/** Exact decimal arithmetic: forty digits, plain notation. Facts store decimals as text, never as binary fractions. */
export const Exact = Decimal.clone({ precision: 40, toExpNeg: -40, toExpPos: 40 });
export type Exact = InstanceType<typeof Exact>;

/** Reads a stored or typed decimal. Throws on text that is none: parse at the edge first. */
export const exact = (value: string | number): Exact => new Exact(value);

const plain = /^(0|[1-9]\d{0,14})(\.\d{1,6})?$/;

/** A decimal of at least zero in plain notation, at most 15 digits before and 6 after the point. */
export const decimalText = z.string().regex(plain, 'a plain decimal such as 1979 or 2614.9');

/** A whole number of units, from 1 to 15 digits, as text. */
export const quantityText = z.string().regex(/^[1-9]\d{0,14}$/, 'a whole number of at least 1, without separators');

/** Money: an amount with at most two decimals, and an ISO 4217 currency. */
export const moneySchema = z.strictObject({
  amount: z.string().regex(/^(0|[1-9]\d{0,14})(\.\d{1,2})?$/, 'an amount such as 12500 or 12500.50'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 currency such as USD'),
});
export type Money = Readonly<z.infer<typeof moneySchema>>;

export const times = (price: Money, quantity: string): Money => ({
  amount: exact(price.amount).times(quantity).toFixed(2),
  currency: price.currency,
});

export const sum = (values: readonly string[]): Exact => values.reduce((total, value) => total.plus(value), exact(0));
