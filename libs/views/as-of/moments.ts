import { factsUpTo, submittedIn, type Moment } from '@exeat/audit';
import type { Instant, Recorded } from '@exeat/kernel';
import { caseNotFound } from '../access/reader.js';

/** A case up to a moment. */
export interface CaseUpTo {
  /** What the views had read of the case by then. */
  readonly folded: readonly Recorded[];
  /** What auditors are told of that: drafts only where a submission followed. */
  readonly told: readonly Recorded[];
  /** The last fact that is told. */
  readonly last: Recorded;
  /** The moment up to which days are counted. */
  readonly now: Instant;
}

/**
 * A case up to a position, where days are counted to its last fact; up to a moment that has come; or, where neither is
 * given, up to now. Throws 404 CASE_NOT_FOUND where nothing that auditors are told of had happened.
 */
export const caseUpTo = (facts: readonly Recorded[], at: Moment | undefined, now: Instant): CaseUpTo => {
  const told = factsUpTo(submittedIn(facts), at);
  const last = told.at(-1);
  if (!last) throw caseNotFound();
  const counted = typeof at === 'number' ? last.meta.at : at === undefined || at > now ? now : at;
  return { folded: factsUpTo(facts, at), told, last, now: counted };
};
