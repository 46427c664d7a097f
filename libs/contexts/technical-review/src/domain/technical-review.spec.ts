import { describe, expect, it } from '@jest/globals';
import { aPerson, specFor } from '@exeat/kernel/spec';
import * as the from './technical-review.fixtures.js';
import { technicalReview } from './technical-review.js';

const { given } = specFor(technicalReview);
const { ada, raj } = the;
const inReview = [the.opened(), the.claimed()];
const allFound = [...inReview, the.found(1), the.found(2)];
const insider = aPerson('Ida Roe', 'technical-reviewer', 'northlight');

describe('opening a technical review', () => {
  it('takes the whole case file', () =>
    given()
      .when(the.open())
      .then({ type: 'TechnicalReviewOpened', data: { file: the.file } }));
  it('stays quiet for a number that was opened before', () =>
    given(...inReview, the.cancelled)
      .when(the.open())
      .thenNothing());
  it('begins anew for the number of a resubmission', () =>
    given(...allFound, the.cancelled)
      .when(the.open('Z000002'))
      .then({ type: 'TechnicalReviewOpened', data: { file: { number: 'Z000002' } } }));
  it('is refused while another number is under review', () =>
    given(...inReview)
      .when(the.open('Z000002'))
      .thenRefused('NOT_IN_THIS_STATUS'));
  it('happens by rule alone', () => given().when(the.open(the.file.number, ada)).thenRefused('BY_RULE_ALONE'));
});

describe('claiming a review', () => {
  it('names the reviewer', () =>
    given(the.opened())
      .when(the.claim())
      .then({ type: 'TechnicalReviewClaimed', data: { reviewer: { id: 'ada-reyes', name: 'Ada Reyes' } } }));
  it('is exclusive, and says who was first', () => {
    const { outcome, thenRefused } = given(...inReview).when(the.claim(raj));
    thenRefused('ALREADY_CLAIMED');
    expect(outcome).toMatchObject({ refused: [{ sentence: 'Ada Reyes has claimed this review.' }] });
  });
  it('stays quiet when the holder asks twice', () =>
    given(...inReview)
      .when(the.claim())
      .thenNothing());
  it('is refused to a reviewer who belongs to the applicant', () =>
    given(the.opened()).when(the.claim(insider)).thenRefused('INTEREST_IN_CASE'));
  it('is for technical reviewers', () =>
    given(the.opened())
      .when(the.claim(aPerson('Olu Ade', 'licensing-officer')))
      .thenRefused('NOT_A_TECHNICAL_REVIEWER'));
  it('finds no case before the review is open', () => given().when(the.claim()).thenRefused('CASE_NOT_FOUND'));
  it('is refused once the review is complete', () =>
    given(...allFound, the.completed())
      .when(the.claim(raj))
      .thenRefused('NOT_IN_THIS_STATUS'));
});

describe('releasing a review', () => {
  it('lets another reviewer claim it', () => {
    given(...inReview)
      .when(the.release())
      .then({ type: 'TechnicalReviewReleased', data: { reviewer: { id: 'ada-reyes' } } });
    given(...inReview, the.released())
      .when(the.claim(raj))
      .then({ type: 'TechnicalReviewClaimed' });
  });
  it('is for the holder alone', () =>
    given(...inReview)
      .when(the.release(raj))
      .thenRefused('CLAIMED_BY_ANOTHER'));
  it('stays quiet when asked twice', () =>
    given(...inReview, the.released())
      .when(the.release())
      .thenNothing());
});

describe('recording a finding', () => {
  it('takes what was computed', () =>
    given(...inReview)
      .when(the.record(1))
      .then({
        type: 'FindingRecorded',
        data: {
          finding: { line: 1, model: 'H20 SXM', paragraph: 'none', computation: the.aComputation() },
          reviewer: { id: 'ada-reyes' },
        },
      }));
  it('may depart from the computation with a reason', () =>
    given(...inReview)
      .when(the.record(1, { paragraph: '3A090.b', departure: 'The data sheet of March gives a higher rate.' }))
      .then({
        type: 'FindingRecorded',
        data: { finding: { paragraph: '3A090.b', departure: 'The data sheet of March gives a higher rate.' } },
      }));
  it('does not depart without a reason', () =>
    given(...inReview)
      .when(the.record(1, { paragraph: '3A090.b' }))
      .thenRefused('DEPARTURE_NEEDS_REASON'));
  it('takes no reason where nothing departs', () =>
    given(...inReview)
      .when(the.record(1, { paragraph: 'none', departure: 'Just so' }))
      .thenRefused('NO_DEPARTURE'));
  it('is possible while undetermined', () =>
    given(...inReview)
      .when(the.record(1, { computation: the.aComputation('undetermined', { missing: ['die areas'] }) }))
      .then({ type: 'FindingRecorded', data: { finding: { paragraph: 'undetermined' } } }));
  it('supersedes the earlier finding for the line by a new fact', () =>
    given(...inReview, the.found(1, 'undetermined'))
      .when(the.record(1))
      .then({ type: 'FindingRecorded', data: { finding: { paragraph: 'none' } } }));
  it('stays quiet where the same finding holds', () =>
    given(...inReview, the.found(1))
      .when(the.record(1))
      .thenNothing());
  it('is about a line of the application', () =>
    given(...inReview)
      .when(the.record(3))
      .thenRefused('LINE_UNKNOWN'));
  it('is for the holder alone', () =>
    given(...inReview)
      .when(the.record(1, {}, raj))
      .thenRefused('CLAIMED_BY_ANOTHER'));
  it('waits for a claim', () => given(the.opened()).when(the.record(1)).thenRefused('NOT_IN_THIS_STATUS'));
});

describe('completing a review', () => {
  it('says that a licence is required, and why', () =>
    given(...allFound)
      .when(the.complete([the.aRequirement]))
      .then({
        type: 'TechnicalReviewCompleted',
        data: { file: the.file, outcome: 'licence-required', requirements: [the.aRequirement] },
      }));
  it('says that no licence is required where nothing requires one', () =>
    given(...allFound)
      .when(the.complete())
      .then({ type: 'TechnicalReviewCompleted', data: { outcome: 'no-licence-required', requirements: [] } }));
  it('hands on the last finding for each line, in order', () =>
    given(...inReview, the.found(2), the.found(1, '3A090.b'), the.found(1, '3A090.a'))
      .when(the.complete([the.aRequirement]))
      .then({
        type: 'TechnicalReviewCompleted',
        data: {
          findings: [
            { line: 1, paragraph: '3A090.a' },
            { line: 2, paragraph: 'none' },
          ],
        },
      }));
  it('names everybody who took part', () =>
    given(...inReview, the.found(1), the.released(), the.claimed(raj), the.found(2, 'none', raj))
      .when(the.complete([], raj))
      .then({ type: 'TechnicalReviewCompleted', data: { reviewers: ['ada-reyes', 'raj-patel'] } }));
  it('lists every line that is missing or undetermined', () => {
    const { outcome } = given(...inReview, the.found(2, 'undetermined')).when(the.complete());
    expect(outcome).toMatchObject({
      refused: [
        { code: 'FINDING_MISSING', pointer: '/items/0/finding' },
        {
          code: 'UNDETERMINED',
          pointer: '/items/1/finding',
          sentence: expect.stringContaining('Have a licensing officer return the application for it'),
        },
      ],
    });
  });
  it('waits until every rule could be tested', () =>
    given(...allFound)
      .when(the.complete([], ada, ['Whether notice N-1 catches line 1 turns on its DRAM bandwidth.']))
      .thenRefused('REQUIREMENT_UNTESTED'));
  it('does not count findings of an earlier round', () =>
    given(...allFound, the.cancelled, the.opened('Z000002'), the.claimed())
      .when(the.complete())
      .thenRefused('FINDING_MISSING', 'FINDING_MISSING'));
  it('is for the holder alone', () =>
    given(...allFound)
      .when(the.complete([], raj))
      .thenRefused('CLAIMED_BY_ANOTHER'));
  it('stays quiet when asked twice', () =>
    given(...allFound, the.completed())
      .when(the.complete())
      .thenNothing());
});

describe('cancelling a review', () => {
  it.each([
    ['open', [the.opened()]],
    ['claimed', inReview],
    ['completed', [...allFound, the.completed()]],
  ])('is possible when it is %s', (_status, history) =>
    given(...history)
      .when(the.cancel())
      .then({ type: 'TechnicalReviewCancelled', data: { because: 'returned' } }),
  );
  it('stays quiet where there is nothing to cancel', () => {
    given().when(the.cancel()).thenNothing();
    given(...inReview, the.cancelled)
      .when(the.cancel())
      .thenNothing();
  });
  it('happens by rule alone', () =>
    given(...inReview)
      .when(the.cancel(ada))
      .thenRefused('BY_RULE_ALONE'));
});
