import { system } from '@exeat/kernel';
import type { DeadlineTable } from '@exeat/messaging';
import type { LicensingFact } from './domain/events.js';
import { LicensingRequest } from './licensing.handler.js';

/** An unanswered notice of intent makes the denial final. */
export const deadlines: DeadlineTable<LicensingFact> = {
  context: 'licensing',
  on: {
    NoticeOfIntentIssued: ({ data: { finalAt } }, due) =>
      due.set({ key: 'denial-final', dueAt: finalAt, ask: 'FinaliseDenial', subject: {} }),
    NoticeOfIntentAnswered: (_, due) => due.clearAll(),
    ApplicationDenied: (_, due) => due.clearAll(),
    LicensingCancelled: (_, due) => due.clearAll(),
  },
  command: ({ caseId }, at, envelope) =>
    new LicensingRequest(caseId, { type: 'FinaliseDenial', data: {}, by: system('licensing'), at }, envelope),
};
