import { describe, expect, it } from '@jest/globals';
import { system, type Actor, type FactNamed, type Recorded } from '@exeat/kernel';
import { aContent, aParty, aPerson, northlight } from '@exeat/kernel/spec';
import { aDocument } from './domain/submission.fixtures.js';
import { submissionSentences, type SubmissionFact } from './published.js';

const mei = aPerson('Mei Lin', 'exporter', 'northlight');
const exeat = system('submission');

const told = <Type extends SubmissionFact['type']>(
  type: Type,
  data: FactNamed<SubmissionFact, Type>['data'],
  actor: Actor = mei,
): string => {
  const recorded = { type, data, meta: { actor } } as Recorded<FactNamed<SubmissionFact, Type>>;
  return submissionSentences[type](recorded);
};

const declaration = { signatory: 'Mei Lin', capacity: 'Export Director', statement: 'I certify.' };
const file = { number: 'Z000002', applicant: northlight, content: aContent() };

describe('the story of an application', () => {
  it('names who started it, and for whom', () =>
    expect(told('DraftStarted', { applicant: northlight, reference: 'NL-7' })).toBe(
      'Mei Lin of Northlight Compute Inc. started a draft (NL-7)',
    ));
  it('names the sections that were saved', () =>
    expect(told('DraftSaved', { changes: { parties: [aParty('purchaser')], exportFrom: 'US', endUse: 'x' } })).toBe(
      'Mei Lin saved parties, country of export and end use',
    ));
  it('says what is to go to whom, and who signed', () =>
    expect(
      told('ApplicationSubmitted', { applicant: northlight, content: aContent(), digest: 'd', declaration, round: 2 }),
    ).toBe(
      "Mei Lin submitted the application again (round 2): 1,000 H20 SXM to Lanhai Cloud Co., Ltd., People's Republic of China; " +
        'signed by Mei Lin, Export Director',
    ));
  it('names a document that was attached or removed, and counts those that were submitted', () => {
    const { documentId, name } = aDocument(7);
    const removal = { documentId, name };
    expect(told('DocumentAttached', aDocument(0))).toBe('Mei Lin attached data sheet 0.pdf (1,000 bytes)');
    expect(told('DocumentRemoved', removal)).toBe('Mei Lin removed the document data sheet 7.pdf');
    const submitted = { applicant: northlight, content: aContent(), digest: 'd', declaration, round: 1 };
    const [one, two] = [[aDocument(1)], [aDocument(1), aDocument(2)]];
    expect(told('ApplicationSubmitted', { ...submitted, documents: one })).toMatch(
      /China, with one document; signed by/,
    );
    expect(told('ApplicationSubmitted', { ...submitted, documents: two })).toContain(', with 2 documents; signed by');
  });
  it('names the number, and the number before it', () => {
    expect(told('ApplicationRegistered', { file, resolveBy: '2026-11-01' }, exeat)).toBe(
      'Exeat registered the application as Z000002, to be resolved by 2026-11-01',
    );
    expect(
      told('ApplicationRegistered', { file, resolveBy: '2026-11-01', previousNumber: 'Z000001' }, exeat),
    ).toContain('as Z000002, following Z000001,');
  });
  it('says why it came back', () =>
    expect(
      told(
        'ApplicationReturned',
        { reason: 'insufficient-information', explanation: 'Give the die areas.' },
        aPerson('Olu Ade', 'licensing-officer'),
      ),
    ).toBe('Olu Ade returned the application because information is missing: Give the die areas.'));
  it('says why it was withdrawn', () =>
    expect(told('ApplicationWithdrawn', { reason: 'Order cancelled' })).toBe(
      'Mei Lin withdrew the application: Order cancelled',
    ));
  it('says how it ended', () => {
    expect(told('ApplicationClosed', { outcome: 'licensed', licenceNumber: 'D0000001' }, exeat)).toBe(
      'Exeat closed the case: a licence was granted (D0000001)',
    );
    expect(told('ApplicationClosed', { outcome: 'denied' }, exeat)).toBe(
      'Exeat closed the case: the application was denied',
    );
  });
});
