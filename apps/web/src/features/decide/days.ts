import { dayOf, daysBetween, type Day } from '@exeat/kernel';

/** Calendar days from a day to a moment; below zero where it has passed. */
export const daysUntil = (moment: string, today: Day): number => daysBetween(today, dayOf(moment));
