import type { Refusal } from '@exeat/kernel';
import type { LicensingFact } from './events.js';

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
export const licensingRefusals = [
  'CASE_NOT_FOUND',
  'NOT_IN_THIS_STATUS',
  'NOT_YOUR_CASE',
  'NOT_A_LICENSING_OFFICER',
  'NOT_A_COUNTERSIGNER',
  'BY_RULE_ALONE',
  'INTEREST_IN_CASE',
  'REVIEWER_MAY_NOT_DECIDE',
  'OFFICER_MAY_NOT_COUNTERSIGN',
  'REVIEWER_MAY_NOT_COUNTERSIGN',
  'ALREADY_COUNTERSIGNED',
  'PROPOSAL_OUTDATED',
  'WRONG_ROUTE',
  'CONDITION_UNKNOWN',
  'CONDITION_DROPPED',
  ...clauseRefusals,
  'CONDITIONS_UNSETTLED',
  'OBJECTION_STANDS',
  'RETURN_ASKED',
  'LINES_MISSING',
  'LINE_UNKNOWN',
  'LINE_REPEATED',
  'QUANTITY_ABOVE_APPLICATION',
  'VALID_UNTIL_PAST',
  'CRITERIA_REQUIRED',
  'REASONS_REQUIRED',
  'NOTICE_IS_FINAL',
  'NOT_YET_DUE',
] as const;
export type LicensingRefusal = (typeof licensingRefusals)[number];

/** What the decider answers: facts, or every reason why not. */
export type Outcome = readonly LicensingFact[] | Refusal<LicensingRefusal>;
