import {
  companySchema,
  conditionSchema,
  defineFact,
  moneySchema,
  partySchema,
  quantityText,
  type FactOf,
} from '@exeat/kernel';
import { z } from 'zod';

// Stored form: a released name or field never changes meaning; a new meaning is a new fact.

export const licensedLineSchema = z.strictObject({
  line: z.int(),
  model: z.string(),
  quantity: quantityText,
  unitPrice: moneySchema,
  value: moneySchema,
});
export type LicensedLine = z.infer<typeof licensedLineSchema>;

const shippedLineSchema = z.strictObject({ line: z.int(), quantity: quantityText, value: moneySchema });
export type ShippedLine = z.infer<typeof shippedLineSchema>;

export const LicenceIssued = defineFact(
  'LicenceIssued',
  z.strictObject({
    licenceNumber: z.string(),
    applicationNumber: z.string(),
    holder: companySchema,
    parties: z.array(partySchema),
    lines: z.array(licensedLineSchema),
    conditions: z.array(conditionSchema),
    validFrom: z.iso.date(),
    validUntil: z.iso.date(),
    /** By how much the value of a line may exceed what was licensed (15 CFR 750.11), percent. */
    valueTolerancePercent: z.string(),
  }),
);

/** An independent laboratory tested a sample of a batch; the units it covers may ship. */
export const LaboratoryCertificateFiled = defineFact(
  'LaboratoryCertificateFiled',
  z.strictObject({
    certificateId: z.uuid(),
    laboratory: z.string(),
    reference: z.string(),
    line: z.int(),
    quantity: quantityText,
    testedOn: z.iso.date(),
  }),
);

export const ShipmentRecorded = defineFact(
  'ShipmentRecorded',
  z.strictObject({
    shipmentId: z.uuid(),
    /** The exporter's reference, such as the customs filing. */
    reference: z.string(),
    shippedOn: z.iso.date(),
    lines: z.array(shippedLineSchema),
    /** Where it came in after the last reporting period was closed: when the one ends that counts it. */
    nextPeriodEndsAt: z.iso.datetime().optional(),
  }),
);

const owedSchema = z.strictObject({
  /** What is owed, such as `delivery-report`. */
  evidence: z.string(),
  /** What it is about: a shipment's reference, or a quarter such as `2026-Q3`. */
  about: z.string(),
  /** The sum owed, where the duty is a payment. */
  amount: moneySchema.optional(),
});
export type Owed = Readonly<z.infer<typeof owedSchema>>;

/** A condition calls for something by a day. */
export const ObligationRaised = defineFact(
  'ObligationRaised',
  z.strictObject({
    obligationId: z.uuid(),
    conditionId: z.uuid(),
    clause: z.string(),
    ...owedSchema.shape,
    dueAt: z.iso.datetime(),
  }),
);

export const ObligationFulfilled = defineFact(
  'ObligationFulfilled',
  z.strictObject({ obligationId: z.uuid(), reference: z.string(), late: z.boolean(), owed: owedSchema.optional() }),
);

export const ObligationBecameOverdue = defineFact(
  'ObligationBecameOverdue',
  z.strictObject({ obligationId: z.uuid(), dueAt: z.iso.datetime(), owed: owedSchema.optional() }),
);

/** A quarter of the licence is over and what was shipped in it is counted. */
export const ReportingPeriodClosed = defineFact(
  'ReportingPeriodClosed',
  z.strictObject({ period: z.string(), shippedValue: moneySchema, nextPeriodEndsAt: z.iso.datetime().optional() }),
);

export const LicenceExhausted = defineFact('LicenceExhausted', z.strictObject({ licenceNumber: z.string() }));

export const LicenceExpired = defineFact('LicenceExpired', z.strictObject({ licenceNumber: z.string() }));

export const complianceFacts = [
  LicenceIssued,
  LaboratoryCertificateFiled,
  ShipmentRecorded,
  ObligationRaised,
  ObligationFulfilled,
  ObligationBecameOverdue,
  ReportingPeriodClosed,
  LicenceExhausted,
  LicenceExpired,
] as const;
export type ComplianceFact = FactOf<typeof complianceFacts>;
