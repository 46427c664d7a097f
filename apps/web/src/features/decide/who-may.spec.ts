import { describe, expect, it } from '@jest/globals';
import { hasSigned, whyNotDecide, whyNotSign } from './who-may.js';

type Who = Parameters<typeof whyNotSign>[0];
type Case = Parameters<typeof whyNotSign>[1];
const who = (id: string, ...permissions: Who['permissions']): Who => ({
  actor: { id, name: id, roles: [], organisation: 'bis', assurance: 'multi-factor' },
  permissions,
});
const lena = who('lena', 'condition:settle', 'decision:propose');
const rosa = who('rosa', 'decision:countersign');
const both = who('both', 'condition:settle', 'decision:propose', 'decision:countersign');
const proposal = (id: string) => ({ officer: { id, name: id } }) as NonNullable<Case['proposal']>;
const aCase = (parts: Partial<Case> = {}): Case => ({
  participants: ['ada'],
  conditions: [],
  signatures: [],
  proposal: proposal('lena'),
  ...parts,
});
const settledBy = (id: string) =>
  [{ changes: [{ change: 'adopted', officer: { id, name: id } }] }] as Case['conditions'];

describe('who settles conditions and proposes', () => {
  it('is a licensing officer who did not review', () => {
    expect(whyNotDecide(lena, aCase())).toBeUndefined();
    expect(whyNotDecide(rosa, aCase())).toBe('decision.mayNot.officersOnly');
    expect(whyNotDecide(lena, aCase({ participants: ['lena'] }))).toBe('decision.mayNot.reviewed');
  });
});

describe('who signs', () => {
  it('is a countersigner who has not looked at the case before', () => {
    expect(whyNotSign(rosa, aCase())).toBeUndefined();
    expect(whyNotSign(rosa, aCase({ participants: ['rosa'] }))).toBe('decision.mayNot.tookPart');
    expect(whyNotSign(both, aCase({ conditions: settledBy('both') }))).toBe('decision.mayNot.tookPart');
  });
  it('is never whoever proposed, countersigner or not', () => {
    expect(whyNotSign(lena, aCase())).toBe('decision.mayNot.ownProposal');
    expect(whyNotSign(both, aCase({ proposal: proposal('both') }))).toBe('decision.mayNot.ownProposal');
    expect(whyNotSign(who('marcus', 'decision:propose'), aCase())).toBe('decision.mayNot.countersignersOnly');
  });
  it('signs once', () => {
    expect(hasSigned(rosa, aCase({ signatures: [{ id: 'rosa', name: 'Rosa' }] }))).toBe(true);
    expect(hasSigned(rosa, aCase())).toBe(false);
  });
});
