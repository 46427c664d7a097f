import { describe, expect, it } from '@jest/globals';
import { aContent, aParty, aPerson, anItem, northlight, specFor } from '@exeat/kernel/spec';
import {
  draft,
  filed,
  mei,
  returned,
  save,
  saved,
  start,
  started,
  stranger,
  submit,
  underReview,
} from './submission.fixtures.js';
import { submission } from './submission.js';

const { given } = specFor(submission);

describe('starting a draft', () => {
  it('opens a case for the company', () =>
    given()
      .when(start())
      .then({ type: 'DraftStarted', data: { applicant: northlight, reference: 'NL-7' } }));
  it('is refused for another company', () => given().when(start(stranger)).thenRefused('NOT_YOUR_CASE'));
  it('stays quiet when asked twice', () => given(started).when(start()).thenNothing());
  it('does not rename a case', () => given(started).when(start(mei, 'NL-8')).thenRefused('NOT_IN_THIS_STATUS'));
});

describe('saving a draft', () => {
  it('records the sections that say something new', () =>
    given(...draft)
      .when(save({ exportFrom: 'US', endUse: 'Training of weather models in Osaka.' }))
      .then({ type: 'DraftSaved', data: { changes: { endUse: 'Training of weather models in Osaka.' } } }));
  it('stays quiet where everything is as it was', () =>
    given(...draft)
      .when(save(aContent()))
      .thenNothing());
  it('is refused to another company', () =>
    given(...draft)
      .when(save({ exportFrom: 'DE' }, stranger))
      .thenRefused('NOT_YOUR_CASE'));
  it('is for exporters, even within the company', () =>
    given(...draft)
      .when(save({ exportFrom: 'DE' }, aPerson('Eve Hart', 'auditor', 'northlight')))
      .thenRefused('NOT_YOUR_CASE'));
  it('tells a stranger no more of a case than of none', () => {
    const ofCase = given(...underReview).when(save({}, stranger)).outcome;
    expect(given().when(save({}, stranger)).outcome).toEqual(ofCase);
  });
  it('is refused while the application is with the authority', () =>
    given(...underReview)
      .when(save({ exportFrom: 'DE' }))
      .thenRefused('NOT_IN_THIS_STATUS'));
  it('is possible again after a return', () =>
    given(...underReview, returned)
      .when(save({ exportFrom: 'DE' }))
      .then({ type: 'DraftSaved', data: { changes: { exportFrom: 'DE' } } }));
});

describe('submitting an application', () => {
  it('freezes the whole content with its digest and the declaration', () =>
    given(...draft)
      .when(submit())
      .then({
        type: 'ApplicationSubmitted',
        data: {
          applicant: northlight,
          content: aContent(),
          digest: 'd1',
          declaration: { signatory: 'Mei Lin', capacity: 'Director' },
          round: 1,
        },
      }));
  it('takes sections that were saved one by one', () => {
    const { exportFrom, ...others } = aContent();
    given(started, saved(others), saved({ exportFrom }))
      .when(submit())
      .then({ type: 'ApplicationSubmitted', data: { content: aContent() } });
  });
  it('lists everything that is missing from an empty draft', () => {
    const { outcome } = given(started).when(submit());
    expect(outcome).toMatchObject({
      refused: ['exportFrom', 'parties', 'items', 'endUse'].map((section) => ({
        code: 'SECTION_MISSING',
        pointer: `/sections/${section}`,
      })),
    });
  });
  it('lists the flaws of every section together', () =>
    given(
      started,
      saved(
        aContent({
          parties: [aParty('ultimate-consignee', { address: 'P.O. Box 12, Shenzhen' })],
          items: [anItem(), anItem({ unitPrice: { amount: '0.00', currency: 'EUR' } })],
          endUse: 'unknown',
        }),
      ),
    )
      .when(submit())
      .thenRefused(
        'PARTY_MISSING',
        'PARTY_MISSING',
        'POST_OFFICE_BOX',
        'LINE_REPEATED',
        'CURRENCIES_MIXED',
        'PRICE_ZERO',
        'END_USE_TOO_GENERAL',
      ));
  it('stays quiet when the same person signs twice', () =>
    given(...filed)
      .when(submit())
      .thenNothing());
  it('is refused to a second signatory', () =>
    given(...filed)
      .when(submit(mei, 'Ben Ode'))
      .thenRefused('NOT_IN_THIS_STATUS'));
  it('is refused to another company', () =>
    given(...draft)
      .when(submit(stranger))
      .thenRefused('NOT_YOUR_CASE'));
  it('starts a new round after a return', () =>
    given(...underReview, returned)
      .when(submit())
      .then({ type: 'ApplicationSubmitted', data: { round: 2 } }));
});
