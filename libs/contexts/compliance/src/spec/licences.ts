import { system, type Actor, type Condition, type Duty, type FactNamed } from '@exeat/kernel';
import { aParty, aPerson, northlight } from '@exeat/kernel/spec';
import type { ComplianceCommandNamed } from '../domain/commands.js';
import type { ComplianceFact, LicensedLine } from '../domain/events.js';

// Builders for specs: say what matters, the rest is filled in.

type DataOf<Type extends ComplianceFact['type']> = FactNamed<ComplianceFact, Type>['data'];

/** A uuid that ends in the number: easy to tell apart in a failed spec. */
export const anId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const holder: Actor = aPerson('Ines Moreau', 'exporter', 'northlight');
export const stranger: Actor = aPerson('Sam Ortiz', 'exporter', 'harbourline');

export const aCondition = (number: number, duty: Duty): Condition => ({
  conditionId: anId(number),
  clause: `clause-${duty.when}`,
  clauseVersion: 1,
  parameters: {},
  text: 'As the clause says.',
  duty,
});

export const deliveryReport = aCondition(1, { when: 'after-each-shipment', days: 30, evidence: 'delivery-report' });
export const laboratoryTest = aCondition(2, { when: 'before-each-shipment', evidence: 'laboratory-certificate' });
export const revenueShare = aCondition(3, {
  when: 'each-quarter',
  days: 30,
  evidence: 'revenue-share-remittance',
  percentOfShippedValue: '15',
});
export const quarterlyStatement = aCondition(4, { when: 'each-quarter', days: 45, evidence: 'inventory-statement' });
export const planOnce = aCondition(5, { when: 'once', days: 60, evidence: 'security-plan' });

export const aLine = (line: number, quantity: string, unitPrice = '100.00'): LicensedLine => ({
  line,
  model: `Model ${line}`,
  quantity,
  unitPrice: { amount: unitPrice, currency: 'USD' },
  value: { amount: (Number(unitPrice) * Number(quantity)).toFixed(2), currency: 'USD' },
});

export const issued = (changes: Partial<DataOf<'LicenceIssued'>> = {}): FactNamed<ComplianceFact, 'LicenceIssued'> => ({
  type: 'LicenceIssued',
  data: {
    licenceNumber: 'D0000001',
    applicationNumber: 'Z000001',
    holder: northlight,
    parties: [aParty('end-user')],
    lines: [aLine(1, '1000')],
    conditions: [],
    validFrom: '2026-02-10',
    validUntil: '2030-02-09',
    valueTolerancePercent: '25',
    ...changes,
  },
});

export const shipped = (
  quantity: string,
  changes: Partial<DataOf<'ShipmentRecorded'>> = {},
): FactNamed<ComplianceFact, 'ShipmentRecorded'> => ({
  type: 'ShipmentRecorded',
  data: {
    shipmentId: anId(901),
    reference: 'AES-1',
    shippedOn: '2026-03-01',
    lines: [{ line: 1, quantity, value: { amount: (Number(quantity) * 100).toFixed(2), currency: 'USD' } }],
    ...changes,
  },
});

export const certified = (
  quantity: string,
  changes: Partial<DataOf<'LaboratoryCertificateFiled'>> = {},
): FactNamed<ComplianceFact, 'LaboratoryCertificateFiled'> => ({
  type: 'LaboratoryCertificateFiled',
  data: {
    certificateId: anId(801),
    laboratory: 'Meridian Test House',
    reference: 'MTH-1',
    line: 1,
    quantity,
    testedOn: '2026-02-20',
    ...changes,
  },
});

export const raised = (
  changes: Partial<DataOf<'ObligationRaised'>> = {},
): FactNamed<ComplianceFact, 'ObligationRaised'> => ({
  type: 'ObligationRaised',
  data: {
    obligationId: anId(701),
    conditionId: anId(1),
    clause: 'delivery-report',
    evidence: 'delivery-report',
    about: 'AES-1',
    dueAt: '2026-04-01T00:00:00.000Z',
    ...changes,
  },
});

const noon = (day: string) => `${day}T12:00:00.000Z`;

/** One obligation id for each of the conditions above: their own number plus 700. */
const obligationIds = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [anId(number), anId(700 + number)]));

export const issue = (
  changes: Partial<ComplianceCommandNamed<'IssueLicence'>['data']> = {},
): ComplianceCommandNamed<'IssueLicence'> => ({
  type: 'IssueLicence',
  data: { ...issued().data, obligationIds, ...changes },
  by: system('compliance'),
  at: noon('2026-02-10'),
});

export const ship = (
  quantity: string,
  { on = '2026-03-10', by = holder, at = noon('2026-03-10'), ...changes }: ShipChanges = {},
): ComplianceCommandNamed<'RecordShipment'> => ({
  type: 'RecordShipment',
  data: {
    shipmentId: anId(902),
    reference: 'AES-2',
    shippedOn: on,
    lines: [{ line: 1, quantity }],
    obligationIds,
    ...changes,
  },
  by,
  at,
});
type ShipChanges = Partial<ComplianceCommandNamed<'RecordShipment'>['data']> & {
  on?: string;
  by?: Actor;
  at?: string;
};

export const certify = (
  quantity: string,
  changes: Partial<ComplianceCommandNamed<'FileLaboratoryCertificate'>['data']> = {},
  by = holder,
): ComplianceCommandNamed<'FileLaboratoryCertificate'> => ({
  type: 'FileLaboratoryCertificate',
  data: { ...certified(quantity).data, ...changes },
  by,
  at: noon('2026-03-10'),
});

export const fulfil = (
  obligationId = anId(701),
  { reference = 'REP-1', by = holder, on = '2026-03-20' } = {},
): ComplianceCommandNamed<'FulfilObligation'> => ({
  type: 'FulfilObligation',
  data: { obligationId, reference },
  by,
  at: noon(on),
});

export const noteOverdue = (at: string, obligationId = anId(701)): ComplianceCommandNamed<'NoteOverdue'> => ({
  type: 'NoteOverdue',
  data: { obligationId },
  by: system('compliance'),
  at,
});

export const closePeriod = (period: string, at: string): ComplianceCommandNamed<'CloseReportingPeriod'> => ({
  type: 'CloseReportingPeriod',
  data: { period, obligationIds },
  by: system('compliance'),
  at,
});

export const expire = (at: string): ComplianceCommandNamed<'ExpireLicence'> => ({
  type: 'ExpireLicence',
  data: {},
  by: system('compliance'),
  at,
});
