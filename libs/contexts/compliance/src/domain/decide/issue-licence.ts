import { refuse } from '@exeat/kernel';
import type { ComplianceCommandNamed } from '../commands.js';
import type { ComplianceRefusal } from '../refusals.js';
import type { Licence } from '../ledger.js';
import { owedOnce } from '../obligations.js';

/** A granted licence becomes a ledger; what its conditions ask for once is owed from now on. */
export const issueLicence = ({ data }: ComplianceCommandNamed<'IssueLicence'>, licence: Licence) => {
  if (licence.status !== 'unissued') return [];
  // A quarter's shipped value is one sum, and a share of it one payment.
  const currencies = [...new Set(data.lines.map(({ value }) => value.currency))];
  if (currencies.length > 1)
    return refuse<ComplianceRefusal>(
      'CURRENCIES_MIXED',
      `A licence is kept in one currency; the lines of ${data.licenceNumber} are in ${currencies.join(' and ')}.`,
      '/lines',
    );
  const { obligationIds, ...issued } = data;
  return [
    { type: 'LicenceIssued', data: issued } as const,
    ...owedOnce(issued.conditions, obligationIds, issued.licenceNumber, issued.validFrom),
  ];
};
