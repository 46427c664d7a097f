import { describe, it } from '@jest/globals';
import { aContent, aPerson, northlight, specFor } from '@exeat/kernel/spec';
import {
  mei,
  stranger,
  officer,
  submitted,
  insufficient,
  returned,
  withdrawn,
  granted,
  closed,
  draft,
  filed,
  underReview,
  register,
  giveBack,
  withdraw,
  close,
} from './submission.fixtures.js';
import { submission } from './submission.js';

const { given } = specFor(submission);

describe('registering an application', () => {
  it('gives it a number and a day', () =>
    given(...filed)
      .when(register())
      .then({
        type: 'ApplicationRegistered',
        data: { file: { number: 'Z000001', applicant: northlight, content: aContent() }, resolveBy: '2026-11-01' },
      }));
  it('names the number of the round before', () =>
    given(...underReview, returned, submitted(2))
      .when(register(2, 'Z000002'))
      .then({ type: 'ApplicationRegistered', data: { file: { number: 'Z000002' }, previousNumber: 'Z000001' } }));
  it('stays quiet for a round that has its number', () =>
    given(...underReview)
      .when(register(1, 'Z000009'))
      .thenNothing());
  it('stays quiet for an earlier round', () =>
    given(...underReview, returned, submitted(2))
      .when(register(1))
      .thenNothing());
  it('stays quiet for a round that was withdrawn first', () =>
    given(...filed, withdrawn)
      .when(register())
      .thenNothing());
  it('happens by rule alone', () =>
    given(...filed)
      .when(register(1, 'Z000001', officer))
      .thenRefused('BY_RULE_ALONE'));
  it('waits for its round', () =>
    given(...filed)
      .when(register(2))
      .thenRefused('NOT_IN_THIS_STATUS'));
  it('waits for a submission', () =>
    given(...draft)
      .when(register())
      .thenRefused('NOT_IN_THIS_STATUS'));
});

describe('returning an application', () => {
  it('records the reason', () =>
    given(...underReview)
      .when(giveBack())
      .then({ type: 'ApplicationReturned', data: insufficient }));
  it('stays quiet when asked twice', () =>
    given(...underReview, returned)
      .when(giveBack())
      .thenNothing());
  it('is not done twice for two reasons', () =>
    given(...underReview, returned)
      .when(giveBack(officer, 'Name the end-user.'))
      .thenRefused('NOT_IN_THIS_STATUS'));
  it('is for licensing officers', () =>
    given(...underReview)
      .when(giveBack(mei))
      .thenRefused('NOT_A_LICENSING_OFFICER'));
  it('is not for an officer who belongs to the applicant', () =>
    given(...underReview)
      .when(giveBack(aPerson('Ida Roe', 'licensing-officer', 'northlight')))
      .thenRefused('INTEREST_IN_CASE'));
  it('finds no case that was never started', () => given().when(giveBack()).thenRefused('CASE_NOT_FOUND'));
  it('is refused before registration', () =>
    given(...filed)
      .when(giveBack())
      .thenRefused('NOT_IN_THIS_STATUS'));
});

describe('withdrawing an application', () => {
  it.each([
    ['a draft', draft],
    ['a submitted one', filed],
    ['a registered one', underReview],
    ['a returned one', [...underReview, returned]],
  ])('is possible for %s', (_what, history) =>
    given(...history)
      .when(withdraw())
      .then({ type: 'ApplicationWithdrawn', data: { reason: 'Order cancelled' } }),
  );
  it('stays quiet when asked twice', () =>
    given(...underReview, withdrawn)
      .when(withdraw())
      .thenNothing());
  it('is refused to another company', () =>
    given(...underReview)
      .when(withdraw(stranger))
      .thenRefused('NOT_YOUR_CASE'));
  it('is refused once the case is closed', () =>
    given(...underReview, closed)
      .when(withdraw())
      .thenRefused('NOT_IN_THIS_STATUS'));
});

describe('closing an application', () => {
  it('records what was decided', () =>
    given(...underReview)
      .when(close())
      .then({ type: 'ApplicationClosed', data: granted }));
  it.each([
    ['returned', returned],
    ['withdrawn', withdrawn],
  ])('follows a decision that came before the case was %s', (_status, fact) =>
    given(...underReview, fact)
      .when(close())
      .then({ type: 'ApplicationClosed', data: granted }),
  );
  it('stays quiet when asked twice', () =>
    given(...underReview, closed)
      .when(close())
      .thenNothing());
  it('happens by rule alone', () =>
    given(...underReview)
      .when(close(officer))
      .thenRefused('BY_RULE_ALONE'));
});
