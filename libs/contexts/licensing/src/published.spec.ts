import { describe, expect, it } from '@jest/globals';
import type { Actor, FactNamed, Recorded } from '@exeat/kernel';
import * as the from './domain/licensing.fixtures.js';
import { licensingAudience, licensingSentences, type LicensingFact } from './published.js';

const told = <Type extends LicensingFact['type']>(
  type: Type,
  data: FactNamed<LicensingFact, Type>['data'],
  actor: Actor = the.olu,
): string => licensingSentences[type]({ type, data, meta: { actor } } as Recorded<FactNamed<LicensingFact, Type>>);
const dataOf = <Type extends LicensingFact['type']>(fact: LicensingFact, _: Type) =>
  fact.data as FactNamed<LicensingFact, Type>['data'];

const share = the.aCondition(5, {
  text: 'Pay 15 % of the shipped value.',
  duty: { when: 'each-quarter', days: 30, evidence: 'revenue-share-remittance', percentOfShippedValue: '15' },
});

describe('the story of a decision', () => {
  it('says what came to licensing', () => {
    expect(told('LicensingOpened', { ...the.opening() })).toBe('Z000001 came to licensing for a decision');
    expect(told('LicensingOpened', the.opening(the.confirming))).toBe(
      'Z000001 came to licensing, to confirm that no licence is required',
    );
  });
  it('says what became of each condition', () => {
    const condition = the.aCondition();
    const conditionId = condition.conditionId;
    expect(told('ConditionAdopted', { conditionId, proposal: the.aProposal() })).toBe(
      'Olu Ade adopted a condition of State: "Report each delivery within 30 days."',
    );
    expect(
      told('ConditionReworded', {
        conditionId,
        proposedBy: 'state',
        before: condition,
        after: the.reworded(),
        reason: 'Too few.',
      }),
    ).toBe(
      'Olu Ade reworded a condition of State from "Report each delivery within 30 days." to "Report each delivery within 60 days.": Too few.',
    );
    expect(told('ConditionDropped', { conditionId, proposedBy: 'state', condition, reason: 'Redundant' })).toBe(
      'Olu Ade dropped a condition of State, "Report each delivery within 30 days.": Redundant',
    );
  });
  it('does not spell out financial terms, which reviewers would read', () =>
    expect(told('ConditionAdded', { proposal: { condition: share, proposedBy: 'licensing', reason: 'Agreed' } })).toBe(
      'Olu Ade added a condition: a financial term',
    ));
  it('does not give the reasons for a financial term, which name its figures', () => {
    const { conditionId } = share;
    const settled = { conditionId, proposedBy: 'licensing', reason: 'Lowered from 15 % to 12 %.' };
    expect(told('ConditionReworded', { ...settled, before: share, after: share })).toBe(
      'Olu Ade reworded a condition of licensing from a financial term to a financial term',
    );
    expect(told('ConditionDropped', { ...settled, condition: share })).toBe(
      'Olu Ade dropped a condition of licensing, a financial term',
    );
  });
  it('says what is proposed, and keeps back what is withheld', () => {
    expect(told('ApprovalProposed', dataOf(the.approvalProposed(), 'ApprovalProposed'))).toBe(
      'Olu Ade proposed to approve 800 H20 SXM with 1 condition, until 2030-09-10: The safeguards suffice.',
    );
    expect(told('DenialProposed', dataOf(the.denialProposed(), 'DenialProposed'))).toBe(
      'Olu Ade proposed to deny the application under 15 CFR 744.23(d): Risk of diversion',
    );
  });
  it('says who signed and who sent back', () => {
    expect(told('ProposalCountersigned', dataOf(the.signed(), 'ProposalCountersigned'), the.cora)).toBe(
      'Cora Quist countersigned the proposal (signature 1 of 2)',
    );
    expect(told('ProposalSentBack', dataOf(the.sentBack, 'ProposalSentBack'), the.cora)).toBe(
      'Cora Quist sent the proposal back: Say why 800.',
    );
  });
  it('says what was decided', () => {
    const lines = dataOf(the.approvalProposed(), 'ApprovalProposed').lines.map((line) => ({
      ...line,
      quantity: '1234567',
    }));
    expect(told('LicenceGranted', { ...dataOf(the.granted, 'LicenceGranted'), lines }, the.cora)).toBe(
      'Licence D0000001 was granted with the signature of Cora Quist: 1,234,567 H20 SXM, 0 conditions, valid until 2030-09-10',
    );
    expect(told('NoLicenceRequiredConfirmed', { reasons: 'Note 2 excludes the item.' }, the.cora)).toBe(
      'It was confirmed with the signature of Cora Quist that no licence is required: Note 2 excludes the item.',
    );
    expect(told('NoticeOfIntentIssued', dataOf(the.noticed(), 'NoticeOfIntentIssued'))).toContain(
      'unanswered, the denial is final at 2026-10-25 09:00 UTC',
    );
  });
  it('keeps from the applicant how it was weighed', () =>
    expect(
      Object.entries(licensingAudience)
        .filter(([, audience]) => audience === 'applicant')
        .map(([type]) => type),
    ).toEqual([
      'LicensingOpened',
      'NoticeOfIntentIssued',
      'NoticeOfIntentAnswered',
      'LicenceGranted',
      'ApplicationDenied',
      'NoLicenceRequiredConfirmed',
    ]));
});
