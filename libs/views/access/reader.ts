import { holds, type Actor, type Role } from '@exeat/kernel';
import { problemError } from '@exeat/service-host';

const authorityRoles: readonly Role[] = [
  'technical-reviewer',
  'security-reviewer',
  'licensing-officer',
  'countersigner',
  'auditor',
];

/** What somebody may read of cases: one company's, as its applicant, or all of them, as the authority. */
export type Reader =
  | { readonly sees: 'own-company'; readonly companyId: string }
  | { readonly sees: 'every-company' }
  | { readonly sees: 'nothing' };

/** Whoever acts for a company sees that company alone, whatever else they are. Nobody sees anything by default. */
export const readerOf = (by: Actor): Reader => {
  if (holds(by, 'exporter')) return { sees: 'own-company', companyId: by.organisation };
  return { sees: authorityRoles.some((role) => holds(by, role)) ? 'every-company' : 'nothing' };
};

/** Whether the reader may see what belongs to the company. */
export const maySee = (reader: Reader, companyId: string): boolean =>
  reader.sees === 'every-company' || (reader.sees === 'own-company' && reader.companyId === companyId);

/** How often a case must have been submitted for the reader to see it: a draft is its applicant's own. */
export const firstRoundFor = (reader: Reader): number => (reader.sees === 'own-company' ? 0 : 1);

/** A filter on the column `companyId`; nothing where the reader sees every company. */
export const companyFilter = (reader: Reader): { readonly companyId?: string } => {
  switch (reader.sees) {
    case 'every-company':
      return {};
    case 'own-company':
      return { companyId: reader.companyId };
    case 'nothing':
      // No company has an empty id: the schema of companies refuses it.
      return { companyId: '' };
  }
};

/** Conditions and terms weigh on the decision alone: reviewers do not read them, whatever else they are. */
export const readsTerms = (by: Actor): boolean =>
  !holds(by, 'technical-reviewer') && !holds(by, 'security-reviewer') && readerOf(by).sees !== 'nothing';

/** The same for a case that does not exist and one that is not the reader's to see. */
export const caseNotFound = () => problemError(404, 'CASE_NOT_FOUND', 'There is no such case.');
