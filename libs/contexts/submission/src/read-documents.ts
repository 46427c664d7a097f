import type { EventStore } from '@exeat/event-store';
import { fold, holds, refuse, refusedInStatus, type Actor, type RecordedOf, type Refusal } from '@exeat/kernel';
import type { Reading } from '@exeat/service-host';
import { z } from 'zod';
import type { SubmissionCommand } from './domain/commands.js';
import { documentSchema, type Document, type SubmissionFact } from './domain/events.js';
import { isOwnCase, notYourCase } from './domain/rules.js';
import { lifecycle, type Submission, type SubmissionStatus } from './domain/state.js';
import { submission } from './domain/submission.js';
import { streamOf } from './stream.js';

/** The documents of a case as somebody may see them: an exporter those attached now, the authority those filed last. */
export const documentsViewSchema = z.strictObject({
  items: z.array(
    documentSchema.extend({
      attachedAt: z.string(),
      attachedBy: z.string(),
      /** Whether the last submission has it; an exporter may have changed the draft since. */
      submitted: z.boolean(),
    }),
  ),
});
type DocumentsView = z.infer<typeof documentsViewSchema>;

type Recorded = RecordedOf<SubmissionFact>;

interface Seen {
  readonly listed: readonly Document[];
  /** Also those that were filed once and have been replaced since. */
  readonly readable: readonly Document[];
  readonly filedLast: readonly Document[];
  readonly facts: readonly Recorded[];
  readonly version: number;
}

const noSuchCase = refuse('CASE_NOT_FOUND', 'There is no such case.');

const stateOf = (facts: readonly Recorded[]): Submission =>
  fold(submission, facts as unknown as readonly SubmissionFact[]);

/**
 * Whoever acts for a company sees their own company's cases alone, whatever else they are; the authority sees what was
 * filed. A case that is not theirs to see is answered like one that does not exist.
 */
const seenBy = async (store: EventStore, caseId: string, by: Actor): Promise<Seen | Refusal> => {
  const { facts, version } = await store.load<SubmissionFact>(streamOf(caseId));
  const state = stateOf(facts);
  const filings = facts.flatMap((fact) => (fact.type === 'ApplicationSubmitted' ? [fact] : []));
  const last = filings.at(-1);
  const filed = filings.flatMap(({ data }) => data.documents ?? []);
  const filedLast = last?.data.documents ?? [];
  if (holds(by, 'exporter'))
    return isOwnCase(state, by)
      ? { listed: state.documents, readable: [...state.documents, ...filed], filedLast, facts, version }
      : noSuchCase;
  // How far the draft has come since is the exporter's own, its version included.
  return last ? { listed: filedLast, readable: filed, filedLast, facts, version: last.version } : noSuchCase;
};

/** The documents of a case as the reader may see them, or the refusal that there is no such case. */
export const readDocuments = async (
  store: EventStore,
  caseId: string,
  by: Actor,
): Promise<Reading<DocumentsView> | Refusal> => {
  const seen = await seenBy(store, caseId, by);
  if ('refused' in seen) return seen;
  const attached = new Map(
    seen.facts.flatMap((fact) =>
      fact.type === 'DocumentAttached' ? [[fact.data.documentId, fact.meta] as const] : [],
    ),
  );
  const items = seen.listed.map((document) => ({
    ...document,
    attachedAt: attached.get(document.documentId)?.at ?? '',
    attachedBy: attached.get(document.documentId)?.actor.name ?? '',
    submitted: seen.filedLast.some(({ documentId }) => documentId === document.documentId),
  }));
  return { document: { items }, version: seen.version };
};

/** One document of a case, where the person may have it. */
export const readDocument = async (
  store: EventStore,
  caseId: string,
  documentId: string,
  by: Actor,
): Promise<Document | Refusal> => {
  const seen = await seenBy(store, caseId, by);
  if ('refused' in seen) return seen;
  const found = seen.readable.find((each) => each.documentId === documentId);
  return found ?? refuse('DOCUMENT_UNKNOWN', 'There is no such document in this case.');
};

/**
 * Why a document of this command would be turned down whatever it is: asked before its bytes are taken in. A command that
 * was carried out before goes on, to get its first answer.
 */
export const refusedBeforehand = async (
  store: EventStore,
  caseId: string,
  commandId: string,
  by: Actor,
): Promise<Refusal | undefined> => {
  const { facts, receipt } = await store.load<SubmissionFact>(streamOf(caseId), commandId);
  const state = stateOf(facts);
  if (!isOwnCase(state, by)) return notYourCase;
  return receipt
    ? undefined
    : refusedInStatus<SubmissionStatus, SubmissionCommand['type']>(lifecycle, state.status, 'AttachDocument');
};

/** The document with these bytes as the case stood at a version: the one just attached, or that was attached already. */
export const attachedAt = async (
  store: EventStore,
  caseId: string,
  version: number,
  sha256: string,
): Promise<Document> => {
  const { facts } = await store.load<SubmissionFact>(streamOf(caseId));
  const state = stateOf(facts.filter((fact) => fact.version <= version));
  const found = state.status === 'not-started' ? undefined : state.documents.find((each) => each.sha256 === sha256);
  if (!found) throw new Error(`Case ${caseId} has no document ${sha256} at version ${version}.`);
  return found;
};
