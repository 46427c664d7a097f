import type { Lifecycle } from '@exeat/kernel';
import type { CaseNotesCommand } from './commands.js';
import type { CaseNotesFact } from './events.js';

/** The notes of a case. What they say decides nothing, so it is not kept here. */
export type CaseNotes =
  | Readonly<{ status: 'blank' }>
  | Readonly<{ status: 'written'; /** In the order in which they were written. */ noteIds: readonly string[] }>;

export type CaseNotesStatus = CaseNotes['status'];

/** A note can be written for as long as there is a case, decided or not; none is ever changed or taken back. */
export const lifecycle = {
  blank: { WriteNote: ['written'] },
  written: { WriteNote: ['written'] },
} as const satisfies Lifecycle<CaseNotesStatus, CaseNotesCommand['type']>;

export const initial: CaseNotes = { status: 'blank' };

export const noteIdsIn = (state: CaseNotes): readonly string[] => (state.status === 'blank' ? [] : state.noteIds);

export const evolve = (state: CaseNotes, { data }: CaseNotesFact): CaseNotes => ({
  status: 'written',
  noteIds: [...noteIdsIn(state), data.noteId],
});
