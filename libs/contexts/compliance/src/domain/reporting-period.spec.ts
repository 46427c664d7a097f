import { describe, expect, it } from '@jest/globals';
import { specFor } from '@exeat/kernel/spec';
import { aLine, anId, closePeriod, issued, quarterlyStatement, revenueShare, ship, shipped } from '../spec/licences.js';
import type { ComplianceFact } from './events.js';
import { licence } from './licence.js';
import { shareOf } from './obligations.js';

const { given } = specFor(licence);
const shared = issued({ conditions: [revenueShare, quarterlyStatement] });
const endOfQ1 = '2026-04-01T00:00:00.000Z';
const q1Closed = (shippedValue: string): ComplianceFact => ({
  type: 'ReportingPeriodClosed',
  data: {
    period: '2026-Q1',
    shippedValue: { amount: shippedValue, currency: 'USD' },
    nextPeriodEndsAt: '2026-07-01T00:00:00.000Z',
  },
});

describe('closing a reporting period', () => {
  it('counts what was shipped and raises the share of it as a payment', () =>
    given(shared, shipped('3'))
      .when(closePeriod('2026-Q1', endOfQ1))
      .then(
        {
          type: 'ReportingPeriodClosed',
          data: {
            shippedValue: { amount: '300.00', currency: 'USD' },
            nextPeriodEndsAt: '2026-07-01T00:00:00.000Z',
          },
        },
        {
          type: 'ObligationRaised',
          data: {
            evidence: 'revenue-share-remittance',
            about: '2026-Q1',
            amount: { amount: '45.00', currency: 'USD' },
            dueAt: '2026-05-01T00:00:00.000Z',
          },
        },
        { type: 'ObligationRaised', data: { evidence: 'inventory-statement', dueAt: '2026-05-16T00:00:00.000Z' } },
      ));
  it('asks for nothing where nothing was shipped', () =>
    given(shared)
      .when(closePeriod('2026-Q1', endOfQ1))
      .then({ type: 'ReportingPeriodClosed', data: { shippedValue: { amount: '0.00', currency: 'USD' } } }));
  it('is refused before the quarter is over, and for a quarter that is not open', () => {
    given(shared).when(closePeriod('2026-Q1', '2026-03-31T23:59:59.999Z')).thenRefused('NOT_YET_DUE');
    given(shared).when(closePeriod('2026-Q2', '2026-07-01T00:00:00.000Z')).thenRefused('UNKNOWN_PERIOD');
    given(issued()).when(closePeriod('2026-Q1', endOfQ1)).thenRefused('UNKNOWN_PERIOD');
  });
  it('changes nothing the second time', () =>
    given(shared, q1Closed('0.00')).when(closePeriod('2026-Q1', endOfQ1)).thenNothing());
  it('leaves a shipment of the next quarter to the next quarter', () =>
    given(shared, shipped('3', { shippedOn: '2026-04-02' }))
      .when(closePeriod('2026-Q1', '2026-04-05T00:00:00.000Z'))
      .then({ type: 'ReportingPeriodClosed', data: { shippedValue: { amount: '0.00', currency: 'USD' } } }));
  it('counts a shipment recorded after its quarter was closed in the next one', () =>
    given(shared, q1Closed('0.00'), shipped('3', { shippedOn: '2026-03-31' }))
      .when(closePeriod('2026-Q2', '2026-07-01T00:00:00.000Z'))
      .then(
        { type: 'ReportingPeriodClosed', data: { shippedValue: { amount: '300.00', currency: 'USD' } } },
        { type: 'ObligationRaised', data: { about: '2026-Q2' } },
        { type: 'ObligationRaised' },
      ));
  it('counts every shipment once', () =>
    given(shared, shipped('3'), q1Closed('300.00'))
      .when(closePeriod('2026-Q2', '2026-07-01T00:00:00.000Z'))
      .then({ type: 'ReportingPeriodClosed', data: { shippedValue: { amount: '0.00', currency: 'USD' } } }));
  it('is opened once more by a shipment that is recorded after the last one was closed', () => {
    const ended = issued({ conditions: [revenueShare], validUntil: '2026-03-31' });
    const q1: ComplianceFact = {
      type: 'ReportingPeriodClosed',
      data: { period: '2026-Q1', shippedValue: { amount: '0.00', currency: 'USD' } },
    };
    const late = { nextPeriodEndsAt: '2026-07-01T00:00:00.000Z' };
    given(ended, q1)
      .when(ship('3', { on: '2026-03-31', at: '2026-04-20T12:00:00.000Z' }))
      .then({ type: 'ShipmentRecorded', data: late });
    given(ended, q1, shipped('3', late))
      .when(closePeriod('2026-Q2', '2026-07-01T00:00:00.000Z'))
      .then(
        { type: 'ReportingPeriodClosed', data: { shippedValue: { amount: '300.00', currency: 'USD' } } },
        { type: 'ObligationRaised', data: { about: '2026-Q2', amount: { amount: '45.00', currency: 'USD' } } },
      );
  });
  it('is the last one once the licence is exhausted', () => {
    const { outcome } = given(issued({ conditions: [revenueShare], lines: [aLine(1, '3')] }), shipped('3'), {
      type: 'LicenceExhausted',
      data: { licenceNumber: 'D0000001' },
    }).when(closePeriod('2026-Q1', endOfQ1));
    expect(outcome).toMatchObject([{ type: 'ReportingPeriodClosed' }, { type: 'ObligationRaised' }]);
    expect(outcome).not.toHaveProperty('0.data.nextPeriodEndsAt');
  });
  it('is the last one where the licence ends with the quarter', () => {
    const { outcome } = given(issued({ conditions: [revenueShare], validUntil: '2026-03-31' })).when(
      closePeriod('2026-Q1', endOfQ1),
    );
    expect(outcome).toEqual([
      {
        type: 'ReportingPeriodClosed',
        data: { period: '2026-Q1', shippedValue: { amount: '0.00', currency: 'USD' } },
      },
    ]);
  });
  it('has a next one where an exhausted licence has shipped in it already', () =>
    given(issued({ conditions: [revenueShare], lines: [aLine(1, '3')] }), shipped('3', { shippedOn: '2026-04-02' }), {
      type: 'LicenceExhausted',
      data: { licenceNumber: 'D0000001' },
    })
      .when(closePeriod('2026-Q1', '2026-04-03T00:00:00.000Z'))
      .then({ type: 'ReportingPeriodClosed', data: { nextPeriodEndsAt: '2026-07-01T00:00:00.000Z' } }));
});

describe('a share of the shipped value', () => {
  const share = (amount: string, percent: string) => shareOf({ amount, currency: 'USD' }, percent).amount;
  it('is rounded half up to cents', () => {
    expect(share('0.10', '15')).toBe('0.02');
    expect(share('0.09', '15')).toBe('0.01');
    expect(share('33.30', '12.5')).toBe('4.16');
  });
  it('is exact where binary fractions are not', () => expect(share('1.15', '100')).toBe('1.15'));
  it('keeps every cent of a large sum', () => expect(share('999999999999999.99', '15')).toBe('150000000000000.00'));
});

it('a shipment of the quarter may be recorded while the quarter is open', () =>
  given(shared, q1Closed('0.00'))
    .when(ship('1', { shipmentId: anId(950), on: '2026-03-30', at: '2026-04-02T12:00:00.000Z' }))
    .then({ type: 'ShipmentRecorded' }));
