import type { ComplianceFact } from '@exeat/compliance';
import {
  exact,
  Exact,
  sum,
  type Condition,
  type Day,
  type FactNamed,
  type Finding,
  type Money,
  type Recorded,
} from '@exeat/kernel';
import type { LicensingFact } from '@exeat/licensing';
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
  /** Total processing performance of a unit, where technical review could compute it. */
  readonly tpp?: string;
}

type DataOf<T extends ComplianceFact['type']> = FactNamed<ComplianceFact, T>['data'];

/**
 * A licence, what is left of it, and what was done under it. The key is its number. A case that is to be decided has a row
 * of its own, under its id, with what technical review found: until it is decided.
 */
export interface RegisteredLicence extends ViewRow {
  readonly kind: 'case' | 'licence';
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
  /** On the row of a case: the performance of a unit of each line. */
  readonly performance: Readonly<Record<string, string>>;
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

type RegisterFact =
  | ComplianceFact
  | FactNamed<
      LicensingFact,
      'LicensingOpened' | 'ApplicationDenied' | 'NoLicenceRequiredConfirmed' | 'LicensingCancelled'
    >;

const performanceIn = (findings: readonly Finding[]): Readonly<Record<string, string>> =>
  Object.fromEntries(findings.flatMap(({ line, computation: { tpp } }) => (tpp === undefined ? [] : [[line, tpp]])));

const undecided = { status: 'in-force', validFrom: '', validUntil: '', valueTolerancePercent: '0' } as const;
const nothingDone = { lines: [], conditions: [], shipments: [], certificates: [], periods: [] } as const;

const noLicence = ({ caseId }: Recorded, rows: CaseRows<RegisteredLicence>): void => rows.remove(caseId);

/** Every licence with the balance of each line. */
export const licenceRegister = defineView<RegisteredLicence, RegisterFact>({
  name: 'licence-register',
  version: 3,
  entity: viewTable<RegisteredLicence>('licence-register', {
    kind: 'text',
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
    performance: 'jsonb',
    issuedPosition: 'bigint',
    version: 'int',
  }),
  on: {
    // What technical review found is told to licensing, and a licence does not repeat it.
    LicensingOpened: ({ caseId, data: { file, findings } }, rows) =>
      rows.put({
        ...{ key: caseId, caseId, kind: 'case', applicationNumber: file.number },
        ...{ companyId: file.applicant.companyId, holderName: file.applicant.name },
        ...undecided,
        ...nothingDone,
        performance: performanceIn(findings),
        issuedPosition: 0,
        version: 0,
      }),
    ApplicationDenied: noLicence,
    NoLicenceRequiredConfirmed: noLicence,
    LicensingCancelled: noLicence,
    LicenceIssued: ({ caseId, position, version, data }, rows) => {
      const { performance = {} } = rows.get(caseId) ?? {};
      rows.remove(caseId);
      rows.put({
        ...nothingDone,
        key: data.licenceNumber,
        caseId,
        kind: 'licence',
        applicationNumber: data.applicationNumber,
        companyId: data.holder.companyId,
        holderName: data.holder.name,
        status: 'in-force',
        validFrom: data.validFrom,
        validUntil: data.validUntil,
        valueTolerancePercent: data.valueTolerancePercent,
        lines: data.lines.map((line) => {
          const tpp = performance[line.line];
          const unshipped = { ...line, shippedQuantity: '0', shippedValue: '0.00', ...(tpp !== undefined && { tpp }) };
          return withBalance(unshipped, data.valueTolerancePercent);
        }),
        conditions: data.conditions,
        performance: {},
        issuedPosition: position,
        version,
      });
    },
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
