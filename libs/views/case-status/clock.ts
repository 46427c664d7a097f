import { dayOf, daysBetween, type Day, type Instant } from '@exeat/kernel';

/** How long a case has run, and how long it has left (E.O. 12981: calendar days from registration). */
interface CaseClock {
  readonly daysElapsed: number | null;
  /** Negative where the day has passed. Null once the case is closed. */
  readonly daysLeft: number | null;
}

/** Calendar days since registration, and left until the case must be resolved; it stands still once the case is closed. */
export const caseClock = (
  row: { readonly registeredOn: Day | null; readonly resolveBy: Day | null; readonly closedOn: Day | null },
  now: Instant,
): CaseClock => {
  const today = dayOf(now);
  return {
    daysElapsed: row.registeredOn === null ? null : daysBetween(row.registeredOn, row.closedOn ?? today),
    daysLeft: row.resolveBy === null || row.closedOn !== null ? null : daysBetween(today, row.resolveBy),
  };
};

/** How long is left in words: `12 days left`, `due today`, `3 days overdue`. */
export const daysLeftInWords = (days: number): string => {
  if (days === 0) return 'due today';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `${count} left` : `${count} overdue`;
};
