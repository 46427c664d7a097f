import type { Refusal } from '@exeat/kernel';
import type { TechnicalReviewFact } from './events.js';

/** Every code by which this context turns a command down; the README says what each means. */
export const technicalReviewRefusals = [
  'NOT_IN_THIS_STATUS',
  'CASE_NOT_FOUND',
  'NOT_A_TECHNICAL_REVIEWER',
  'BY_RULE_ALONE',
  'INTEREST_IN_CASE',
  'ALREADY_CLAIMED',
  'CLAIMED_BY_ANOTHER',
  'LINE_UNKNOWN',
  'DEPARTURE_NEEDS_REASON',
  'NO_DEPARTURE',
  'FINDING_MISSING',
  'UNDETERMINED',
  'REQUIREMENT_UNTESTED',
] as const;
export type TechnicalReviewRefusal = (typeof technicalReviewRefusals)[number];

/** What the decider answers: facts, or every reason why not. */
export type Outcome = readonly TechnicalReviewFact[] | Refusal<TechnicalReviewRefusal>;
