// The one door of the compliance context: its facts, and what they say to people.
import { byMoment, grouped, moneyInWords, type AudienceFor, type SentencesFor } from '@exeat/kernel';
import type { ComplianceFact } from './domain/events.js';

export * from './domain/events.js';

const units = (quantity: string): string => (quantity === '1' ? '1 unit' : `${grouped(quantity)} units`);
const evidenceWords = (evidence: string): string => evidence.replaceAll('-', ' ');

export const complianceSentences: SentencesFor<ComplianceFact> = {
  LicenceIssued: ({ data }) =>
    `Licence ${data.licenceNumber} was issued to ${data.holder.name} for ` +
    `${data.lines.map(({ quantity, model }) => `${grouped(quantity)} ${model}`).join(', ')}, valid from ${data.validFrom} until ${data.validUntil}`,
  LaboratoryCertificateFiled: ({ data, meta }) =>
    `${meta.actor.name} filed certificate ${data.reference} of ${data.laboratory}: ${units(data.quantity)} of line ${data.line}, tested on ${data.testedOn}`,
  ShipmentRecorded: ({ data, meta }) =>
    `${meta.actor.name} recorded shipment ${data.reference} of ${data.shippedOn}: ` +
    data.lines
      .map(({ line, quantity, value }) => `${units(quantity)} of line ${line} worth ${moneyInWords(value)}`)
      .join(', '),
  ObligationRaised: ({ data }) =>
    `A ${evidenceWords(data.evidence)} for ${data.about} became owed` +
    `${data.amount ? `, ${moneyInWords(data.amount)}` : ''}, due ${byMoment(data.dueAt)}`,
  ObligationFulfilled: ({ data, meta }) =>
    `${meta.actor.name} fulfilled an obligation with ${data.reference}${data.late ? ', after it was due' : ''}`,
  ObligationBecameOverdue: ({ data }) => `An obligation due ${byMoment(data.dueAt)} became overdue`,
  ReportingPeriodClosed: ({ data }) =>
    `Reporting period ${data.period} closed with ${moneyInWords(data.shippedValue)} shipped`,
  LicenceExhausted: ({ data }) => `Licence ${data.licenceNumber} was exhausted: every licensed unit has shipped`,
  LicenceExpired: ({ data }) => `Licence ${data.licenceNumber} expired`,
};

/** The holder of a licence is the applicant of the case, and the life of the licence is the holder's own. */
export const complianceAudience: AudienceFor<ComplianceFact> = {
  LicenceIssued: 'applicant',
  LaboratoryCertificateFiled: 'applicant',
  ShipmentRecorded: 'applicant',
  ObligationRaised: 'applicant',
  ObligationFulfilled: 'applicant',
  ObligationBecameOverdue: 'applicant',
  ReportingPeriodClosed: 'applicant',
  LicenceExhausted: 'applicant',
  LicenceExpired: 'applicant',
};
