import { refusalBy } from '@exeat/kernel';
import type { ComplianceCommandNamed } from '../commands.js';
import type { Certificate, Licence } from '../ledger.js';
import { byItsHolder, certificateRules, notInForce, notYourLicence } from '../rules.js';

export const fileLaboratoryCertificate = (
  command: ComplianceCommandNamed<'FileLaboratoryCertificate'>,
  licence: Licence,
) => {
  if (!byItsHolder(licence, command)) return notYourLicence();
  const { data } = command;
  if (licence.certificates.some((known) => isSame(known, data))) return [];
  return (
    notInForce(licence, command) ??
    refusalBy(certificateRules, licence, command) ?? [{ type: 'LaboratoryCertificateFiled', data } as const]
  );
};

const isSame = (known: Certificate, asked: Certificate): boolean =>
  known.certificateId === asked.certificateId &&
  known.laboratory === asked.laboratory &&
  known.reference === asked.reference &&
  known.line === asked.line &&
  known.quantity === asked.quantity &&
  known.testedOn === asked.testedOn;
