import { addDays, dayOf, daysBetween, type Day } from '@exeat/kernel';
import type { CaseOverview } from '../case/case-types';

/** The day it is for the server, whose clock may be another than this machine's; undefined for a case that is closed. */
export const todayOf = ({ resolveBy, daysLeft }: Pick<CaseOverview, 'resolveBy' | 'daysLeft'>): Day | undefined =>
  resolveBy === null || daysLeft === null ? undefined : addDays(resolveBy, -daysLeft);

/** Calendar days from a day to a moment; below zero where it has passed. */
export const daysUntil = (moment: string, today: Day): number => daysBetween(today, dayOf(moment));
