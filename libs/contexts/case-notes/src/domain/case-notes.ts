import type { Decider } from '@exeat/kernel';
import type { CaseNotesCommand } from './commands.js';
import type { CaseNotesFact } from './events.js';
import type { CaseNotesRefusal, Outcome } from './refusals.js';
import { whoMayWrite } from './rules.js';
import { evolve, initial, noteIdsIn, type CaseNotes } from './state.js';

/** The table of states hears the one command in every status, so there is no status to refuse it in. */
const decide = (command: CaseNotesCommand, state: CaseNotes): Outcome => {
  const notAllowed = whoMayWrite(command);
  if (notAllowed) return notAllowed;
  const { noteId, text } = command.data;
  if (noteIdsIn(state).includes(noteId)) return [];
  return [{ type: 'NoteWritten', data: { noteId, text } }];
};

export const caseNotes: Decider<CaseNotes, CaseNotesCommand, CaseNotesFact, CaseNotesRefusal> = {
  initial,
  decide,
  evolve,
};
