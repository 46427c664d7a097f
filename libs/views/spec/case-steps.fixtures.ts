import { addDays, times, type Condition } from '@exeat/kernel';
import { LicensingSteps } from './licensing-steps.fixtures.js';
import { idOf } from './recorded.fixtures.js';

/** A whole case, from its draft to the end of its licence. */
export class CaseSteps extends LicensingSteps {
  grant(conditions: readonly Condition[]): this {
    const { licenceNumber, file } = this;
    const terms = {
      lines: this.lines(),
      conditions: [...conditions],
      validFrom: addDays('2026-01-05', this.day),
      validUntil: '2030-01-04',
    };
    this.add('licensing', 'LicenceGranted', { licenceNumber, file, ...terms });
    this.add('licence', 'LicenceIssued', {
      licenceNumber,
      applicationNumber: file.number,
      holder: this.company,
      parties: file.content.parties,
      valueTolerancePercent: '25',
      ...terms,
    });
    return this.add('submission', 'ApplicationClosed', { outcome: 'licensed', licenceNumber });
  }

  certify(quantity: string): this {
    const certificateId = idOf(`${this.number} certificate ${this.steps.length}`);
    return this.add(
      'licence',
      'LaboratoryCertificateFiled',
      {
        certificateId,
        laboratory: 'Meridian Test House',
        reference: certificateId,
        line: 1,
        quantity,
        testedOn: '2026-02-01',
      },
      this.exporter,
    );
  }

  ship(line: number, quantity: string): this {
    const reference = `AES-${this.steps.length}`;
    const value = times({ amount: '12500', currency: 'USD' }, quantity);
    return this.add(
      'licence',
      'ShipmentRecorded',
      {
        shipmentId: idOf(`${this.number} ${reference}`),
        reference,
        shippedOn: addDays('2026-01-05', this.day),
        lines: [{ line, quantity, value }],
      },
      this.exporter,
    );
  }

  owe(name: string, condition: Condition, amount?: string): this {
    return this.add('licence', 'ObligationRaised', {
      obligationId: idOf(`${this.number} owed ${name}`),
      conditionId: condition.conditionId,
      clause: condition.clause,
      evidence: 'delivery-report',
      about: name,
      ...(amount !== undefined && { amount: { amount, currency: 'USD' } }),
      dueAt: `${addDays('2026-01-05', this.day + 31)}T00:00:00.000Z`,
    });
  }

  fulfil(name: string, late = false): this {
    const obligationId = idOf(`${this.number} owed ${name}`);
    return this.add('licence', 'ObligationFulfilled', { obligationId, reference: 'REP-1', late }, this.exporter);
  }

  overdue(name: string): this {
    const dueAt = `${addDays('2026-01-05', this.day)}T00:00:00.000Z`;
    return this.add('licence', 'ObligationBecameOverdue', { obligationId: idOf(`${this.number} owed ${name}`), dueAt });
  }

  closePeriod(period: string, amount: string): this {
    return this.add('licence', 'ReportingPeriodClosed', { period, shippedValue: { amount, currency: 'USD' } });
  }

  exhaust(): this {
    return this.add('licence', 'LicenceExhausted', { licenceNumber: this.licenceNumber });
  }

  expire(): this {
    return this.add('licence', 'LicenceExpired', { licenceNumber: this.licenceNumber });
  }
}
