import { dayOf, daysBetween, type Day, type Instant } from '@exeat/kernel';
import { isClosed, isResolved, statusInWords, type CaseStatus } from './case-status.js';

/** A time in which no clock of the authority runs. `to` is the day on which another began. */
export interface ClockStop {
  readonly from: Day;
  readonly to: Day | null;
  /** The status that stopped it. */
  readonly because: CaseStatus;
}

/**
 * The stops after a fact that brought the case to a status. A return or an end stops a clock that has begun; the
 * registration of another submission begins a new one. What was stopped stays stopped until then.
 */
export const stopsAfter = (
  stops: readonly ClockStop[],
  status: CaseStatus,
  {
    registeredOn,
    at,
    registered,
  }: { readonly registeredOn: Day | null; readonly at: Instant; readonly registered: boolean },
): readonly ClockStop[] => {
  const last = stops.at(-1);
  const isStopped = last !== undefined && last.to === null;
  if (registered) return isStopped ? [...stops.slice(0, -1), { ...last, to: dayOf(at) }] : stops;
  if (!isResolved(status)) return stops;
  if (!isStopped) return registeredOn === null ? stops : [...stops, { from: dayOf(at), to: null, because: status }];
  // A decision that was signed in the moment of a withdrawal is what stands.
  return last.because === 'withdrawn' ? [...stops.slice(0, -1), { ...last, because: status }] : stops;
};

/** Why the clock was stopped, and what became of it, in a sentence. */
export const stopInWords = ({ because, to }: ClockStop): string => {
  if (isClosed(because)) return `The case was closed: ${statusInWords(because).toLowerCase()}.`;
  const returned = 'The application was returned to the applicant, which closed its clock;';
  return to === null
    ? `${returned} a new submission begins a new one when it is registered.`
    : `${returned} the new submission was registered on ${to}, with a new clock.`;
};

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
