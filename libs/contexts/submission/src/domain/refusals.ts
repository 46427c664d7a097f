import type { Refusal } from '@exeat/kernel';
import type { SubmissionFact } from './events.js';

/** Every code by which this context turns a command down; the README says what each means. */
export const submissionRefusals = [
  'NOT_IN_THIS_STATUS',
  'CASE_NOT_FOUND',
  'NOT_YOUR_CASE',
  'NOT_A_LICENSING_OFFICER',
  'BY_RULE_ALONE',
  'INTEREST_IN_CASE',
  'SECTION_MISSING',
  'PARTY_MISSING',
  'ULTIMATE_CONSIGNEE_NOT_UNIQUE',
  'POST_OFFICE_BOX',
  'END_USE_TOO_GENERAL',
  'ITEMS_MISSING',
  'LINE_REPEATED',
  'CURRENCIES_MIXED',
  'PRICE_ZERO',
  'TOO_MANY_DOCUMENTS',
  'DOCUMENT_UNKNOWN',
] as const;
export type SubmissionRefusal = (typeof submissionRefusals)[number];

/** What the decider answers: facts, or every reason why not. */
export type Outcome = readonly SubmissionFact[] | Refusal<SubmissionRefusal>;
