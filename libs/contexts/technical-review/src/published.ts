// The one door of the technical review context: its facts, and what they say to people.
import { grouped, type AudienceFor, type Classification, type Finding, type SentencesFor } from '@exeat/kernel';
import type { TechnicalReviewFact } from './domain/events.js';

export * from './domain/events.js';

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** What a paragraph says of an item. */
const meaning: Record<Finding['paragraph'], string> = {
  none: 'no 3A090 paragraph',
  undetermined: 'undetermined',
  '3A090.a': '3A090.a',
  '3A090.b': '3A090.b',
  '3A090.c': '3A090.c',
};

const figures = ({ tpp, performanceDensity, memoryBandwidthDensity, missing }: Classification): string =>
  [
    tpp === undefined ? [] : `TPP ${grouped(tpp)}`,
    performanceDensity === undefined ? [] : `performance density ${grouped(performanceDensity)}`,
    memoryBandwidthDensity === undefined ? [] : `memory bandwidth density ${grouped(memoryBandwidthDensity)}`,
    missing.length === 0 ? [] : `not known: ${listed.format(missing)}`,
  ]
    .flat()
    .join(', ');

/** A departure is told with the computation it departs from. */
const told = ({ paragraph, computation, departure }: Finding): string => {
  const found = `as ${paragraph === 'none' ? 'meeting ' : ''}${meaning[paragraph]}`;
  const limbs = computation.limbs.length > 0 ? ` (${computation.limbs.join(', ')})` : '';
  const known = figures(computation);
  return departure === undefined
    ? `${found}${limbs}${known === '' ? '' : `: ${known}`}`
    : `${found}, departing from the computation (${[meaning[computation.paragraph], known].filter(Boolean).join('; ')}): ${departure}`;
};

export const technicalReviewSentences: SentencesFor<TechnicalReviewFact> = {
  TechnicalReviewOpened: ({ data: { file } }) => `Technical review of ${file.number} opened`,
  TechnicalReviewClaimed: ({ data }) => `${data.reviewer.name} claimed the technical review`,
  TechnicalReviewReleased: ({ data: { reviewer, reason } }) =>
    `${reviewer.name} released the technical review${reason === undefined ? '' : `: ${reason}`}`,
  FindingRecorded: ({ data: { finding, reviewer } }) =>
    `${reviewer.name} recorded line ${finding.line} (${finding.model}) ${told(finding)}`,
  TechnicalReviewCompleted: ({ data: { outcome, requirements }, meta }) =>
    `${meta.actor.name} completed the technical review: ` +
    (outcome === 'no-licence-required'
      ? 'no licence is required'
      : `a licence is required (${listed.format([...new Set(requirements.map(({ citation }) => citation))])})`),
  TechnicalReviewCancelled: ({ data }) => `Technical review ended because the application was ${data.because}`,
};

/** The applicant may know that the review goes on and what it came to, not who weighs what in between. */
export const technicalReviewAudience: AudienceFor<TechnicalReviewFact> = {
  TechnicalReviewOpened: 'applicant',
  TechnicalReviewClaimed: 'authority',
  TechnicalReviewReleased: 'authority',
  FindingRecorded: 'authority',
  TechnicalReviewCompleted: 'applicant',
  TechnicalReviewCancelled: 'applicant',
};
