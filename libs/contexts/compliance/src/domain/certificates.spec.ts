import { describe, it } from '@jest/globals';
import { specFor } from '@exeat/kernel/spec';
import { aLine, anId, certified, certify, issued, laboratoryTest, ship, shipped, stranger } from '../spec/licences.js';
import type { ComplianceFact } from './events.js';
import { licence } from './licence.js';

const { given } = specFor(licence);
const exhausted: ComplianceFact = { type: 'LicenceExhausted', data: { licenceNumber: 'D0000001' } };

describe('shipping under laboratory certificates', () => {
  const tested = issued({ conditions: [laboratoryTest] });
  it('is allowed for as many units as were tested', () =>
    given(tested, certified('10')).when(ship('10')).then({ type: 'ShipmentRecorded' }));
  it('is refused for one more', () =>
    given(tested, certified('10'), shipped('5')).when(ship('6')).thenRefused('CERTIFICATE_MISSING'));
  it('is refused under a test made after the day of shipment', () =>
    given(tested, certified('10', { testedOn: '2026-03-11' }))
      .when(ship('10'))
      .thenRefused('CERTIFICATE_MISSING'));
  it('does not let a shipment recorded late use what a later one leaned on', () => {
    const later = shipped('15', { shippedOn: '2026-03-09' });
    const second = certified('10', { certificateId: anId(802), reference: 'MTH-2', testedOn: '2026-03-08' });
    given(tested, certified('10'), second, later)
      .when(ship('5', { on: '2026-03-01' }))
      .then({ type: 'ShipmentRecorded' });
    given(tested, certified('10'), second, later)
      .when(ship('6', { on: '2026-03-01' }))
      .thenRefused('CERTIFICATE_MISSING');
  });
  it('does not count another line’s certificate', () =>
    given(issued({ conditions: [laboratoryTest], lines: [aLine(1, '10'), aLine(2, '10')] }), certified('10'))
      .when(ship('1', { lines: [{ line: 2, quantity: '1' }] }))
      .thenRefused('CERTIFICATE_MISSING'));
});

describe('filing a laboratory certificate', () => {
  it('puts it on file', () => given(issued()).when(certify('10')).then({ type: 'LaboratoryCertificateFiled' }));
  it('changes nothing the second time', () => given(issued(), certified('10')).when(certify('10')).thenNothing());
  it('is refused under a known reference with other content', () =>
    given(issued(), certified('10')).when(certify('11')).thenRefused('DUPLICATE_REFERENCE'));
  it('is refused for an unknown line and a test in the future, together', () =>
    given(issued())
      .when(certify('10', { line: 9, testedOn: '2026-03-11' }))
      .thenRefused('LINE_UNKNOWN', 'IN_THE_FUTURE'));
  it('is refused to another company', () =>
    given(issued())
      .when(certify('10', {}, stranger))
      .thenRefused('NOT_YOUR_LICENCE'));
  it('is refused once the licence is exhausted', () =>
    given(issued(), exhausted).when(certify('10')).thenRefused('LICENCE_NOT_IN_FORCE'));
});
