import type { Problem } from '@exeat/kernel';

/**
 * Which HTTP status a refusal is answered with: the one table, most telling status first. A code that is not here is a
 * rule of the trade that the state of the case does not allow: 409.
 */
const statuses: readonly (readonly [status: number, codes: readonly string[]])[] = [
  // Whether it exists is not revealed to those who may not see it.
  [
    404,
    [
      'CASE_NOT_FOUND',
      'NOT_YOUR_CASE',
      'NOT_YOUR_LICENCE',
      'UNKNOWN_OBLIGATION',
      'CONDITION_UNKNOWN',
      'DOCUMENT_UNKNOWN',
    ],
  ],
  // Roles and separation of duties: this person may not, whatever the state of the case.
  [
    403,
    [
      'BY_RULE_ALONE',
      'INTEREST_IN_CASE',
      'NOT_A_COUNTERSIGNER',
      'NOT_A_LICENSING_OFFICER',
      'NOT_A_NOTE_WRITER',
      'NOT_A_SECURITY_REVIEWER',
      'NOT_A_TECHNICAL_REVIEWER',
      'NOT_REFERRED_TO_YOUR_AGENCY',
      'OFFICER_MAY_NOT_COUNTERSIGN',
      'REVIEWER_MAY_NOT_COUNTERSIGN',
      'REVIEWER_MAY_NOT_DECIDE',
      'TOOK_PART_IN_TECHNICAL_REVIEW',
    ],
  ],
  [412, ['STALE_VERSION']],
  // What was sent is wrong in itself; another time would not make it right.
  [
    422,
    [
      'CLAUSE_IS_A_RIDER',
      'CLAUSE_UNKNOWN',
      'CLAUSE_VERSION_UNKNOWN',
      'COMMAND_ID_REUSED',
      'CONDITIONS_NEED_APPROVAL',
      'CONDITIONS_REQUIRED',
      'CRITERIA_REQUIRED',
      'CURRENCIES_MIXED',
      'DEPARTURE_NEEDS_REASON',
      'END_USE_TOO_GENERAL',
      'FINANCIAL_TERMS_NOT_HERE',
      'IN_THE_FUTURE',
      'ITEMS_MISSING',
      'LINES_MISSING',
      'LINE_REPEATED',
      'LINE_UNKNOWN',
      'NO_DEPARTURE',
      'PARAMETER_INVALID',
      'PARAMETER_MISSING',
      'PARAMETER_UNKNOWN',
      'PARTY_MISSING',
      'POST_OFFICE_BOX',
      'PRICE_ZERO',
      'QUANTITY_ABOVE_APPLICATION',
      'REASONS_REQUIRED',
      'SECTION_MISSING',
      'ULTIMATE_CONSIGNEE_NOT_UNIQUE',
      'UNKNOWN_PERIOD',
      'VALID_UNTIL_PAST',
      'WRONG_CURRENCY',
    ],
  ],
];

/** The status of a refusal: of its most telling problem. */
export const statusOfRefusal = (problems: readonly Pick<Problem, 'code'>[]): number =>
  statuses.find(([status, codes]) =>
    // A refusal is about what was sent only where every one of its problems is.
    status === 422
      ? problems.every(({ code }) => codes.includes(code))
      : problems.some(({ code }) => codes.includes(code)),
  )?.[0] ?? 409;
