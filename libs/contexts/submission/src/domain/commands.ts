import { companySchema, draftSchema, nameText, proseText, type CaseFile, type Command, type Day } from '@exeat/kernel';
import { z } from 'zod';
import { type ApplicationClosed, ApplicationReturned, type Document } from './events.js';

/** The exporter's own reference for the case. */
const referenceText = nameText.max(80);

export const startDraftSchema = z.strictObject({ applicant: companySchema, reference: referenceText });
/** Each section is saved whole; sections left out stay as they are. */
export const saveDraftSchema = z.strictObject({ sections: draftSchema });
/** Who signs the declaration, and in what capacity. */
export const submitSchema = z.strictObject({ signatory: nameText.max(120), capacity: nameText.max(120) });
/** A file's name: no path, and nothing in it that looks like something else than it is. */
export const documentNameText = nameText.refine((name) => !/[/\\]/.test(name), 'a file name without a path');
/** There is nothing more to say. */
export const removeDocumentSchema = z.strictObject({});
export const withdrawSchema = z.strictObject({ reason: proseText(2000) });
export const returnSchema = z.strictObject({
  reason: ApplicationReturned.schema.shape.reason,
  explanation: proseText(4000),
});

type Asked<Type extends string, Schema extends z.ZodType> = Command<Type, z.infer<Schema>>;

export type StartDraft = Asked<'StartDraft', typeof startDraftSchema>;
export type SaveDraft = Asked<'SaveDraft', typeof saveDraftSchema>;
export type WithdrawApplication = Asked<'WithdrawApplication', typeof withdrawSchema>;
export type ReturnApplication = Asked<'ReturnApplication', typeof returnSchema>;
export type CloseApplication = Asked<'CloseApplication', typeof ApplicationClosed.schema>;

/** The bytes are kept already: the command tells what they were found to be. */
export type AttachDocument = Command<'AttachDocument', Document>;
export type RemoveDocument = Command<'RemoveDocument', { readonly documentId: string }>;

/** As it arrives; the handler adds the digest of the content. */
type AskToSubmit = Asked<'SubmitApplication', typeof submitSchema>;
export type SubmitApplication = Command<'SubmitApplication', AskToSubmit['data'] & { readonly digest: string }>;

/** As it arrives: which submission of the case is to get a number. The handler draws the number and finds the day. */
export type AskToRegister = Command<'RegisterApplication', { readonly round: number }>;
export type RegisterApplication = Command<
  'RegisterApplication',
  AskToRegister['data'] & { readonly number: CaseFile['number']; readonly resolveBy: Day }
>;

type Complete =
  StartDraft | SaveDraft | AttachDocument | RemoveDocument | WithdrawApplication | ReturnApplication | CloseApplication;

/** What can be asked, before lookups. */
export type SubmissionAsk = Complete | AskToSubmit | AskToRegister;

/** What the decider hears. */
export type SubmissionCommand = Complete | SubmitApplication | RegisterApplication;
