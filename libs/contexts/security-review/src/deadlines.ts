import { system } from '@exeat/kernel';
import type { DeadlineTable } from '@exeat/messaging';
import type { SecurityReviewFact } from './domain/events.js';
import { SecurityReviewRequest } from './security-review.handler.js';

const silence = (agency: string): string => `silence:${agency}`;

/** From its moment on, the silence of an agency counts as no objection. */
export const deadlines: DeadlineTable<SecurityReviewFact> = {
  context: 'security-review',
  on: {
    CaseReferred: ({ data: { agency, dueAt } }, due) =>
      due.set({ key: silence(agency), dueAt, ask: 'NoteAgencySilence', subject: { agency } }),
    PositionTaken: ({ data }, due) => due.clear(silence(data.agency)),
    AgencySilenceNoted: ({ data }, due) => due.clear(silence(data.agency)),
    SecurityReviewClosed: (_, due) => due.clearAll(),
    SecurityReviewCancelled: (_, due) => due.clearAll(),
  },
  command: ({ caseId, subject }, at, envelope) =>
    new SecurityReviewRequest(
      caseId,
      {
        type: 'NoteAgencySilence',
        data: { agency: subject['agency'] ?? '' },
        by: system('security-review'),
        at,
      },
      envelope,
    ),
};
