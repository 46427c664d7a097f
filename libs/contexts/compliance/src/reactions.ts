import { system } from '@exeat/kernel';
import { LicenceGranted } from '@exeat/licensing';
import { causedBy, whenever, type Reaction } from '@exeat/messaging';
import { ComplianceRequest } from './compliance.handler.js';

export const reactions: readonly Reaction[] = [
  whenever(LicenceGranted, 'issue-licence', (fact) => {
    const { licenceNumber, file, lines, conditions, validFrom, validUntil } = fact.data;
    return new ComplianceRequest(
      licenceNumber,
      {
        type: 'IssueLicence',
        data: {
          licenceNumber,
          applicationNumber: file.number,
          holder: file.applicant,
          parties: file.content.parties,
          lines,
          conditions,
          validFrom,
          validUntil,
        },
        by: system('compliance'),
        at: fact.meta.at,
      },
      causedBy(fact, 'issue-licence'),
      fact.caseId,
    );
  }),
];
