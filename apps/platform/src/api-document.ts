import { apiDocumentOf } from '@exeat/service-host';
import { modules } from './parts.js';

/** What docs/openapi.json holds: the document that the platform serves in development. Needs no database. */
export const apiDocument = (version: string) => apiDocumentOf(modules, version);
