import { describe, expect, it } from '@jest/globals';
import { roles, type Actor, type Role } from '@exeat/kernel';
import { companyFilter, maySee, readerOf, readsTerms } from './reader.js';

const as = (organisation: string, ...held: Role[]): Actor => ({
  id: 'someone',
  name: 'Someone',
  roles: held,
  organisation,
  assurance: 'multi-factor',
});

describe('what somebody may read', () => {
  it('is their own company, for an exporter', () => {
    const reader = readerOf(as('northgate', 'exporter'));
    expect(maySee(reader, 'northgate')).toBe(true);
    expect(maySee(reader, 'blueharbor')).toBe(false);
    expect(companyFilter(reader)).toEqual({ companyId: 'northgate' });
  });
  it('stays their own company where an exporter holds a role of the authority too', () =>
    expect(maySee(readerOf(as('northgate', 'auditor', 'exporter')), 'blueharbor')).toBe(false));
  it('is every company, for the authority', () =>
    expect(companyFilter(readerOf(as('state', 'security-reviewer')))).toEqual({}));
  it.each([[], ['administrator'], ['system']] as Role[][])('is nothing for %j', (...held) => {
    const reader = readerOf(as('', ...held));
    expect(maySee(reader, '')).toBe(false);
    expect(companyFilter(reader)).toEqual({ companyId: '' });
  });
  it('is decided for every role there is', () =>
    expect(roles.map((role) => [role, readerOf(as('x', role)).sees])).toEqual([
      ['exporter', 'own-company'],
      ['technical-reviewer', 'every-company'],
      ['security-reviewer', 'every-company'],
      ['licensing-officer', 'every-company'],
      ['countersigner', 'every-company'],
      ['auditor', 'every-company'],
      ['administrator', 'nothing'],
      ['system', 'nothing'],
    ]));
});

describe('the terms of a licence', () => {
  it('are read by its holder, officers, countersigners and auditors', () =>
    expect(
      (['exporter', 'licensing-officer', 'countersigner', 'auditor'] as const).map((role) => readsTerms(as('x', role))),
    ).toEqual([true, true, true, true]));
  it('are kept from reviewers, even from one who is an officer elsewhere', () => {
    expect(readsTerms(as('x', 'technical-reviewer'))).toBe(false);
    expect(readsTerms(as('x', 'security-reviewer', 'licensing-officer'))).toBe(false);
  });
});
