import { describe, expect, it } from '@jest/globals';
import { productionProblems, type ProductionConfig } from './production-problems.js';

const fit: ProductionConfig = {
  publicUrl: 'https://licences.example',
  developmentProvider: false,
  issuer: 'https://identity.example',
  clientSecret: 'k3Jr9vQm2Xw7Lp5Ny8Zs4Bf6Hc1Dg0Ta',
  sessionSecret: 'Vb7nM2qL9xR4tY6wE1uI8oP3aS5dF0gH',
  databaseRole: { name: 'exeat_app', superuser: false, bypassesRowSecurity: false, mayChangeFacts: false },
};

describe('production', () => {
  it('starts with a fit configuration', () => expect(productionProblems(fit)).toEqual([]));

  it.each<[string, Partial<ProductionConfig>, RegExp]>([
    ['the development provider', { developmentProvider: true }, /DEVELOPMENT_PROVIDER/],
    ['an address without TLS', { publicUrl: 'http://licences.example' }, /PUBLIC_URL/],
    ['a provider without TLS', { issuer: 'http://identity.example' }, /OIDC_ISSUER/],
    ['a short secret', { sessionSecret: 'k3Jr9vQm2Xw7Lp5' }, /SESSION_SECRET must have at least 32/],
    ['a secret from an example', { clientSecret: 'please-change-me-please-change-me-1' }, /OIDC_CLIENT_SECRET looks/],
    ['a secret of one letter', { sessionSecret: 'x'.repeat(64) }, /SESSION_SECRET looks/],
    ['a superuser', { databaseRole: { ...fit.databaseRole, superuser: true } }, /is a superuser/],
    ['a role above row security', { databaseRole: { ...fit.databaseRole, bypassesRowSecurity: true } }, /bypasses/],
    ['the owner of the facts', { databaseRole: { ...fit.databaseRole, mayChangeFacts: true } }, /owns the facts/],
  ])('refuses %s', (_, change, problem) => {
    expect(productionProblems({ ...fit, ...change })).toEqual([expect.stringMatching(problem)]);
  });

  it('lists all that is wrong together', () => {
    expect(productionProblems({ ...fit, developmentProvider: true, publicUrl: 'x', sessionSecret: '' })).toHaveLength(
      3,
    );
  });
});
