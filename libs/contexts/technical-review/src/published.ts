// The one door of the technical review context: its facts, and what they say to people.
import { unreachable, type AudienceFor, type Classification, type Finding, type SentencesFor } from '@exeat/kernel';
import type { TechnicalReviewFact } from './domain/events.js';

export * from './domain/events.js';

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });
// All digits that were stored: beside a threshold, a figure rounded further would say the wrong thing.
const digits = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 20 });
const grouped = (decimal: string): string => digits.format(decimal as `${number}`);

const meaning = ({ paragraph, computation: { limbs } }: Finding): string => {
  const by = limbs.length > 0 ? ` (${limbs.join(', ')})` : '';
  switch (paragraph) {
    case 'none':
      return `as meeting no 3A090 paragraph${by}`;
    case 'undetermined':
      return 'as undetermined';
    case '3A090.a':
    case '3A090.b':
    case '3A090.c':
      return `as ${paragraph}${by}`;
    default:
      return unreachable(paragraph);
  }
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

/** A departure is told with the computation it departs from: `as 3A090.a, departing from "none": ...`. */
const finding = (found: Finding): string => {
  const { computation, departure } = found;
  const told = figures(computation);
  const basis = told === '' ? '' : `: ${told}`;
  return departure === undefined
    ? `${meaning(found)}${basis}`
    : `as "${found.paragraph}", departing from the computation "${computation.paragraph}" (${told}): ${departure}`;
};

export const technicalReviewSentences: SentencesFor<TechnicalReviewFact> = {
  TechnicalReviewOpened: ({ data: { file } }) => `Technical review of ${file.number} opened`,
  TechnicalReviewClaimed: ({ data }) => `${data.reviewer.name} claimed the technical review`,
  TechnicalReviewReleased: ({ data: { reviewer, reason } }) =>
    `${reviewer.name} released the technical review${reason === undefined ? '' : `: ${reason}`}`,
  FindingRecorded: ({ data: { finding: found, reviewer } }) =>
    `${reviewer.name} recorded line ${found.line} (${found.model}) ${finding(found)}`,
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
