import { Allow, SignedIn } from '@exeat/auth';
import {
  DocumentEmpty,
  DocumentsUnavailable,
  DocumentStore,
  DocumentTooLarge,
  DocumentTypeRefused,
  provenDocument,
} from '@exeat/documents';
import { EventStore } from '@exeat/event-store';
import type { Actor, Envelope } from '@exeat/kernel';
import {
  CaseId,
  ClockSource,
  CommandEnvelope,
  Documented,
  FileAnswer,
  foundOrProblem,
  orProblem,
  parseBody,
  parseQuery,
  ProblemError,
  problemError,
  readOrProblem,
  Upload,
  UploadOf,
} from '@exeat/service-host';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v5 } from 'uuid';
import { z } from 'zod';
import { documentNameText, removeDocumentSchema, type SubmissionAsk } from './domain/commands.js';
import { documentSchema } from './domain/events.js';
import { attachedAt, documentsViewSchema, readDocument, readDocuments, refusedBeforehand } from './read-documents.js';
import { SubmissionRequest } from './submission.handler.js';

/** A document may have 50 MB. */
const mostBytes = 50 * 1024 * 1024;
/** The form around a file: boundaries, its name. */
const formBytes = 16_384;
const documentIds = v5('exeat:documents', v5.URL);

const attachQuerySchema = z.strictObject({
  name: documentNameText.optional().describe('Kept instead of the name that the form gives the file.'),
});
/** The name as somebody reads it: some systems take letters apart from their accents. */
const fileSchema = z.strictObject({ file: z.string().normalize('NFC').pipe(documentNameText) });
const attachedSchema = z.strictObject({
  caseId: z.uuid(),
  version: z.int(),
  position: z.int(),
  ...documentSchema.shape,
});

/** The files that belong to an application. */
@Controller()
export class DocumentsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly clock: ClockSource,
    private readonly store: EventStore,
    private readonly documents: DocumentStore,
  ) {}

  @Post('applications/:caseId/documents')
  @Allow('application:draft')
  @Documented({
    summary: 'Attach a document to a draft',
    description:
      'A form with one file: PDF, PNG, JPEG, DOCX, XLSX, ODT, or text in UTF-8 (.txt, .csv), of at most 50 MB, named as ' +
      'what it is. At most 60 to a case. A file that is attached already, by its bytes, is not attached again: the ' +
      'answer names the one there is.',
    query: attachQuerySchema,
    response: attachedSchema,
    refusals: [
      'NOT_YOUR_CASE',
      'NOT_IN_THIS_STATUS',
      'TOO_MANY_DOCUMENTS',
      'DOCUMENT_TOO_LARGE',
      'DOCUMENT_TYPE_REFUSED',
      'DOCUMENT_EMPTY',
      'MALFORMED_FORM',
      'DOCUMENTS_UNAVAILABLE',
    ],
  })
  async attach(
    @CaseId() caseId: string,
    @Query() query: unknown,
    @UploadOf('file') upload: Upload,
    @SignedIn() by: Actor,
    @CommandEnvelope({ adds: true }) envelope: Envelope,
  ) {
    const { name } = parseQuery(attachQuerySchema, query);
    // Nobody's bytes are taken in for a case that is not theirs.
    foundOrProblem(await refusedBeforehand(this.store, caseId, envelope.commandId, by));
    if ((upload.announcedBytes ?? 0) > mostBytes + formBytes) throw tooLarge();
    const kept = await upload.receive((named, bytes) => this.keep(name ?? named, bytes)).catch(asProblem);
    // The document's id follows from the command's, so that an attachment sent twice is one.
    const data = { documentId: v5(envelope.commandId, documentIds), ...kept };
    const answer = await this.send(caseId, { type: 'AttachDocument', data, ...this.now(by) }, envelope);
    return Object.assign(answer, await attachedAt(this.store, caseId, answer.version, kept.sha256));
  }

  @Post('applications/:caseId/documents/:documentId/remove')
  @Allow('application:draft')
  @Documented({
    summary: 'Remove a document from a draft',
    description: 'What was submitted with it stays with that submission.',
    body: removeDocumentSchema,
    refusals: ['NOT_YOUR_CASE', 'DOCUMENT_UNKNOWN', 'NOT_IN_THIS_STATUS'],
  })
  remove(
    @CaseId() caseId: string,
    @Param('documentId') documentId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    parseBody(removeDocumentSchema, body);
    return this.send(caseId, { type: 'RemoveDocument', data: { documentId }, ...this.now(by) }, envelope);
  }

  @Get('cases/:caseId/documents')
  @Allow('case:read')
  @Documented({
    summary: 'The documents of a case',
    description: 'An exporter sees what is attached now; the authority what the last submission has.',
    response: documentsViewSchema,
    refusals: ['CASE_NOT_FOUND'],
  })
  async list(@CaseId() caseId: string, @SignedIn() by: Actor) {
    return readOrProblem(await readDocuments(this.store, caseId, by));
  }

  @Get('cases/:caseId/documents/:documentId')
  @Allow('case:read')
  @Documented({
    summary: 'Download a document',
    description:
      'The bytes as they were sent, to be saved: no browser shows or runs them here. What was submitted once can be read ' +
      'for good. The ETag is their SHA-256.',
    response: z.file(),
    media: 'application/octet-stream',
    refusals: ['CASE_NOT_FOUND', 'DOCUMENT_UNKNOWN', 'DOCUMENTS_UNAVAILABLE'],
  })
  async download(@CaseId() caseId: string, @Param('documentId') documentId: string, @SignedIn() by: Actor) {
    const found = foundOrProblem(await readDocument(this.store, caseId, documentId, by));
    const { name, mediaType, size, sha256: digest } = found;
    const content = await this.documents.open(digest).catch(asProblem);
    return new FileAnswer({ name, mediaType, size, digest, content });
  }

  private async keep(named: string, bytes: AsyncIterable<Uint8Array>) {
    const { file: name } = parseBody(fileSchema, { file: named });
    const { mediaType, content } = provenDocument(name, bytes);
    return { name, mediaType, ...(await this.documents.put(content, { most: mostBytes })) };
  }

  private now(by: Actor) {
    return { by, at: this.clock.now() };
  }

  private async send(caseId: string, command: SubmissionAsk, envelope: Envelope) {
    return orProblem(await this.bus.execute(new SubmissionRequest(caseId, command, envelope)));
  }
}

const tooLarge = () => problemError(413, 'DOCUMENT_TOO_LARGE', 'A document may have at most 50 MB.', '/file');

/** What the store and the look at the bytes throw, as the client is told it. */
const asProblem = (error: unknown): never => {
  if (error instanceof DocumentTooLarge) throw tooLarge();
  if (error instanceof DocumentTypeRefused) throw problemError(422, 'DOCUMENT_TYPE_REFUSED', error.message, '/file');
  if (error instanceof DocumentEmpty) throw problemError(422, 'DOCUMENT_EMPTY', error.message, '/file');
  if (error instanceof DocumentsUnavailable) throw unavailable(error);
  throw error;
};

const unavailable = (cause: DocumentsUnavailable): ProblemError =>
  new ProblemError(
    [
      {
        code: 'DOCUMENTS_UNAVAILABLE',
        sentence: 'Documents cannot be kept or read at the moment. Nothing was changed; send the same request again.',
      },
    ],
    { status: 503, retryAfterSeconds: 30, cause },
  );
