import { system, type Actor, type Classification, type LicenceRequirement, type Paragraph } from '@exeat/kernel';
import { aCaseFile, aContent, anItem, aPerson } from '@exeat/kernel/spec';
import type { TechnicalReviewCommand } from './commands.js';
import type { TechnicalReviewFact } from './events.js';

// What specs of this context start from: facts of a review, and commands by the people of the trade.

export const at = '2026-08-03T09:00:00.000Z';
export const ada = aPerson('Ada Reyes', 'technical-reviewer');
export const raj = aPerson('Raj Patel', 'technical-reviewer');
export const exeat = system('technical-review');

/** Two lines: an H20, and an MI308X. */
export const file = aCaseFile({
  content: aContent({ items: [anItem(), anItem({ line: 2, model: 'MI308X', manufacturer: 'AMD' })] }),
});

export const aComputation = (paragraph: Paragraph = 'none', changes: Partial<Classification> = {}): Classification => ({
  paragraph,
  limbs: [],
  tpp: '2368',
  drivingFormats: ['fp8'],
  applicableDieAreaMm2: '814',
  performanceDensity: '2.9091',
  missing: [],
  explanation: ['TPP is 296 x 8 = 2368.'],
  ruleSet: 'us-ear-2026-07-23',
  ...changes,
});

export const aRequirement: LicenceRequirement = {
  rule: 'is-informed-h20',
  citation: '15 CFR 744.23(b)',
  lines: [1],
  because: 'The exporter was informed that this item needs a licence.',
  reviewPolicy: 'case-by-case',
  policyBecause: 'No paragraph of 3A090 is met.',
};

const person = ({ id, name }: Actor) => ({ id, name });

export const opened = (number = file.number): TechnicalReviewFact => ({
  type: 'TechnicalReviewOpened',
  data: { file: { ...file, number } },
});
export const claimed = (by = ada): TechnicalReviewFact => ({
  type: 'TechnicalReviewClaimed',
  data: { reviewer: person(by) },
});
export const released = (by = ada): TechnicalReviewFact => ({
  type: 'TechnicalReviewReleased',
  data: { reviewer: person(by) },
});
export const found = (line: number, paragraph: Paragraph = 'none', by = ada): TechnicalReviewFact => ({
  type: 'FindingRecorded',
  data: {
    finding: { line, model: line === 1 ? 'H20 SXM' : 'MI308X', paragraph, computation: aComputation(paragraph) },
    reviewer: person(by),
  },
});
export const completed = (by = ada): TechnicalReviewFact => ({
  type: 'TechnicalReviewCompleted',
  data: {
    file,
    findings: [],
    requirements: [],
    outcome: 'no-licence-required',
    reviewers: [by.id],
    ruleSet: 'us-ear-2026-07-23',
  },
});
export const cancelled: TechnicalReviewFact = { type: 'TechnicalReviewCancelled', data: { because: 'returned' } };

export const open = (number = file.number, by: Actor = exeat): TechnicalReviewCommand => ({
  type: 'OpenTechnicalReview',
  data: { file: { ...file, number } },
  by,
  at,
});
export const claim = (by = ada): TechnicalReviewCommand => ({ type: 'ClaimReview', data: {}, by, at });
export const release = (by = ada): TechnicalReviewCommand => ({ type: 'ReleaseReview', data: {}, by, at });
export const record = (
  line: number,
  changes: { paragraph?: Paragraph; departure?: string; computation?: Classification } = {},
  by = ada,
): TechnicalReviewCommand => ({
  type: 'RecordFinding',
  data: { line, ...(line < 3 && { computation: aComputation() }), ...changes },
  by,
  at,
});
export const complete = (
  requirements: LicenceRequirement[] = [],
  by = ada,
  untested: readonly string[] = [],
): TechnicalReviewCommand => ({
  type: 'CompleteReview',
  data: { requirements, untested, ruleSet: 'us-ear-2026-07-23' },
  by,
  at,
});
export const cancel = (by: Actor = exeat): TechnicalReviewCommand => ({
  type: 'CancelTechnicalReview',
  data: { because: 'returned' },
  by,
  at,
});
