export {
  DocumentsUnavailable,
  DocumentStore,
  DocumentTooLarge,
  type DocumentBounds,
  type StoredDocument,
} from './document-store.js';
export { DocumentEmpty, DocumentTypeRefused, documentTypes, provenDocument } from './document-types.js';
export { FileDocumentStore } from './file-document-store.js';
