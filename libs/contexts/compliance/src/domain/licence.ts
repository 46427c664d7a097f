import {
  addDays,
  dayOf,
  endOf,
  quarterOf,
  refusedInStatus,
  refuse,
  unreachable,
  type Decider,
  type Instant,
  type Lifecycle,
  type Quarter,
  type Refusal,
} from '@exeat/kernel';
import type { ComplianceCommand, ComplianceCommandNamed } from './commands.js';
import type { ComplianceRefusal } from './refusals.js';
import { closeReportingPeriod } from './decide/close-reporting-period.js';
import { fileLaboratoryCertificate } from './decide/file-laboratory-certificate.js';
import { issueLicence } from './decide/issue-licence.js';
import { fulfilObligation, noteOverdue } from './decide/obligations.js';
import { recordShipment } from './decide/record-shipment.js';
import type { ComplianceFact } from './events.js';
import { drawn, reportsQuarterly, type IssuedLicence, type Licence, type LicenceStatus } from './ledger.js';

/** Which command is heard in which status. What is owed outlives the licence. */
export const lifecycle: Lifecycle<LicenceStatus, ComplianceCommand['type']> = {
  unissued: { IssueLicence: ['in-force'] },
  'in-force': {
    FileLaboratoryCertificate: ['in-force'],
    RecordShipment: ['in-force', 'exhausted'],
    FulfilObligation: ['in-force'],
    NoteOverdue: ['in-force'],
    CloseReportingPeriod: ['in-force'],
    ExpireLicence: ['expired'],
  },
  exhausted: {
    FulfilObligation: ['exhausted'],
    NoteOverdue: ['exhausted'],
    CloseReportingPeriod: ['exhausted'],
  },
  expired: {
    RecordShipment: ['expired'],
    FulfilObligation: ['expired'],
    NoteOverdue: ['expired'],
    CloseReportingPeriod: ['expired'],
  },
};

type Outcome = readonly ComplianceFact[] | Refusal<ComplianceRefusal>;

const decide = (command: ComplianceCommand, licence: Licence): Outcome => {
  switch (command.type) {
    case 'IssueLicence':
      return issueLicence(command, licence);
    // These three are a person's: they answer for the holder first, so that nobody else learns the status.
    case 'FileLaboratoryCertificate':
      return fileLaboratoryCertificate(command, licence);
    case 'RecordShipment':
      return recordShipment(command, licence);
    case 'FulfilObligation':
      return fulfilObligation(command, licence);
    case 'NoteOverdue':
    case 'CloseReportingPeriod':
    case 'ExpireLicence':
      return decideByItself(command, licence);
    default:
      return unreachable(command);
  }
};

/** What Exeat does when a moment has come. */
const decideByItself = (
  command: ComplianceCommandNamed<'NoteOverdue' | 'CloseReportingPeriod' | 'ExpireLicence'>,
  licence: Licence,
): Outcome => {
  if (licence.status === 'unissued') return refusedInStatus(lifecycle, licence.status, command.type) ?? [];
  switch (command.type) {
    case 'NoteOverdue':
      return noteOverdue(command, licence);
    case 'CloseReportingPeriod':
      return closeReportingPeriod(command, licence);
    case 'ExpireLicence':
      return expireLicence(command, licence);
    default:
      return unreachable(command);
  }
};

const expireLicence = ({ at }: ComplianceCommandNamed<'ExpireLicence'>, licence: IssuedLicence): Outcome => {
  if (licence.status !== 'in-force') return []; // an exhausted licence has nothing left to expire
  const { licenceNumber, validUntil } = licence;
  if (at < endOf(validUntil)) return refuse('NOT_YET_DUE', `Licence ${licenceNumber} is valid until ${validUntil}.`);
  return [{ type: 'LicenceExpired', data: { licenceNumber } }];
};

const evolve = (licence: Licence, fact: ComplianceFact): Licence => {
  if (fact.type === 'LicenceIssued') return issued(fact.data);
  if (licence.status === 'unissued') throw new Error(`${fact.type} before the licence was issued`);
  switch (fact.type) {
    case 'LaboratoryCertificateFiled':
      return { ...licence, certificates: [...licence.certificates, fact.data] };
    case 'ShipmentRecorded': {
      const { nextPeriodEndsAt, ...shipment } = fact.data;
      return {
        ...licence,
        lines: drawn(licence.lines, shipment.lines),
        shipments: [...licence.shipments, { ...shipment, counted: false }],
        ...periodEnding(nextPeriodEndsAt),
      };
    }
    case 'ObligationRaised':
      return { ...licence, obligations: [...licence.obligations, { ...fact.data, status: 'open' }] };
    case 'ObligationFulfilled':
      return withObligation(licence, fact.data.obligationId, { status: 'fulfilled', reference: fact.data.reference });
    case 'ObligationBecameOverdue':
      return withObligation(licence, fact.data.obligationId, { status: 'overdue' });
    case 'ReportingPeriodClosed':
      return periodClosed(licence, fact.data);
    case 'LicenceExhausted':
      return { ...licence, status: 'exhausted' };
    case 'LicenceExpired':
      return { ...licence, status: 'expired' };
    default:
      return unreachable(fact);
  }
};

const issued = (data: Extract<ComplianceFact, { type: 'LicenceIssued' }>['data']): Licence => ({
  status: 'in-force',
  licenceNumber: data.licenceNumber,
  holder: data.holder,
  lines: data.lines.map((line) => ({ ...line, shippedQuantity: '0', shippedValue: '0.00' })),
  conditions: data.conditions,
  validFrom: data.validFrom,
  validUntil: data.validUntil,
  valueTolerancePercent: data.valueTolerancePercent,
  certificates: [],
  shipments: [],
  obligations: [],
  ...(reportsQuarterly(data.conditions) && { openPeriod: quarterOf(data.validFrom) }),
  closedPeriods: [],
});

const withObligation = (
  licence: IssuedLicence,
  id: string,
  change: { status: 'overdue' } | { status: 'fulfilled'; reference: string },
): Licence => ({
  ...licence,
  obligations: licence.obligations.map((one) => (one.obligationId === id ? { ...one, ...change } : one)),
});

const periodClosed = (
  { openPeriod, ...licence }: IssuedLicence,
  { period, nextPeriodEndsAt }: Extract<ComplianceFact, { type: 'ReportingPeriodClosed' }>['data'],
): Licence => ({
  ...licence,
  closedPeriods: [...licence.closedPeriods, period],
  shipments: licence.shipments.map((shipment) =>
    openPeriod && shipment.shippedOn <= openPeriod.last ? { ...shipment, counted: true } : shipment,
  ),
  ...periodEnding(nextPeriodEndsAt),
});

/** The quarter that ends with the day before the moment is the one that is counted. */
const periodEnding = (at: Instant | undefined): { readonly openPeriod?: Quarter } =>
  at === undefined ? {} : { openPeriod: quarterOf(addDays(dayOf(at), -1)) };

/** The life of a licence: balances, certificates, obligations and reporting periods. */
export const licence: Decider<Licence, ComplianceCommand, ComplianceFact, ComplianceRefusal> = {
  initial: { status: 'unissued' },
  decide,
  evolve,
};
