import { expect, it } from '@jest/globals';
import type { CaseNotesFact } from './published.js';
import type { Recorded } from '@exeat/kernel';
import { ada } from './domain/case-notes.fixtures.js';
import { caseNotesAudience, caseNotesSentences } from './published.js';

it('the sentence of a note says who wrote one, and nothing of what it says', () => {
  const data = { noteId: '0199d3a0-0000-4000-8000-000000000001', text: 'Ask for the die area.' };
  const written = { type: 'NoteWritten', data, meta: { actor: ada } } as Recorded<CaseNotesFact>;
  expect(caseNotesSentences.NoteWritten(written)).toBe('Ada Reyes wrote a note');
});

it('notes stay with the authority', () => expect(caseNotesAudience).toEqual({ NoteWritten: 'authority' }));
