// The one door of the notes: their facts, and what they say to people.
import type { AudienceFor, SentencesFor } from '@exeat/kernel';
import type { CaseNotesFact } from './domain/events.js';

export * from './domain/events.js';

/** That a note was written, and by whom. What it says is read among the notes alone. */
export const caseNotesSentences: SentencesFor<CaseNotesFact> = {
  NoteWritten: ({ meta }) => `${meta.actor.name} wrote a note`,
};

/** Notes are the authority's own: the applicant does not learn that there are any. */
export const caseNotesAudience: AudienceFor<CaseNotesFact> = { NoteWritten: 'authority' };
