import { refusalBy, same } from '@exeat/kernel';
import type { ComplianceCommandNamed } from '../commands.js';
import type { Licence } from '../ledger.js';
import { byItsHolder, certificateRules, notInForce, notYourLicence } from '../rules.js';

/** Puts a certificate on file for units of a line. Filing the same one again changes nothing. */
export const fileLaboratoryCertificate = (
  command: ComplianceCommandNamed<'FileLaboratoryCertificate'>,
  licence: Licence,
) => {
  if (!byItsHolder(licence, command)) return notYourLicence();
  const { data } = command;
  if (licence.certificates.some((known) => same(known, data))) return [];
  return (
    notInForce(licence, command) ??
    refusalBy(certificateRules, licence, command) ?? [{ type: 'LaboratoryCertificateFiled', data } as const]
  );
};
