import '../forms/no-code-from-text';
import { addDays, dayOf, type Day } from '@exeat/kernel';

/** The last day on which something can be done: a moment at midnight is the end of the day before. */
export const lastDayOf = (until: string): Day => (isMidnight(until) ? addDays(dayOf(until), -1) : dayOf(until));

/** Whether a moment is the end of a day, so that the day alone says it all. */
export const isMidnight = (moment: string): boolean => moment.endsWith('T00:00:00.000Z');
