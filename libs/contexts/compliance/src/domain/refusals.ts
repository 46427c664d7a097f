/** Every code by which this context turns a command down; the README says what each means. */
export const complianceRefusals = [
  'ALREADY_FULFILLED',
  'CERTIFICATE_MISSING',
  'DUPLICATE_REFERENCE',
  'IN_THE_FUTURE',
  'LICENCE_NOT_IN_FORCE',
  'LINE_OVERDRAWN',
  'LINE_REPEATED',
  'CURRENCIES_MIXED',
  'NOT_IN_THIS_STATUS',
  'NOT_YET_DUE',
  'NOT_YOUR_LICENCE',
  'OUTSIDE_VALIDITY',
  'LINE_UNKNOWN',
  'UNKNOWN_OBLIGATION',
  'UNKNOWN_PERIOD',
  'VALUE_ABOVE_TOLERANCE',
  'WRONG_CURRENCY',
] as const;
export type ComplianceRefusal = (typeof complianceRefusals)[number];
