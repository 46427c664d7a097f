import { holds, refuse, type Actor, type Refusal, type Role } from '@exeat/kernel';
import type { WriteNote } from './commands.js';
import type { CaseNotesRefusal } from './refusals.js';

type Verdict = Refusal<CaseNotesRefusal> | undefined;

/** Who works on cases. An auditor reads what they wrote, and adds nothing to it. */
const writers: readonly Role[] = ['technical-reviewer', 'security-reviewer', 'licensing-officer', 'countersigner'];

/** Who may write a note, and on which case. */
export const whoMayWrite = ({ by, data }: WriteNote): Verdict =>
  writers.some((role) => holds(by, role))
    ? outsiders(by, data.applicant)
    : refuse('NOT_A_NOTE_WRITER', 'Only reviewers, licensing officers and countersigners write notes.');

/**
 * Whom the notes of a case are kept from: everybody, before its first submission; whoever exports, whatever else they
 * are, as if there were no such case; and whoever belongs to the applicant.
 */
export const outsiders = (by: Actor, applicant: string | undefined): Verdict => {
  if (applicant === undefined || holds(by, 'exporter')) return refuse('CASE_NOT_FOUND', 'There is no such case.');
  return applicant === by.organisation
    ? refuse('INTEREST_IN_CASE', 'You belong to the applicant: the notes of this case are not yours to read or write.')
    : undefined;
};
