import type { Money } from './decimal.js';
import { addDays, dayOf, type Instant } from './time.js';

// How figures and moments stand in sentences. English, and the same on every machine.

/** Digits in groups of three, every decimal kept: beside a threshold a rounded figure would say the wrong thing. */
export const grouped = (decimal: string): string => {
  const [whole = '', fraction] = decimal.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
};

export const moneyInWords = ({ amount, currency }: Money): string => `${currency} ${grouped(amount)}`;

/** A moment to the minute, UTC. */
export const momentInWords = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;

/** Until when something is owed: a day where the moment is the midnight after it. */
export const byMoment = (dueAt: Instant): string =>
  dueAt.endsWith('T00:00:00.000Z') ? `by the end of ${addDays(dayOf(dueAt), -1)}` : `by ${momentInWords(dueAt)}`;

/** A text that somebody typed, ended so that a sentence can follow. */
export const ended = (text: string): string => (/[.!?]\s*$/.test(text) ? text.trim() : `${text.trim()}.`);
