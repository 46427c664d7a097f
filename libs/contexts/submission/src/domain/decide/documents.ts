import { refuse } from '@exeat/kernel';
import type { AttachDocument, RemoveDocument } from '../commands.js';
import type { Outcome } from '../refusals.js';
import type { With } from '../state.js';

/** More than this nobody reads for one case. */
const mostDocuments = 60;

/** Nothing where the same bytes are attached already, whatever their name. */
export const attach = ({ data }: AttachDocument, { documents }: With<'draft' | 'returned'>): Outcome => {
  if (documents.some(({ sha256 }) => sha256 === data.sha256)) return [];
  if (documents.length >= mostDocuments)
    return refuse('TOO_MANY_DOCUMENTS', `A case has at most ${mostDocuments} documents. Remove one first.`);
  return [{ type: 'DocumentAttached', data }];
};

/** Nothing where it was removed before. */
export const remove = ({ data: { documentId } }: RemoveDocument, state: With<'draft' | 'returned'>): Outcome => {
  if (state.removedDocuments.includes(documentId)) return [];
  const document = state.documents.find((each) => each.documentId === documentId);
  return document
    ? [{ type: 'DocumentRemoved', data: { documentId, name: document.name } }]
    : refuse('DOCUMENT_UNKNOWN', 'There is no such document in this case.');
};
