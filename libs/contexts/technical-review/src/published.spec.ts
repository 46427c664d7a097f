import { describe, expect, it } from '@jest/globals';
import type { Finding, FactNamed, Recorded } from '@exeat/kernel';
import { aComputation, ada, aRequirement, file } from './domain/technical-review.fixtures.js';
import { technicalReviewAudience, technicalReviewSentences, type TechnicalReviewFact } from './published.js';

const told = <Type extends TechnicalReviewFact['type']>(
  type: Type,
  data: FactNamed<TechnicalReviewFact, Type>['data'],
): string => {
  const recorded = { type, data, meta: { actor: ada } } as Recorded<FactNamed<TechnicalReviewFact, Type>>;
  return technicalReviewSentences[type](recorded);
};
const reviewer = { id: ada.id, name: ada.name };
const found = (changes: Partial<Finding>): string =>
  told('FindingRecorded', {
    finding: { line: 1, model: 'H20 SXM', paragraph: 'none', computation: aComputation(), ...changes },
    reviewer,
  });

describe('the sentence of a finding', () => {
  it('says that no paragraph is met, with the figures', () =>
    expect(found({})).toBe(
      'Ada Reyes recorded line 1 (H20 SXM) as meeting no 3A090 paragraph: TPP 2,368, performance density 2.9091',
    ));
  it('names the limbs that are met', () =>
    expect(
      found({ paragraph: '3A090.a', computation: aComputation('3A090.a', { limbs: ['a.1'], tpp: '15832' }) }),
    ).toContain('as 3A090.a (a.1): TPP 15,832'));
  it('names the note that excludes an item', () =>
    expect(found({ computation: aComputation('none', { limbs: ['Note 2'] }) })).toContain(
      'as meeting no 3A090 paragraph (Note 2)',
    ));
  it('shows every digit, so that a figure just below a threshold is not told as the threshold', () =>
    expect(
      found({ computation: aComputation('none', { tpp: '4799.999999', performanceDensity: '1.5999' }) }),
    ).toContain('TPP 4,799.999999, performance density 1.5999'));
  it('says what is not known', () =>
    expect(
      found({
        paragraph: 'undetermined',
        computation: aComputation('undetermined', { missing: ['die areas', 'datacentre use'] }),
      }),
    ).toMatch(/as undetermined: .*, not known: die areas and datacentre use$/));
  it('gives the reason of a departure beside the computation', () =>
    expect(found({ paragraph: '3A090.b', departure: 'A newer data sheet.' })).toBe(
      'Ada Reyes recorded line 1 (H20 SXM) as 3A090.b, departing from the computation ' +
        '(no 3A090 paragraph; TPP 2,368, performance density 2.9091): A newer data sheet.',
    ));
});

describe('the sentence of a completion', () => {
  const completed = (requirements = [aRequirement]) =>
    told('TechnicalReviewCompleted', {
      file,
      findings: [],
      requirements,
      outcome: requirements.length > 0 ? 'licence-required' : 'no-licence-required',
      reviewers: [ada.id],
      ruleSet: 'us-ear-2026-07-23',
    });
  it('cites each requirement once', () =>
    expect(completed([aRequirement, aRequirement])).toBe(
      'Ada Reyes completed the technical review: a licence is required (15 CFR 744.23(b))',
    ));
  it('says that no licence is required', () =>
    expect(completed([])).toBe('Ada Reyes completed the technical review: no licence is required'));
});

it('findings, claims and releases stay with the authority', () => {
  const inner = Object.entries(technicalReviewAudience).flatMap(([type, who]) => (who === 'authority' ? [type] : []));
  expect(inner).toEqual(['TechnicalReviewClaimed', 'TechnicalReviewReleased', 'FindingRecorded']);
});
