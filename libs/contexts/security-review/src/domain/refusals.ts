import type { Refusal } from '@exeat/kernel';
import type { SecurityReviewFact } from './events.js';

/** What can stand in the way of filling a clause of the library in. */
export const clauseRefusals = [
  'CLAUSE_UNKNOWN',
  'CLAUSE_VERSION_UNKNOWN',
  'CLAUSE_IS_A_RIDER',
  'PARAMETER_MISSING',
  'PARAMETER_INVALID',
  'PARAMETER_UNKNOWN',
] as const;
export type ClauseRefusal = (typeof clauseRefusals)[number];

/** Every code by which this context turns a command down; the README says what each means. */
export const securityReviewRefusals = [
  'CASE_NOT_FOUND',
  'NOT_IN_THIS_STATUS',
  'NOT_A_SECURITY_REVIEWER',
  'BY_RULE_ALONE',
  'INTEREST_IN_CASE',
  'NOT_REFERRED_TO_YOUR_AGENCY',
  'TOOK_PART_IN_TECHNICAL_REVIEW',
  'TIME_FOR_POSITION_OVER',
  'REASONS_REQUIRED',
  'CONDITIONS_REQUIRED',
  'CONDITIONS_NEED_APPROVAL',
  ...clauseRefusals,
  'FINANCIAL_TERMS_NOT_HERE',
  'AGENCY_NOT_REFERRED',
  'NOT_YET_DUE',
] as const;
export type SecurityReviewRefusal = (typeof securityReviewRefusals)[number];

/** What the decider answers: facts, or every reason why not. */
export type Outcome = readonly SecurityReviewFact[] | Refusal<SecurityReviewRefusal>;
