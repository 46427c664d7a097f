import { daySchema, moneySchema, nameText, quantityText, type Command } from '@exeat/kernel';
import { z } from 'zod';
import type { LicenceIssued } from './events.js';

const lineNumber = z.int().min(1).max(999);

/** What was granted. */
type Granted = Omit<Data<typeof LicenceIssued.schema>, 'valueTolerancePercent'>;

export const fileLaboratoryCertificateSchema = z.strictObject({
  /** Left out, it follows from the laboratory and its reference. */
  certificateId: z.uuid().optional(),
  laboratory: nameText,
  reference: nameText,
  line: lineNumber,
  quantity: quantityText,
  testedOn: daySchema,
});

export const recordShipmentSchema = z.strictObject({
  /** Left out, it follows from the reference. */
  shipmentId: z.uuid().optional(),
  reference: nameText,
  shippedOn: daySchema,
  lines: z
    .array(
      z.strictObject({
        line: lineNumber,
        quantity: quantityText,
        /** Left out, it is the licensed unit price times the quantity. */
        value: moneySchema.optional(),
      }),
    )
    .min(1)
    .max(200),
});

export const fulfilObligationSchema = z.strictObject({
  obligationId: z.uuid(),
  /** Where the evidence is: a report's or remittance's reference. */
  reference: nameText,
});

type Data<Schema extends z.ZodType> = Readonly<z.infer<Schema>>;

/** A command as it arrives, before the handler has looked anything up. */
export type ComplianceAsk =
  | Command<'IssueLicence', Granted>
  | Command<'FileLaboratoryCertificate', Data<typeof fileLaboratoryCertificateSchema>>
  | Command<'RecordShipment', Data<typeof recordShipmentSchema>>
  | Command<'FulfilObligation', Data<typeof fulfilObligationSchema>>
  | Command<'NoteOverdue', { readonly obligationId: string }>
  | Command<'CloseReportingPeriod', { readonly period: string }>
  | Command<'ExpireLicence', Readonly<Record<string, never>>>;

/** The id for each obligation the command may raise, by condition. */
interface WithObligationIds {
  readonly obligationIds: Readonly<Record<string, string>>;
}

/** The command as the decider hears it: ids and rules have been looked up. */
export type ComplianceCommand =
  | Command<'IssueLicence', Granted & WithObligationIds & { readonly valueTolerancePercent: string }>
  | Command<
      'FileLaboratoryCertificate',
      Data<typeof fileLaboratoryCertificateSchema> & { readonly certificateId: string }
    >
  | Command<'RecordShipment', Data<typeof recordShipmentSchema> & WithObligationIds & { readonly shipmentId: string }>
  | Command<'FulfilObligation', Data<typeof fulfilObligationSchema>>
  | Command<'NoteOverdue', { readonly obligationId: string }>
  | Command<'CloseReportingPeriod', { readonly period: string } & WithObligationIds>
  | Command<'ExpireLicence', Readonly<Record<string, never>>>;

export type ComplianceCommandNamed<Type extends ComplianceCommand['type']> = Extract<ComplianceCommand, { type: Type }>;
