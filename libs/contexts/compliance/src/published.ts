// The one door of the compliance context: its facts, and what they say to people.
import { byMoment, grouped, moneyInWords, type AudienceFor, type SentencesFor } from '@exeat/kernel';
import type { ComplianceFact, Owed } from './domain/events.js';

export * from './domain/events.js';

const units = (quantity: string): string => (quantity === '1' ? '1 unit' : `${grouped(quantity)} units`);

/**
 * What is owed: `delivery report for NG-SHIP-0001`. Of a payment neither the sum nor its name: financial terms are no
 * input to technical or security review, whose people read these sentences, too.
 */
const owed = ({ evidence, about, amount }: Partial<Owed>): string => {
  const what = amount ? 'payment' : evidence?.replaceAll('-', ' ').replaceAll('tpp', 'TPP');
  return what === undefined || about === undefined ? 'obligation' : `${what} for ${about}`;
};
const withArticle = (words: string): string => `${/^[aeiou]/.test(words) ? 'An' : 'A'} ${words}`;

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
  ObligationRaised: ({ data }) => `${withArticle(owed(data))} became owed, due ${byMoment(data.dueAt)}`,
  ObligationFulfilled: ({ data, meta }) =>
    `${meta.actor.name} fulfilled the ${owed(data.owed ?? {})} with ${data.reference}${data.late ? ', after it was due' : ''}`,
  ObligationBecameOverdue: ({ data }) => `The ${owed(data.owed ?? {})}, due ${byMoment(data.dueAt)}, became overdue`,
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
