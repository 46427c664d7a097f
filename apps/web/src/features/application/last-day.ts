import { addDays, dayOf } from '@exeat/kernel';

/** The last day on which something can be done: a moment at midnight is the end of the day before. */
export const lastDayOf = (until: string): string =>
  until.endsWith('T00:00:00.000Z') ? addDays(dayOf(until), -1) : dayOf(until);
