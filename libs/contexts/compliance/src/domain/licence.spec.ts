import { describe, it } from '@jest/globals';
import { specFor } from '@exeat/kernel/spec';
import {
  aLine,
  anId,
  closePeriod,
  deliveryReport,
  expire,
  fulfil,
  holder,
  issue,
  issued,
  laboratoryTest,
  noteOverdue,
  planOnce,
  raised,
  ship,
  shipped,
  stranger,
} from '../spec/licences.js';
import type { ComplianceFact } from './events.js';
import { licence } from './licence.js';

const { given } = specFor(licence);
const exhausted: ComplianceFact = { type: 'LicenceExhausted', data: { licenceNumber: 'D0000001' } };
const expired: ComplianceFact = { type: 'LicenceExpired', data: { licenceNumber: 'D0000001' } };

describe('issuing a licence', () => {
  it('opens its ledger', () => given().when(issue()).then({ type: 'LicenceIssued', data: issued().data }));
  it('raises what is owed once, counted in whole days from the first valid day', () =>
    given()
      .when(issue({ conditions: [planOnce] }))
      .then(
        { type: 'LicenceIssued' },
        {
          type: 'ObligationRaised',
          data: { evidence: 'security-plan', about: 'D0000001', dueAt: '2026-04-12T00:00:00.000Z' },
        },
      ));
  it('changes nothing the second time', () => given(issued()).when(issue()).thenNothing());
  it('is refused with lines in two currencies', () =>
    given()
      .when(
        issue({
          lines: [
            aLine(1, '10'),
            {
              ...aLine(2, '10'),
              unitPrice: { amount: '1.00', currency: 'EUR' },
              value: { amount: '10.00', currency: 'EUR' },
            },
          ],
        }),
      )
      .thenRefused('CURRENCIES_MIXED'));
});

describe('recording a shipment', () => {
  it('values the units at the licensed price where no value is given', () =>
    given(issued())
      .when(ship('3'))
      .then({
        type: 'ShipmentRecorded',
        data: { lines: [{ line: 1, quantity: '3', value: { amount: '300.00', currency: 'USD' } }] },
      }));
  it('raises what is owed after a shipment, counted from the day it left', () =>
    given(issued({ conditions: [deliveryReport] }))
      .when(ship('3', { on: '2026-03-01' }))
      .then(
        { type: 'ShipmentRecorded' },
        { type: 'ObligationRaised', data: { about: 'AES-2', dueAt: '2026-04-01T00:00:00.000Z' } },
      ));
  it('exhausts the licence with the last unit of the last line', () =>
    given(issued({ lines: [aLine(1, '10'), aLine(2, '5')] }), shipped('10'))
      .when(ship('5', { lines: [{ line: 2, quantity: '5' }] }))
      .then({ type: 'ShipmentRecorded' }, { type: 'LicenceExhausted' }));
  it('is refused beyond the units left', () =>
    given(issued(), shipped('999')).when(ship('2')).thenRefused('LINE_OVERDRAWN'));
  it('says what is left in figures that people can read', () => {
    const { outcome } = given(issued({ lines: [aLine(1, '12000')] }), shipped('1000')).when(ship('11001'));
    expect(outcome).toMatchObject({
      refused: [{ sentence: 'Line 1 (Model 1) has 11,000 of 12,000 units left; 11,001 cannot ship.' }],
    });
  });
  it('is allowed up to the last unit of a line while another has units left', () =>
    given(issued({ lines: [aLine(1, '1000'), aLine(2, '5')] }), shipped('999'))
      .when(ship('1'))
      .then({ type: 'ShipmentRecorded' }));
  it('is allowed up to the value with the tolerance', () =>
    given(issued())
      .when(ship('999', { lines: [{ line: 1, quantity: '999', value: { amount: '125000.00', currency: 'USD' } }] }))
      .then({ type: 'ShipmentRecorded' }));
  it('is refused a cent above it', () =>
    given(issued())
      .when(ship('999', { lines: [{ line: 1, quantity: '999', value: { amount: '125000.01', currency: 'USD' } }] }))
      .thenRefused('VALUE_ABOVE_TOLERANCE'));
  it('is refused with every problem together', () =>
    given(issued({ conditions: [laboratoryTest] }), shipped('1'))
      .when(
        ship('1000', {
          on: '2026-03-11',
          reference: 'AES-1',
          lines: [
            { line: 1, quantity: '1000', value: { amount: '200000', currency: 'EUR' } },
            { line: 1, quantity: '1' },
            { line: 7, quantity: '1' },
          ],
        }),
      )
      .thenRefused(
        'DUPLICATE_REFERENCE',
        'IN_THE_FUTURE',
        'LINE_UNKNOWN',
        'LINE_REPEATED',
        'WRONG_CURRENCY',
        'LINE_OVERDRAWN',
        'VALUE_ABOVE_TOLERANCE',
        'CERTIFICATE_MISSING',
        'CERTIFICATE_MISSING',
      ));
  it('is refused for a day before the licence was valid', () =>
    given(issued())
      .when(ship('1', { on: '2026-02-09' }))
      .thenRefused('OUTSIDE_VALIDITY'));
  it('changes nothing when the same shipment is recorded again, even as the one that exhausted the licence', () =>
    given(
      issued({ lines: [aLine(1, '3')] }),
      shipped('3', { shipmentId: anId(902), reference: 'AES-2', shippedOn: '2026-03-10' }),
      exhausted,
    )
      .when(ship('3'))
      .thenNothing());
  it('is refused under a known reference with other content', () =>
    given(issued(), shipped('1'))
      .when(ship('2', { reference: 'AES-1' }))
      .thenRefused('DUPLICATE_REFERENCE'));
  it('is refused once the licence is exhausted', () =>
    given(issued(), exhausted).when(ship('1')).thenRefused('LICENCE_NOT_IN_FORCE'));
  it('is allowed after the licence has expired for what left within its validity, with what is owed for it', () => {
    const late = ship('1', { on: '2030-02-09', at: '2030-02-20T12:00:00.000Z' });
    const owing = issued({ conditions: [deliveryReport] });
    const recorded = [{ type: 'ShipmentRecorded' }, { type: 'ObligationRaised' }] as const;
    given(owing)
      .when(late)
      .then(...recorded);
    given(owing, expired)
      .when(late)
      .then(...recorded);
  });
  it('leaves an expired licence expired, even with its last unit', () =>
    given(issued({ lines: [aLine(1, '1')] }), expired)
      .when(ship('1', { on: '2030-02-09', at: '2030-02-20T12:00:00.000Z' }))
      .then({ type: 'ShipmentRecorded' }));
  it('is refused for a day after the licence has expired', () =>
    given(issued(), expired)
      .when(ship('1', { on: '2030-02-10', at: '2030-02-20T12:00:00.000Z' }))
      .thenRefused('OUTSIDE_VALIDITY'));
  it('is allowed until the last moment of the last valid day', () =>
    given(issued())
      .when(ship('1', { on: '2030-02-09', at: '2030-02-09T23:59:59.999Z' }))
      .then({ type: 'ShipmentRecorded' }));
  it('is refused to another company, and says the same of a licence that does not exist', () => {
    given(issued())
      .when(ship('1', { by: stranger }))
      .thenRefused('NOT_YOUR_LICENCE');
    given().when(ship('1')).thenRefused('NOT_YOUR_LICENCE');
  });
  it('is refused to the authority, which ships nothing', () =>
    given(issued())
      .when(ship('1', { by: { ...holder, roles: ['licensing-officer'] } }))
      .thenRefused('NOT_YOUR_LICENCE'));
});

describe('what is owed', () => {
  it('is fulfilled in time before the due moment, and late from it on', () => {
    given(issued(), raised())
      .when(fulfil())
      .then({ type: 'ObligationFulfilled', data: { late: false } });
    given(issued(), raised({ dueAt: '2026-03-20T12:00:00.000Z' }))
      .when(fulfil())
      .then({ type: 'ObligationFulfilled', data: { late: true } });
  });
  it('can be fulfilled after the licence has expired', () =>
    given(issued(), raised(), expired).when(fulfil()).then({ type: 'ObligationFulfilled' }));
  const done: ComplianceFact = {
    type: 'ObligationFulfilled',
    data: { obligationId: anId(701), reference: 'REP-1', late: false },
  };
  it('stays fulfilled when told again, and is refused with other evidence', () => {
    given(issued(), raised(), done).when(fulfil()).thenNothing();
    given(issued(), raised(), done)
      .when(fulfil(anId(701), { reference: 'REP-2' }))
      .thenRefused('ALREADY_FULFILLED');
  });
  it('is refused where it is unknown, or another company’s', () => {
    given(issued())
      .when(fulfil(anId(799)))
      .thenRefused('UNKNOWN_OBLIGATION');
    given(issued(), raised())
      .when(fulfil(anId(701), { by: stranger }))
      .thenRefused('NOT_YOUR_LICENCE');
  });
  it('becomes overdue at the due moment, not before', () => {
    given(issued(), raised()).when(noteOverdue('2026-03-31T23:59:59.999Z')).thenRefused('NOT_YET_DUE');
    given(issued(), raised())
      .when(noteOverdue('2026-04-01T00:00:00.000Z'))
      .then({ type: 'ObligationBecameOverdue', data: { owed: { evidence: 'delivery-report' } } });
  });
  it('does not become overdue once fulfilled, nor twice', () => {
    const overdue: ComplianceFact = {
      type: 'ObligationBecameOverdue',
      data: { obligationId: anId(701), dueAt: '2026-04-01T00:00:00.000Z' },
    };
    given(issued(), raised(), done).when(noteOverdue('2026-05-01T00:00:00.000Z')).thenNothing();
    given(issued(), raised(), overdue).when(noteOverdue('2026-05-01T00:00:00.000Z')).thenNothing();
  });
});

describe('the end of a licence', () => {
  it('comes with the end of its last valid day, not before', () => {
    given(issued()).when(expire('2030-02-09T23:59:59.999Z')).thenRefused('NOT_YET_DUE');
    given(issued()).when(expire('2030-02-10T00:00:00.000Z')).then({ type: 'LicenceExpired' });
  });
  it('comes once, and not to an exhausted licence', () => {
    given(issued(), expired).when(expire('2030-02-10T00:00:00.000Z')).thenNothing();
    given(issued(), exhausted).when(expire('2030-02-10T00:00:00.000Z')).thenNothing();
  });
  it('is refused where nothing was issued', () => {
    given().when(expire('2030-02-10T00:00:00.000Z')).thenRefused('NOT_IN_THIS_STATUS');
    given().when(closePeriod('2026-Q1', '2026-04-01T00:00:00.000Z')).thenRefused('NOT_IN_THIS_STATUS');
  });
});
