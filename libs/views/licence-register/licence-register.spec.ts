import { describe, expect, it } from '@jest/globals';
import { aRegisteredCase, factsOf } from '../spec/a-case.fixtures.js';
import type { CaseSteps } from '../spec/case-steps.fixtures.js';
import { rowsOf } from '../spec/fold.fixtures.js';
import { licenceRegister } from './licence-register.view.js';

const granted = () => aRegisteredCase().openLicensing([], [], 'decision').grant([]);
const register = (steps: CaseSteps) => rowsOf(licenceRegister, factsOf(steps))[0];

describe('the licence register', () => {
  it('has a licence from its issue on, with everything left', () =>
    expect(register(granted())).toMatchObject({
      key: 'D0000001',
      companyId: 'northlight',
      status: 'in-force',
      lines: [{ quantityLeft: '1000', shippedQuantity: '0', shippedValue: '0.00', valueLeft: '15625000.00' }],
      version: 1,
    }));
  it('draws shipments from the balance of their line, exactly', () =>
    expect(register(granted().ship(1, '400').ship(1, '7'))).toMatchObject({
      lines: [{ quantityLeft: '593', shippedQuantity: '407', shippedValue: '5087500.00', valueLeft: '10537500.00' }],
      shipments: [{ lines: [{ quantity: '400' }] }, { lines: [{ quantity: '7' }] }],
      version: 3,
    }));
  it('tells the performance of a unit, as technical review computed it', () => {
    expect(register(granted().ship(1, '7'))?.lines).toMatchObject([{ line: 1, tpp: '15824' }]);
    const unseen = factsOf(granted()).filter(({ type }) => type !== 'LicensingOpened');
    expect(rowsOf(licenceRegister, unseen)[0]?.lines[0]).not.toHaveProperty('tpp');
  });
  it('keeps what was found beside no licence only until the case is decided', () => {
    const opened = aRegisteredCase().openLicensing([], [], 'decision');
    expect(rowsOf(licenceRegister, factsOf(opened))).toMatchObject([{ kind: 'case', lines: [] }]);
    expect(rowsOf(licenceRegister, factsOf(granted())).map(({ kind }) => kind)).toEqual(['licence']);
    const denied = aRegisteredCase().openLicensing([], [], 'decision').propose('deny').countersign().notice().deny();
    expect(rowsOf(licenceRegister, factsOf(denied))).toEqual([]);
    expect(
      rowsOf(licenceRegister, factsOf(aRegisteredCase().openLicensing([], [], 'decision').returned('licensing'))),
    ).toEqual([]);
  });
  it('follows the licence to its end', () => {
    expect(register(granted().exhaust())).toHaveProperty('status', 'exhausted');
    expect(register(granted().expire())).toHaveProperty('status', 'expired');
  });
  it('keeps certificates and closed periods', () =>
    expect(register(granted().certify('50').closePeriod('2026-Q1', '125000.00'))).toMatchObject({
      certificates: [{ quantity: '50' }],
      periods: [{ period: '2026-Q1', shippedValue: { amount: '125000.00' } }],
    }));
  it('gives the version of the licence after any of its facts', () => {
    const steps = granted();
    expect(register(steps.owe('a', steps.condition('own')).fulfil('a'))).toHaveProperty('version', 3);
  });
});
