import { z } from 'zod';

/** A moment in UTC, ISO 8601 with milliseconds: `2026-01-15T09:30:00.000Z`. Compares as text. */
export type Instant = string;
export const instantSchema = z.iso.datetime({ precision: 3 });

/** A calendar day, ISO 8601: `2026-01-15`. Compares as text. */
export type Day = string;
export const daySchema = z.iso.date();

/** Where time comes from. Deciders never see it: the moment comes in with the command. */
export interface Clock {
  now(): Instant;
}

export const instantOf = (date: Date): Instant => date.toISOString();

/** The day of a moment, in UTC. */
export const dayOf = (at: Instant): Day => at.slice(0, 10);

/** The day `days` calendar days after (or, negative, before) `day`. */
export const addDays = (day: Day, days: number): Day =>
  dayOf(instantOf(new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000)));

/** The moment `days` times 24 hours after `at`. */
export const daysAfter = (at: Instant, days: number): Instant =>
  instantOf(new Date(Date.parse(at) + days * 86_400_000));

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / 86_400_000);

/** The same day `years` later; 29 February becomes 28 February where needed. */
export const addYears = (day: Day, years: number): Day => {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(y + years, m, 0)).getUTCDate();
  return dayOf(instantOf(new Date(Date.UTC(y + years, m - 1, Math.min(d, lastOfMonth)))));
};

/** The first moment after `day` has ended, in UTC. */
export const endOf = (day: Day): Instant => `${addDays(day, 1)}T00:00:00.000Z`;

/** A calendar quarter. `first` and `last` are its days, both included. */
export interface Quarter {
  readonly name: string;
  readonly first: Day;
  readonly last: Day;
}

export const quarterOf = (day: Day): Quarter => {
  const [y, m] = day.split('-').map(Number) as [number, number];
  const quarter = Math.floor((m - 1) / 3);
  const first = dayOf(instantOf(new Date(Date.UTC(y, quarter * 3, 1))));
  const last = dayOf(instantOf(new Date(Date.UTC(y, quarter * 3 + 3, 0))));
  return { name: `${y}-Q${quarter + 1}`, first, last };
};
