import { describe, expect, it } from '@jest/globals';
import { system, type Actor, type Recorded, type Role } from '@exeat/kernel';
import { caseStateOf, factsUpTo, readsStoredFacts, submittedIn } from './case-state.js';

const caseId = '00000000-0000-4000-8000-000000000001';
const fact = (position: number, at: string, stream = 'licence-D0000001'): Recorded => ({
  position,
  stream,
  version: position,
  factId: '01890000-0000-7000-8000-000000000001',
  caseId,
  type: 'LicenceExpired',
  schemaVersion: 1,
  data: { licenceNumber: 'D0000001' },
  meta: { actor: system('compliance'), at, commandId: 'c', correlationId: 'c' },
  recordedAt: '2026-02-10T12:00:00.000000Z',
});
const facts = [fact(3, '2026-02-10T12:00:00.000Z'), fact(7, '2026-02-11T12:00:00.000Z', 'submission-1')];
const positions = (at?: number | string) => factsUpTo(facts, at).map(({ position }) => position);

describe('a case as it stood', () => {
  it('has every fact where no moment is given', () => expect(positions()).toEqual([3, 7]));
  it('has the facts up to a position', () => {
    expect(positions(6)).toEqual([3]);
    expect(positions(7)).toEqual([3, 7]);
  });
  it('has the facts up to a moment', () => expect(positions('2026-02-11T11:59:59.999Z')).toEqual([3]));
  it('says how far each stream had come', () =>
    expect(caseStateOf(caseId, facts, false).versions).toEqual({
      'licence-D0000001': 3,
      'submission-1': 7,
    }));
  it('shows stored facts only where asked to', () => {
    expect(caseStateOf(caseId, facts, true).facts[0]).toHaveProperty('data', { licenceNumber: 'D0000001' });
    expect(caseStateOf(caseId, facts, false).facts[0]).not.toHaveProperty('data');
  });
});

describe('what the authority may learn from', () => {
  const history = (...types: readonly string[]) =>
    types.map((type, index) => ({ ...facts[0]!, type, position: index + 1 }));
  const learnt = (...types: readonly string[]) => submittedIn(history(...types)).map(({ position }) => position);
  it('is nothing of a case that was never submitted, even where it was withdrawn', () =>
    expect(learnt('DraftStarted', 'DraftSaved', 'ApplicationWithdrawn')).toEqual([]));
  it('is a draft that a submission followed', () =>
    expect(learnt('DraftStarted', 'DraftSaved', 'ApplicationSubmitted')).toEqual([1, 2, 3]));
  it('is not what is saved after a return, until it is submitted again', () => {
    const returned = ['DraftStarted', 'ApplicationSubmitted', 'ApplicationReturned', 'DraftSaved'];
    expect(learnt(...returned)).toEqual([1, 2, 3]);
    expect(learnt(...returned, 'ApplicationWithdrawn')).toEqual([1, 2, 3, 5]);
    expect(learnt(...returned, 'ApplicationSubmitted')).toEqual([1, 2, 3, 4, 5]);
  });
});

describe('stored facts', () => {
  const as = (...roles: Role[]): Actor => ({ ...system('spec'), roles });
  it('are read by auditors, officers and countersigners', () => {
    expect(readsStoredFacts(as('auditor'))).toBe(true);
    expect(readsStoredFacts(as('licensing-officer'))).toBe(true);
    expect(readsStoredFacts(as('countersigner'))).toBe(true);
  });
  it('are kept from reviewers, whatever else they are, and from applicants', () => {
    expect(readsStoredFacts(as('security-reviewer'))).toBe(false);
    expect(readsStoredFacts(as('licensing-officer', 'technical-reviewer'))).toBe(false);
    expect(readsStoredFacts(as('exporter'))).toBe(false);
  });
});
