import type { Actor } from '@exeat/kernel';
import { aPerson, northlight } from '@exeat/kernel/spec';
import type { WriteNote } from './commands.js';
import type { CaseNotesFact } from './events.js';

// What specs of this context start from: notes, and commands by the people of the trade.

export const at = '2026-08-03T09:00:00.000Z';
export const ada = aPerson('Ada Reyes', 'technical-reviewer');
export const sam = aPerson('Sam Okafor', 'security-reviewer', 'state');

export const noteId = (number: number): string => `0199d3a0-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const written = (number: number, text = 'Ask for the die area.'): CaseNotesFact => ({
  type: 'NoteWritten',
  data: { noteId: noteId(number), text },
});

/** Ada's first note on an application of Northlight's. */
export const write = (changes: Partial<WriteNote['data']> = {}, by: Actor = ada): WriteNote => ({
  type: 'WriteNote',
  data: { noteId: noteId(1), text: 'Ask for the die area.', applicant: northlight.companyId, ...changes },
  by,
  at,
});

/** The same on a case that does not exist, or was never submitted. */
export const writeOfNothing = (by: Actor = ada): WriteNote => ({
  ...write({}, by),
  data: { noteId: noteId(1), text: 'Ask for the die area.' },
});
