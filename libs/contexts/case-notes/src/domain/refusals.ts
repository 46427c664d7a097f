import type { Refusal } from '@exeat/kernel';
import type { CaseNotesFact } from './events.js';

/** Every code by which this context turns a command down; the README says what each means. */
export const caseNotesRefusals = ['CASE_NOT_FOUND', 'NOT_A_NOTE_WRITER', 'INTEREST_IN_CASE'] as const;
export type CaseNotesRefusal = (typeof caseNotesRefusals)[number];

/** What the decider answers: facts, or every reason why not. */
export type Outcome = readonly CaseNotesFact[] | Refusal<CaseNotesRefusal>;
