import { describe, expect, it } from '@jest/globals';
import type { FactNamed, Recorded } from '@exeat/kernel';
import { complianceSentences, type ComplianceFact } from './published.js';
import { anId, holder } from './spec/licences.js';

const told = <Type extends ComplianceFact['type']>(type: Type, data: FactNamed<ComplianceFact, Type>['data']): string =>
  complianceSentences[type]({ type, data, meta: { actor: holder } } as Recorded<FactNamed<ComplianceFact, Type>>);

const obligationId = anId(701);
const ofCondition = { obligationId, conditionId: anId(1), clause: 'clause' };
const dueAt = '2026-04-01T00:00:00.000Z';
const report = { evidence: 'delivery-report', about: 'AES-1' };
const payment = {
  evidence: 'revenue-share-remittance',
  about: '2026-Q1',
  amount: { amount: '750000.00', currency: 'USD' },
} as const;

describe('the story of what is owed', () => {
  it('says which obligation was raised, was met or became overdue', () => {
    expect(told('ObligationRaised', { ...ofCondition, ...report, dueAt })).toBe(
      'A delivery report for AES-1 became owed, due by the end of 2026-03-31',
    );
    expect(told('ObligationFulfilled', { obligationId, reference: 'R-1', late: true, owed: report })).toBe(
      'Ines Moreau fulfilled the delivery report for AES-1 with R-1, after it was due',
    );
    expect(told('ObligationBecameOverdue', { obligationId, dueAt, owed: report })).toBe(
      'The delivery report for AES-1, due by the end of 2026-03-31, became overdue',
    );
  });
  it('takes the article and the capitals that people write', () =>
    expect(
      told('ObligationRaised', { ...ofCondition, evidence: 'aggregate-tpp-statement', about: '2026-Q1', dueAt }),
    ).toContain('An aggregate TPP statement for 2026-Q1 became owed'));
  it('spells out neither the sum of a payment nor its name, which reviewers would read', () => {
    const sentences = [
      told('ObligationRaised', { ...ofCondition, ...payment, dueAt }),
      told('ObligationFulfilled', { obligationId, reference: 'R-1', late: false, owed: payment }),
      told('ObligationBecameOverdue', { obligationId, dueAt, owed: payment }),
    ];
    expect(sentences[0]).toBe('A payment for 2026-Q1 became owed, due by the end of 2026-03-31');
    expect(sentences.join()).not.toMatch(/750|revenue|remittance/);
  });
  it('speaks of an obligation where an earlier fact does not say which', () =>
    expect(told('ObligationBecameOverdue', { obligationId, dueAt })).toContain('The obligation, due'));
});
