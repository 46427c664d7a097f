import { describe, it } from '@jest/globals';
import { specFor } from '@exeat/kernel/spec';
import { securityReview } from './security-review.js';
import * as the from './security-review.fixtures.js';

const { given } = specFor(securityReview);

describe('opening security review', () => {
  it('refers the case to every agency that the rules name, each with its day', () =>
    given()
      .when(the.open())
      .then(
        { type: 'SecurityReviewOpened', data: { participants: ['ada-reyes'] } },
        { type: 'CaseReferred', data: { agency: 'state', dueAt: the.dueAt } },
        { type: 'CaseReferred', data: { agency: 'defense', dueAt: the.dueAt } },
      ));
  it('asks an agency once that two rules name', () =>
    given()
      .when(the.open({ agencies: ['state', 'state'] }))
      .then({ type: 'SecurityReviewOpened' }, { type: 'CaseReferred', data: { agency: 'state' } }));
  it('closes at once where the rules name nobody', () =>
    given()
      .when(the.open({ agencies: [] }))
      .then({ type: 'SecurityReviewOpened' }, { type: 'SecurityReviewClosed', data: { positions: [] } }));
  it('stays quiet for a registration that was opened before', () => {
    given(...the.inReview)
      .when(the.open())
      .thenNothing();
    given(...the.inReview, the.cancelled)
      .when(the.open())
      .thenNothing();
  });
  it('begins a new round after a cancellation, and forgets the positions of the old one', () =>
    given(
      ...the.inReview,
      the.taken(the.sam, { position: 'object', reasons: 'Diversion' }),
      the.cancelled,
      the.opened('Z000002'),
      the.referred('state'),
    )
      .when(the.take(the.sam))
      .then({ type: 'PositionTaken' }, { type: 'SecurityReviewClosed', data: { positions: [{ silent: false }] } }));
  it('is refused while another registration of the case is in review', () =>
    given(...the.inReview)
      .when(the.open({ number: 'Z000002' }))
      .thenRefused('NOT_IN_THIS_STATUS'));
  it('is refused to people', () => given().when(the.open({}, the.sam)).thenRefused('BY_RULE_ALONE'));
});

describe('noting the silence of an agency', () => {
  it('counts as no objection, and closes the review where it was the last', () =>
    given(...the.inReview, the.taken(the.sam))
      .when(the.noteSilence('defense'))
      .then(
        { type: 'AgencySilenceNoted', data: { agency: 'defense', dueAt: the.dueAt } },
        {
          type: 'SecurityReviewClosed',
          data: {
            positions: [
              { agency: 'state', silent: false },
              { agency: 'defense', position: 'no-objection', silent: true },
            ],
          },
        },
      ));
  it('leaves the review open while another agency may still answer', () =>
    given(...the.inReview)
      .when(the.noteSilence('defense'))
      .then({ type: 'AgencySilenceNoted' }));
  it('is refused before its moment', () =>
    given(...the.inReview)
      .when(the.noteSilence('defense', the.beforeDue))
      .thenRefused('NOT_YET_DUE'));
  it('stays quiet after a position, after silence, and once the review is over', () => {
    given(...the.inReview, the.taken(the.dee))
      .when(the.noteSilence('defense'))
      .thenNothing();
    given(...the.inReview, the.silent('defense'))
      .when(the.noteSilence('defense'))
      .thenNothing();
    given(...the.inReview, the.closed)
      .when(the.noteSilence('defense'))
      .thenNothing();
    given(...the.inReview, the.cancelled)
      .when(the.noteSilence('defense'))
      .thenNothing();
  });
  it('is refused for an agency that was not asked, and to people', () => {
    given(...the.inReview)
      .when(the.noteSilence('energy'))
      .thenRefused('AGENCY_NOT_REFERRED');
    given(...the.inReview)
      .when(the.noteSilence('defense', the.dueAt, the.sam))
      .thenRefused('BY_RULE_ALONE');
  });
});

describe('cancelling security review', () => {
  it('ends a review, also one that has closed', () => {
    given(...the.inReview)
      .when(the.cancel())
      .then({ type: 'SecurityReviewCancelled', data: { because: 'returned' } });
    given(...the.inReview, the.closed)
      .when(the.cancel())
      .then({ type: 'SecurityReviewCancelled' });
  });
  it('stays quiet where there is nothing to cancel', () => {
    given().when(the.cancel()).thenNothing();
    given(...the.inReview, the.cancelled)
      .when(the.cancel())
      .thenNothing();
  });
  it('is refused to people', () =>
    given(...the.inReview)
      .when(the.cancel(the.sam))
      .thenRefused('BY_RULE_ALONE'));
});
