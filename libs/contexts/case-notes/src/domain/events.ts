import { defineFact, type FactOf } from '@exeat/kernel';
import { z } from 'zod';

// Stored form: a released name or field never changes meaning; a new meaning is a new fact.

/** Who wrote it, and for whom they work, stands with the fact as with every other. */
export const NoteWritten = defineFact('NoteWritten', z.strictObject({ noteId: z.uuid(), text: z.string() }));

export const caseNotesFacts = [NoteWritten] as const;
export type CaseNotesFact = FactOf<typeof caseNotesFacts>;
