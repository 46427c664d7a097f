import { describe, expect, it } from '@jest/globals';
import { assuranceOf, machineFrom, personFrom } from './actor-from-claims.js';

const names = { roles: 'roles', organisation: 'organisation' };
const claims = {
  sub: 'ada',
  name: 'Ada Reyes',
  roles: ['technical-reviewer'],
  organisation: 'bis',
  amr: ['sc', 'pin', 'mfa'],
};

describe('the actor behind the claims', () => {
  it('is the person they name', () => {
    expect(personFrom(claims, names)).toEqual({
      id: 'ada',
      name: 'Ada Reyes',
      roles: ['technical-reviewer'],
      organisation: 'bis',
      assurance: 'multi-factor',
    });
  });

  it.each([
    ['no organisation', { ...claims, organisation: undefined }],
    ['no role that Exeat knows', { ...claims, roles: ['king'] }],
    ['roles that are no list', { ...claims, roles: 'technical-reviewer' }],
    ['nothing but the system', { ...claims, roles: ['system'] }],
    ['no subject', { ...claims, sub: '' }],
    ['a name of no person', { ...claims, sub: 'x'.repeat(201) }],
  ])('is nobody with %s', (_, wrong) => expect(personFrom(wrong, names)).toBeUndefined());

  it('holds no role of the authority beside that of an exporter', () =>
    expect(personFrom({ ...claims, roles: ['auditor', 'exporter'] }, names)?.roles).toEqual(['exporter']));

  it('reads roles and organisation from the claims that the provider uses', () => {
    const others = { roles: 'urn:roles', organisation: 'tenant' };
    expect(personFrom({ sub: 'ada', 'urn:roles': ['auditor'], tenant: 'bis' }, others)?.roles).toEqual(['auditor']);
  });

  it('is a machine only for a token that the client got for itself', () => {
    const machine = { ...claims, sub: 'erp', client_id: 'erp', roles: ['exporter'], organisation: 'northgate' };
    expect(machineFrom(machine, names)).toMatchObject({
      id: 'client:erp',
      assurance: 'machine',
      onBehalfOf: 'northgate',
    });
    expect(machineFrom({ ...machine, sub: 'ada' }, names)).toBeUndefined();
    expect(machineFrom({ ...machine, client_id: undefined }, names)).toBeUndefined();
  });
});

describe('how strongly somebody was authenticated', () => {
  it.each([
    [['pwd', 'otp', 'mfa'], 'multi-factor'],
    [['hwk'], 'multi-factor'],
    [['pwd'], 'single-factor'],
    [['pwd', 'otp'], 'single-factor'],
    ['mfa', 'single-factor'],
    [undefined, 'single-factor'],
  ])('%j is %s', (amr, assurance) => expect(assuranceOf({ amr })).toBe(assurance));

  it('is not read from what a provider calls its levels', () => {
    expect(assuranceOf({ acr: 'mfa' })).toBe('single-factor');
  });
});
