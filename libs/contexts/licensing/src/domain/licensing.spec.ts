import { describe, it } from '@jest/globals';
import { specFor } from '@exeat/kernel/spec';
import { licensing } from './licensing.js';
import * as the from './licensing.fixtures.js';

const { given } = specFor(licensing);
const noticed = [the.opened(), the.denialProposed(), the.signed(the.cora, 1, 1), the.noticed()];
const heard = [...noticed, the.answered];

describe('opening licensing', () => {
  it('takes over what the reviews found', () =>
    given()
      .when(the.open({ proposals: [the.aProposal()] }))
      .then({ type: 'LicensingOpened', data: { route: 'decision', participants: ['ada-reyes', 'sam-stone'] } }));
  it('stays quiet for a registration that was opened before', () => {
    given(the.opened()).when(the.open()).thenNothing();
    given(the.opened(), the.cancelled).when(the.open()).thenNothing();
    given(the.opened(), the.granted).when(the.open()).thenNothing();
  });
  it('begins a new round after a cancellation, which forgets the old one', () =>
    given(
      the.opened({ proposals: [the.aProposal()] }),
      the.dropped(1, the.ines),
      the.approvalProposed(the.olu),
      the.cancelled,
      the.opened({ file: { ...the.file, number: 'Z000002' } }),
      the.approvalProposed(the.ines),
    )
      .when(the.countersign(the.as('countersigner', the.olu)))
      .then({ type: 'ProposalCountersigned' }, { type: 'LicenceGranted' }));
  it('is refused while another registration is open, and to people', () => {
    given(the.opened())
      .when(the.open({ file: { ...the.file, number: 'Z000002' } }))
      .thenRefused('NOT_IN_THIS_STATUS');
    given().when(the.open({}, the.olu)).thenRefused('BY_RULE_ALONE');
  });
});

describe('answering a notice of intent', () => {
  it('returns the case to the officer', () => {
    given(...noticed)
      .when(the.answer())
      .then({ type: 'NoticeOfIntentAnswered', data: { answer: 'We will lock the site.' } });
    given(...heard)
      .when(the.approve())
      .then({ type: 'ApprovalProposed' });
  });
  it('is heard until the denial is final, and not from then on', () => {
    given(...noticed)
      .when(the.answer(the.mei, the.beforeFinal))
      .then({ type: 'NoticeOfIntentAnswered' });
    given(...noticed)
      .when(the.answer(the.mei, the.finalAt))
      .thenRefused('NOTICE_IS_FINAL');
  });
  it('stays quiet for the same answer', () =>
    given(...heard)
      .when(the.answer())
      .thenNothing());
  it('is answered alike to other companies, other people and for cases that do not exist', () => {
    given(...noticed)
      .when(the.answer(the.stranger))
      .thenRefused('NOT_YOUR_CASE');
    given(the.opened()).when(the.answer(the.stranger)).thenRefused('NOT_YOUR_CASE');
    given(...noticed)
      .when(the.answer(the.olu))
      .thenRefused('NOT_YOUR_CASE');
    given().when(the.answer()).thenRefused('NOT_YOUR_CASE');
  });
  it('is refused where there is no notice', () =>
    given(the.opened()).when(the.answer()).thenRefused('NOT_IN_THIS_STATUS'));
  it('makes a denial on the same grounds final, and one on new grounds another notice', () => {
    given(...heard, the.denialProposed())
      .when(the.countersign())
      .then({ type: 'ProposalCountersigned' }, { type: 'ApplicationDenied', data: { reasons: 'Risk of diversion' } });
    given(...heard, the.denialProposed(['15 CFR 744.23(d)', '15 CFR 744.21']))
      .when(the.countersign())
      .then({ type: 'ProposalCountersigned' }, { type: 'NoticeOfIntentIssued' });
  });
});

describe('finalising a denial', () => {
  it('happens at its moment, with what the notice said, and not before', () => {
    given(...noticed)
      .when(the.finalise())
      .then({ type: 'ApplicationDenied', data: { criteria: ['15 CFR 744.23(d)'], reasons: 'Risk of diversion' } });
    given(...noticed)
      .when(the.finalise(the.beforeFinal))
      .thenRefused('NOT_YET_DUE');
  });
  it('stays quiet once the notice was answered, and where the case is over', () => {
    given(...heard)
      .when(the.finalise())
      .thenNothing();
    given(...noticed, the.denied)
      .when(the.finalise())
      .thenNothing();
    given(...noticed, the.cancelled)
      .when(the.finalise())
      .thenNothing();
  });
  it('is refused to people, and for a case that was never opened', () => {
    given(...noticed)
      .when(the.finalise(the.finalAt, the.olu))
      .thenRefused('BY_RULE_ALONE');
    given().when(the.finalise()).thenRefused('NOT_IN_THIS_STATUS');
  });
});

describe('cancelling licensing', () => {
  it('ends it in every status that is not final', () => {
    const cancelled = { type: 'LicensingCancelled', data: { because: 'withdrawn' } } as const;
    given(the.opened()).when(the.cancel()).then(cancelled);
    given(the.opened(), the.approvalProposed()).when(the.cancel()).then(cancelled);
    given(...noticed)
      .when(the.cancel())
      .then(cancelled);
  });
  it('stays quiet after a final outcome, and where there is nothing to cancel', () => {
    given(the.opened(), the.approvalProposed(), the.granted).when(the.cancel()).thenNothing();
    given(...noticed, the.denied)
      .when(the.cancel())
      .thenNothing();
    given(the.opened(), the.cancelled).when(the.cancel()).thenNothing();
    given().when(the.cancel()).thenNothing();
  });
  it('stops a signature that comes after it', () =>
    given(the.opened(), the.approvalProposed(), the.cancelled)
      .when(the.countersign())
      .thenRefused('NOT_IN_THIS_STATUS'));
  it('is refused to people', () => given(the.opened()).when(the.cancel(the.olu)).thenRefused('BY_RULE_ALONE'));
});
