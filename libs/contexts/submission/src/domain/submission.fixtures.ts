import { system, type Actor, type Draft } from '@exeat/kernel';
import { aContent, aPerson, northlight } from '@exeat/kernel/spec';
import type { SubmissionCommand } from './commands.js';
import type { Document, SubmissionFact } from './events.js';

// What specs of this context start from: facts of a case, and commands by the people of the trade.

export const at = '2026-08-03T09:00:00.000Z';
export const mei = aPerson('Mei Lin', 'exporter', 'northlight');
export const stranger = aPerson('Tom Baker', 'exporter', 'farpoint');
export const officer = aPerson('Olu Ade', 'licensing-officer');
export const exeat = system('submission');

export const started: SubmissionFact = { type: 'DraftStarted', data: { applicant: northlight, reference: 'NL-7' } };
export const saved = (changes: Draft): SubmissionFact => ({ type: 'DraftSaved', data: { changes } });
/** A file of its own id; those with the same `bytes` hold the same. */
export const aDocument = (id: number, bytes = String(id)): Document => ({
  documentId: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  name: `data sheet ${id}.pdf`,
  mediaType: 'application/pdf',
  size: 1000 + id,
  sha256: Buffer.from(bytes).toString('hex').padStart(64, '0'),
});
export const attached = (document: Document): SubmissionFact => ({ type: 'DocumentAttached', data: document });
export const removed = ({ documentId, name }: Document): SubmissionFact => ({
  type: 'DocumentRemoved',
  data: { documentId, name },
});
export const whole = saved(aContent());
export const submitted = (round = 1): SubmissionFact => ({
  type: 'ApplicationSubmitted',
  data: {
    applicant: northlight,
    content: aContent(),
    digest: 'd1',
    declaration: { signatory: 'Mei Lin', capacity: 'Director', statement: 'I certify.' },
    round,
  },
});
export const registered = (number = 'Z000001'): SubmissionFact => ({
  type: 'ApplicationRegistered',
  data: { file: { number, applicant: northlight, content: aContent() }, resolveBy: '2026-11-01' },
});
export const insufficient = {
  reason: 'insufficient-information',
  explanation: 'Give the die areas of line 1.',
} as const;
export const returned: SubmissionFact = { type: 'ApplicationReturned', data: insufficient };
export const withdrawn: SubmissionFact = { type: 'ApplicationWithdrawn', data: { reason: 'Order cancelled' } };
export const granted = { outcome: 'licensed', licenceNumber: 'D0000001' } as const;
export const closed: SubmissionFact = { type: 'ApplicationClosed', data: granted };

export const draft = [started, whole];
export const filed = [...draft, submitted()];
export const underReview = [...filed, registered()];

export const start = (by = mei, reference = 'NL-7'): SubmissionCommand => ({
  type: 'StartDraft',
  data: { applicant: northlight, reference },
  by,
  at,
});
export const save = (sections: Draft, by = mei): SubmissionCommand => ({
  type: 'SaveDraft',
  data: { sections },
  by,
  at,
});
export const attach = (document: Document, by = mei): SubmissionCommand => ({
  type: 'AttachDocument',
  data: document,
  by,
  at,
});
export const remove = ({ documentId }: Document, by = mei): SubmissionCommand => ({
  type: 'RemoveDocument',
  data: { documentId },
  by,
  at,
});
export const submit = (by = mei, signatory = 'Mei Lin'): SubmissionCommand => ({
  type: 'SubmitApplication',
  data: { signatory, capacity: 'Director', digest: 'd1' },
  by,
  at,
});
export const register = (round = 1, number = 'Z000001', by: Actor = exeat): SubmissionCommand => ({
  type: 'RegisterApplication',
  data: { round, number, resolveBy: '2026-11-01' },
  by,
  at,
});
export const giveBack = (by = officer, explanation: string = insufficient.explanation): SubmissionCommand => ({
  type: 'ReturnApplication',
  data: { ...insufficient, explanation },
  by,
  at,
});
export const withdraw = (by = mei): SubmissionCommand => ({
  type: 'WithdrawApplication',
  data: { reason: 'Order cancelled' },
  by,
  at,
});
export const close = (by: Actor = exeat): SubmissionCommand => ({ type: 'CloseApplication', data: granted, by, at });
