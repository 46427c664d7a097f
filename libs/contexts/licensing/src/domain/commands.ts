import {
  daySchema,
  nameText,
  parametersSchema,
  proseText,
  quantityText,
  type Command,
  type Condition,
  type Day,
  type Problem,
  type StopReason,
} from '@exeat/kernel';
import { z } from 'zod';
import type { LicensingOpened } from './events.js';
import type { ClauseRefusal } from './refusals.js';

const reasons = proseText(4000);

/** A clause of the library with its parameters, and why the officer wants it. */
export const addConditionSchema = z.strictObject({
  clause: z.string().min(1).max(100),
  /** Left out for the version in use. */
  version: z.int().min(1).optional(),
  parameters: parametersSchema,
  reason: reasons,
});
export const rewordConditionSchema = z.strictObject({ parameters: parametersSchema, reason: reasons });
export const dropConditionSchema = z.strictObject({ reason: reasons });

export const proposeApprovalSchema = z.strictObject({
  /** Lines that are left out are not approved. */
  lines: z.array(z.strictObject({ line: z.int().min(1).max(999), quantity: quantityText })).max(200),
  /** The last day of the licence; left out for the usual validity. */
  validUntil: daySchema.optional(),
  reasons,
});
export const proposeDenialSchema = z.strictObject({
  /** Statutory and regulatory grounds, such as `15 CFR 742.6(b)(10)`. */
  criteria: z.array(nameText).max(20),
  reasons,
  /** Reasons kept from the applicant. */
  withheldReasons: reasons.optional(),
});
export const proposeNoLicenceRequiredSchema = z.strictObject({ reasons });
export const sendBackSchema = z.strictObject({ reason: reasons });
export const nothingMoreSchema = z.strictObject({});
export const answerNoticeSchema = z.strictObject({ answer: proseText(10_000) });

type Asked<Type extends string, Schema extends z.ZodType> = Command<Type, z.infer<Schema>>;
type OfCondition = { readonly conditionId: string };

/** A condition with its wording in place, or what stands in the way. */
export type FilledCondition =
  { readonly condition: Condition } | { readonly problems: readonly Problem<ClauseRefusal>[] };

/** As it follows from the reviews; the handler adds how many must sign. */
export type AskToOpen = Command<'OpenLicensing', Omit<OpenLicensing['data'], 'signaturesRequired'>>;
export type OpenLicensing = Asked<'OpenLicensing', typeof LicensingOpened.schema>;

export type AdoptCondition = Command<'AdoptCondition', OfCondition>;
export type DropCondition = Command<'DropCondition', OfCondition & z.infer<typeof dropConditionSchema>>;

/** As it arrives; the handler fills the clause in. */
type AskToAddCondition = Asked<'AddCondition', typeof addConditionSchema>;
export type AddCondition = Command<'AddCondition', { readonly reason: string; readonly filled: FilledCondition }>;

/** As it arrives; the handler fills the condition's clause in anew. */
type AskToRewordCondition = Command<'RewordCondition', OfCondition & z.infer<typeof rewordConditionSchema>>;
export type RewordCondition = Command<
  'RewordCondition',
  /** Without wording where the case has no such condition. */
  OfCondition & { readonly reason: string; readonly filled?: FilledCondition }
>;

interface ToBeSigned {
  /** How many people other than the officer must sign such a decision, by the rule set in force. */
  readonly signaturesRequired: number;
}
type AskToProposeApproval = Asked<'ProposeApproval', typeof proposeApprovalSchema>;
export type ProposeApproval = Command<
  'ProposeApproval',
  Omit<AskToProposeApproval['data'], 'validUntil'> & ToBeSigned & { readonly validUntil: Day }
>;
type AskToProposeDenial = Asked<'ProposeDenial', typeof proposeDenialSchema>;
export type ProposeDenial = Command<'ProposeDenial', AskToProposeDenial['data'] & ToBeSigned>;
type AskToProposeNoLicenceRequired = Asked<'ProposeNoLicenceRequired', typeof proposeNoLicenceRequiredSchema>;
export type ProposeNoLicenceRequired = Command<
  'ProposeNoLicenceRequired',
  AskToProposeNoLicenceRequired['data'] & ToBeSigned
>;

export type SendBack = Asked<'SendBack', typeof sendBackSchema>;
/** As it arrives; the handler draws a licence number, and looks up the days of a notice of intent. */
type AskToCountersign = Asked<'Countersign', typeof nothingMoreSchema>;
export type Countersign = Command<
  'Countersign',
  {
    /** Used where this is the last signature under an approval. */
    readonly licenceNumber: string;
    /** Calendar days in which an answer to a notice of intent is asked for. */
    readonly answerDays: number;
    /** Calendar days after which an unanswered denial is final. */
    readonly finalDays: number;
  }
>;

export type AnswerNotice = Asked<'AnswerNotice', typeof answerNoticeSchema>;
export type FinaliseDenial = Asked<'FinaliseDenial', typeof nothingMoreSchema>;
export type CancelLicensing = Command<'CancelLicensing', { readonly because: StopReason }>;

type Whole = AdoptCondition | DropCondition | SendBack | AnswerNotice | FinaliseDenial | CancelLicensing;

/** What can be asked, before lookups. */
export type LicensingAsk =
  | AskToOpen
  | AskToAddCondition
  | AskToRewordCondition
  | AskToProposeApproval
  | AskToProposeDenial
  | AskToProposeNoLicenceRequired
  | AskToCountersign
  | Whole;

/** What an officer does. */
export type OfficerCommand =
  | AdoptCondition
  | AddCondition
  | RewordCondition
  | DropCondition
  | ProposeApproval
  | ProposeDenial
  | ProposeNoLicenceRequired;

/** What the decider hears. */
export type LicensingCommand =
  OpenLicensing | OfficerCommand | SendBack | Countersign | AnswerNotice | FinaliseDenial | CancelLicensing;
