// The one door of the submission context: its facts, and what they say to people.
import { countryName, grouped, type AudienceFor, type Draft, type SentencesFor } from '@exeat/kernel';
import type { SubmissionFact } from './domain/events.js';

export * from './domain/events.js';

const sections: Record<keyof Draft, string> = {
  exportFrom: 'country of export',
  parties: 'parties',
  items: 'items',
  endUse: 'end use',
  certifications: 'certifications',
};

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const sectionsOf = (changes: Draft): string =>
  listed.format(Object.keys(changes).map((section) => sections[section as keyof Draft]));

const returnReasons = {
  'insufficient-information': 'information is missing',
  'licence-exception-applies': 'a licence exception applies',
  'not-our-jurisdiction': 'the items are not under this jurisdiction',
} as const;

const outcomes = {
  licensed: 'a licence was granted',
  denied: 'the application was denied',
  'no-licence-required': 'no licence is required',
} as const;

const withDocuments = (count: number): string =>
  count === 0 ? '' : `, with ${count === 1 ? 'one document' : `${count} documents`}`;

export const submissionSentences: SentencesFor<SubmissionFact> = {
  DraftStarted: ({ data, meta }) => `${meta.actor.name} of ${data.applicant.name} started a draft (${data.reference})`,
  DraftSaved: ({ data, meta }) => `${meta.actor.name} saved ${sectionsOf(data.changes)}`,
  DocumentAttached: ({ data, meta }) =>
    `${meta.actor.name} attached ${data.name} (${grouped(String(data.size))} bytes)`,
  DocumentRemoved: ({ data, meta }) => `${meta.actor.name} removed the document ${data.name}`,
  ApplicationSubmitted: ({ data: { content, declaration, round, documents = [] }, meta }) => {
    const consignee = content.parties.find(({ role }) => role === 'ultimate-consignee');
    const items = content.items.map(({ quantity, model }) => `${grouped(quantity)} ${model}`).join(', ');
    const destination = consignee ? ` to ${consignee.name}, ${countryName(consignee.country)}` : '';
    return (
      `${meta.actor.name} submitted the application${round > 1 ? ` again (round ${round})` : ''}: ${items}${destination}${withDocuments(documents.length)}; ` +
      `signed by ${declaration.signatory}, ${declaration.capacity}`
    );
  },
  ApplicationRegistered: ({ data: { file, resolveBy, previousNumber }, meta }) =>
    `${meta.actor.name} registered the application as ${file.number}` +
    `${previousNumber === undefined ? '' : `, following ${previousNumber}`}, to be resolved by ${resolveBy}`,
  ApplicationReturned: ({ data, meta }) =>
    `${meta.actor.name} returned the application because ${returnReasons[data.reason]}: ${data.explanation}`,
  ApplicationWithdrawn: ({ data, meta }) => `${meta.actor.name} withdrew the application: ${data.reason}`,
  ApplicationClosed: ({ data, meta }) =>
    `${meta.actor.name} closed the case: ${outcomes[data.outcome]}` +
    `${data.licenceNumber === undefined ? '' : ` (${data.licenceNumber})`}`,
};

/** A draft is the applicant's own; from its submission on, all is between the applicant and the authority. */
export const submissionAudience: AudienceFor<SubmissionFact> = {
  DraftStarted: 'applicant-only',
  DraftSaved: 'applicant-only',
  DocumentAttached: 'applicant-only',
  DocumentRemoved: 'applicant-only',
  ApplicationSubmitted: 'applicant',
  ApplicationRegistered: 'applicant',
  ApplicationReturned: 'applicant',
  ApplicationWithdrawn: 'applicant',
  ApplicationClosed: 'applicant',
};
