import { describe, expect, it } from '@jest/globals';
import { conditionSchema } from '@exeat/kernel';
import fc from 'fast-check';
import { policy } from '../policy.fixtures.js';
import { fillClause, latestClauses } from './fill-clause.js';
import type { Clause } from './schema.js';

const fill = (clause: string, parameters: Record<string, string> = {}, version?: number) =>
  policy.fillClause({ clause, parameters, ...(version !== undefined && { version }) });
const problemsOf = (...asked: Parameters<typeof fill>) => {
  const outcome = fill(...asked);
  return Array.isArray(outcome) ? outcome.map(({ code, pointer }) => `${code} ${pointer}`) : [];
};

describe('filling a clause', () => {
  it('gives the revenue share its text and a payment each quarter, from the parameter', () =>
    expect(fill('revenue-share', { percent: '15', legalBasis: 'Agreement of 11 August 2025' })).toEqual({
      clause: 'revenue-share',
      clauseVersion: 1,
      parameters: { percent: '15', legalBasis: 'Agreement of 11 August 2025' },
      text: 'The licensee shall pay to the United States Treasury 15 % of the value of the items shipped under this licence in each calendar quarter, within 30 days after the quarter ends, and shall file evidence of the payment. Legal basis stated: Agreement of 11 August 2025.',
      duty: { when: 'each-quarter', days: 30, evidence: 'revenue-share-remittance', percentOfShippedValue: '15' },
    }));

  it.each([
    ['delivery-report', { days: '14' }, { when: 'after-each-shipment', days: 14, evidence: 'delivery-report' }],
    ['delivery-report', {}, { when: 'after-each-shipment', days: 30, evidence: 'delivery-report' }],
    ['laboratory-certificate', {}, { when: 'before-each-shipment', evidence: 'laboratory-certificate' }],
    ['aggregate-tpp-share', {}, { when: 'each-quarter', days: 30, evidence: 'aggregate-tpp-statement' }],
    ['end-use-statement', { endUse: 'Training' }, { when: 'once', days: 30, evidence: 'end-use-statement' }],
    ['site-lock', { site: 'Hall 2', country: 'AE' }, { when: 'always' }],
    ['no-military-end-use', {}, { when: 'always' }],
    ['no-remote-access', {}, { when: 'always' }],
    [
      'serial-number-inventory',
      { days: '10' },
      { when: 'each-quarter', days: 10, evidence: 'serial-number-inventory' },
    ],
    ['post-shipment-verification', {}, { when: 'once', days: 60, evidence: 'verification-consent' }],
  ])('%s with %j leads to %j', (clause, parameters, duty) => expect(fill(clause, parameters)).toMatchObject({ duty }));

  it('puts defaults and the names of countries in place', () => {
    expect(fill('aggregate-tpp-share')).toMatchObject({
      parameters: { percent: '50' },
      text: expect.stringContaining('shall not exceed 50 %'),
    });
    expect(fill('site-lock', { site: 'Hall 2', country: 'AE' })).toMatchObject({
      text: 'The items shall be installed at Hall 2, the United Arab Emirates, and shall not be moved from there without written authorisation.',
    });
  });

  it('leaves braces that somebody typed as they are', () =>
    expect(fill('site-lock', { site: 'Hall {country} $& 2', country: 'JP' })).toMatchObject({
      text: expect.stringContaining('at Hall {country} $& 2, Japan'),
    }));

  it('lists all problems together, each with its pointer', () => {
    expect(problemsOf('revenue-share', { percent: '101', days: '3', 'a/b': '' })).toEqual([
      'PARAMETER_INVALID /parameters/percent',
      'PARAMETER_MISSING /parameters/legalBasis',
      'PARAMETER_UNKNOWN /parameters/days',
      'PARAMETER_UNKNOWN /parameters/a~1b',
    ]);
    expect(problemsOf('no-such-clause')).toEqual(['CLAUSE_UNKNOWN /clause']);
    expect(problemsOf('delivery-report', {}, 9)).toEqual(['CLAUSE_VERSION_UNKNOWN /version']);
  });

  it.each([
    ['revenue-share', 'percent', ['0', '-1', '15,5', '1e1', '15.123', '100.01', '', ' 15', '٣']],
    ['delivery-report', 'days', ['0', '3651', '1.5', '+3', '030', 'soon', '1e2']],
    ['post-shipment-verification', 'noticeDays', ['0', '61', '-5']],
    ['end-use-statement', 'endUse', ['', '   ', 'a\u0000b', 'a\u202eb', 'x'.repeat(501)]],
    ['site-lock', 'country', ['cn', 'XX', 'China', '']],
  ])('%s refuses for %s any of %j', (clause, name, values) => {
    for (const value of values)
      expect(problemsOf(clause, { [name]: value })).toContain(`PARAMETER_INVALID /parameters/${name}`);
  });

  it('does not take a rider for a condition', () =>
    expect(problemsOf('record-retention')).toEqual(['CLAUSE_IS_A_RIDER /clause']));

  it('is not misled by names that every object has', () =>
    expect(
      problemsOf('delivery-report', JSON.parse('{"__proto__":"1","constructor":"2"}') as Record<string, string>),
    ).toEqual(['PARAMETER_UNKNOWN /parameters/__proto__', 'PARAMETER_UNKNOWN /parameters/constructor']));

  it('fills every condition with what fits it into a condition that can be stored, without a brace left over', () => {
    const values = { percent: '12.5', days: '21', integer: '7', text: 'Some words', country: 'TW' } as const;
    for (const { clause, kind, parameters } of policy.clauses().filter((each) => each.kind === 'condition')) {
      const filled = fill(clause, Object.fromEntries(parameters.map(({ name, type }) => [name, values[type]])));
      const condition = { ...filled, conditionId: '0190a5c0-0000-7000-8000-000000000001' };
      expect([kind, conditionSchema.safeParse(condition).error]).toEqual(['condition', undefined]);
      expect((filled as { text: string }).text).not.toMatch(/[{}]/);
    }
  });

  it('gives a percentage of the shipped value to whatever percentage it accepts', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (hundredths) => {
        const percent = (hundredths / 100).toString();
        expect(fill('revenue-share', { percent, legalBasis: 'Some' })).toMatchObject({
          duty: { percentOfShippedValue: percent },
        });
      }),
    ));
});

describe('versions of a clause', () => {
  const version = (number: number): Clause => ({
    kind: 'condition',
    clause: 'a-clause',
    version: number,
    title: 'A clause',
    purpose: 'To be told apart',
    source: 'This spec',
    mark: 'unverified',
    wording: `Wording ${number}`,
    parameters: [],
    category: 'reporting',
    duty: { when: 'always' },
  });
  const library = [version(2), version(10), version(1)];

  it('are the latest unless one is named, and old ones stay', () => {
    expect(fillClause(library, { clause: 'a-clause', parameters: {} })).toMatchObject({
      clauseVersion: 10,
      text: 'Wording 10',
    });
    expect(fillClause(library, { clause: 'a-clause', version: 1, parameters: {} })).toMatchObject({
      text: 'Wording 1',
    });
    expect(latestClauses(library).map((each) => each.version)).toEqual([10]);
  });
});
