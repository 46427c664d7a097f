import { proseText, type Command } from '@exeat/kernel';
import { z } from 'zod';

export const writeNoteSchema = z.strictObject({ text: proseText(4000) });

/** As it arrives; the handler adds what the decider has to know of the case. */
export type AskToWriteNote = Command<'WriteNote', z.infer<typeof writeNoteSchema>>;
export type CaseNotesAsk = AskToWriteNote;

export type WriteNote = Command<
  'WriteNote',
  AskToWriteNote['data'] & {
    /** Follows from the command's id, so that a command sent twice writes one note. */
    readonly noteId: string;
    /** The company that applied; left out where there is no such case, or it was never submitted. */
    readonly applicant?: string;
  }
>;
export type CaseNotesCommand = WriteNote;
