import {
  exact,
  sum,
  type Company,
  type Condition,
  type Day,
  type Exact,
  type FactNamed,
  type Quarter,
} from '@exeat/kernel';
import type { ComplianceFact, LicensedLine } from './events.js';

/** A licensed line, and what has been drawn from it. Decimals are text. */
export interface LineBalance extends LicensedLine {
  readonly shippedQuantity: string;
  readonly shippedValue: string;
}

export type Certificate = FactNamed<ComplianceFact, 'LaboratoryCertificateFiled'>['data'];

/** `counted` once a closed reporting period includes it. */
export type Shipment = FactNamed<ComplianceFact, 'ShipmentRecorded'>['data'] & { readonly counted: boolean };

export type Obligation = FactNamed<ComplianceFact, 'ObligationRaised'>['data'] &
  ({ readonly status: 'open' | 'overdue' } | { readonly status: 'fulfilled'; readonly reference: string });

/** What is known of a licence from its issue on. */
interface Ledger {
  readonly licenceNumber: string;
  readonly holder: Company;
  readonly lines: readonly LineBalance[];
  readonly conditions: readonly Condition[];
  readonly validFrom: Day;
  readonly validUntil: Day;
  readonly valueTolerancePercent: string;
  readonly certificates: readonly Certificate[];
  readonly shipments: readonly Shipment[];
  readonly obligations: readonly Obligation[];
  /** The quarter that is being counted; left out where no condition asks for it, and after the last one. */
  readonly openPeriod?: Quarter;
  readonly closedPeriods: readonly string[];
}

type IssuedStatus = 'in-force' | 'exhausted' | 'expired';
export type LicenceStatus = 'unissued' | IssuedStatus;
export type IssuedLicence = Ledger & { readonly status: IssuedStatus };
export type Licence = { readonly status: 'unissued' } | IssuedLicence;

/** Units of a line that may still ship. */
export const unitsLeft = ({ quantity, shippedQuantity }: LineBalance): Exact => exact(quantity).minus(shippedQuantity);

/** What may still ship of a line in value, with the tolerance of 15 CFR 750.11. */
export const valueLeft = (line: LineBalance, valueTolerancePercent: string): Exact =>
  exact(line.value.amount).times(exact(valueTolerancePercent).plus(100)).div(100).minus(line.shippedValue);

export const allShipped = (lines: readonly LineBalance[]): boolean => lines.every((line) => unitsLeft(line).isZero());

/** The lines after a shipment has been drawn from them. */
export const drawn = (lines: readonly LineBalance[], shipped: Shipment['lines']): readonly LineBalance[] =>
  lines.map((line) => {
    const here = shipped.filter((part) => part.line === line.line);
    return {
      ...line,
      shippedQuantity: sum([line.shippedQuantity, ...here.map(({ quantity }) => quantity)]).toFixed(),
      shippedValue: sum([line.shippedValue, ...here.map(({ value }) => value.amount)]).toFixed(2),
    };
  });

export const reportsQuarterly = (conditions: readonly Condition[]): boolean =>
  conditions.some(({ duty }) => duty.when === 'each-quarter');
