import type { ComplianceFact } from '@exeat/compliance';
import { exact, Exact, sum, type Condition, type Day, type FactNamed, type Money, type Recorded } from '@exeat/kernel';
import { defineView, type CaseRows, type ViewRow } from '@exeat/messaging';
import { viewTable } from '../entity/view-table.js';

/** A licensed line with what has shipped of it and what is left, in units and in value. Decimals are text. */
export interface LineBalance {
  readonly line: number;
  readonly model: string;
  readonly quantity: string;
  readonly unitPrice: Money;
  readonly value: Money;
  readonly shippedQuantity: string;
  readonly shippedValue: string;
  readonly quantityLeft: string;
  /** With the tolerance in value (15 CFR 750.11). */
  readonly valueLeft: string;
}

type DataOf<T extends ComplianceFact['type']> = FactNamed<ComplianceFact, T>['data'];

/** A licence, what is left of it, and what was done under it. The key is its number. */
export interface RegisteredLicence extends ViewRow {
  readonly applicationNumber: string;
  readonly companyId: string;
  readonly holderName: string;
  readonly status: 'in-force' | 'exhausted' | 'expired';
  readonly validFrom: Day;
  readonly validUntil: Day;
  readonly valueTolerancePercent: string;
  readonly lines: readonly LineBalance[];
  readonly conditions: readonly Condition[];
  readonly shipments: readonly DataOf<'ShipmentRecorded'>[];
  readonly certificates: readonly DataOf<'LaboratoryCertificateFiled'>[];
  readonly periods: readonly { readonly period: string; readonly shippedValue: Money }[];
  /** Position of the issue. */
  readonly issuedPosition: number;
  /** Version of the licence, for the next command on it. */
  readonly version: number;
}

type On<T extends ComplianceFact['type']> = Recorded<FactNamed<ComplianceFact, T>>;

const licenceNumberOf = ({ stream }: Recorded): string => stream.slice('licence-'.length);

const change =
  <T extends ComplianceFact['type']>(
    changes: (data: On<T>['data'], row: RegisteredLicence) => Partial<RegisteredLicence> = () => ({}),
  ) =>
  (fact: On<T>, rows: CaseRows<RegisteredLicence>): void => {
    const row = rows.get(licenceNumberOf(fact));
    if (row) rows.put({ ...row, ...changes(fact.data, row), version: fact.version });
  };

const withBalance = (
  line: Omit<LineBalance, 'quantityLeft' | 'valueLeft'>,
  valueTolerancePercent: string,
): LineBalance => ({
  ...line,
  quantityLeft: exact(line.quantity).minus(line.shippedQuantity).toFixed(),
  valueLeft: exact(line.value.amount)
    .times(exact(valueTolerancePercent).plus(100))
    .div(100)
    .minus(line.shippedValue)
    .toFixed(2, Exact.ROUND_DOWN),
});

const drawn = (
  { lines, valueTolerancePercent }: RegisteredLicence,
  shipment: DataOf<'ShipmentRecorded'>,
): readonly LineBalance[] =>
  lines.map((line) => {
    const parts = shipment.lines.filter((part) => part.line === line.line);
    return withBalance(
      {
        ...line,
        shippedQuantity: sum([line.shippedQuantity, ...parts.map(({ quantity }) => quantity)]).toFixed(),
        shippedValue: sum([line.shippedValue, ...parts.map(({ value }) => value.amount)]).toFixed(2),
      },
      valueTolerancePercent,
    );
  });

/** Every licence with the balance of each line. */
export const licenceRegister = defineView<RegisteredLicence, ComplianceFact>({
  name: 'licence-register',
  version: 2,
  entity: viewTable<RegisteredLicence>('licence-register', {
    applicationNumber: 'text',
    companyId: 'text',
    holderName: 'text',
    status: 'text',
    validFrom: 'text',
    validUntil: 'text',
    valueTolerancePercent: 'text',
    lines: 'jsonb',
    conditions: 'jsonb',
    shipments: 'jsonb',
    certificates: 'jsonb',
    periods: 'jsonb',
    issuedPosition: 'bigint',
    version: 'int',
  }),
  on: {
    LicenceIssued: ({ caseId, position, version, data }, rows) =>
      rows.put({
        key: data.licenceNumber,
        caseId,
        applicationNumber: data.applicationNumber,
        companyId: data.holder.companyId,
        holderName: data.holder.name,
        status: 'in-force',
        validFrom: data.validFrom,
        validUntil: data.validUntil,
        valueTolerancePercent: data.valueTolerancePercent,
        lines: data.lines.map((line) =>
          withBalance({ ...line, shippedQuantity: '0', shippedValue: '0.00' }, data.valueTolerancePercent),
        ),
        conditions: data.conditions,
        shipments: [],
        certificates: [],
        periods: [],
        issuedPosition: position,
        version,
      }),
    ShipmentRecorded: change<'ShipmentRecorded'>((shipment, row) => ({
      shipments: [...row.shipments, shipment],
      lines: drawn(row, shipment),
    })),
    LaboratoryCertificateFiled: change<'LaboratoryCertificateFiled'>((certificate, { certificates }) => ({
      certificates: [...certificates, certificate],
    })),
    ReportingPeriodClosed: change<'ReportingPeriodClosed'>(({ period, shippedValue }, { periods }) => ({
      periods: [...periods, { period, shippedValue }],
    })),
    LicenceExhausted: change<'LicenceExhausted'>(() => ({ status: 'exhausted' })),
    LicenceExpired: change<'LicenceExpired'>(() => ({ status: 'expired' })),
    // Of these only the version shows here; what is owed is another question.
    ObligationRaised: change<'ObligationRaised'>(),
    ObligationFulfilled: change<'ObligationFulfilled'>(),
    ObligationBecameOverdue: change<'ObligationBecameOverdue'>(),
  },
});
