import { caseFileSchema, companySchema, contentSchema, defineFact, draftSchema, type FactOf } from '@exeat/kernel';
import { z } from 'zod';

// Stored form: a released name or field never changes meaning; a new meaning is a new fact.

export const DraftStarted = defineFact(
  'DraftStarted',
  z.strictObject({
    applicant: companySchema,
    /** The exporter's own reference. */
    reference: z.string(),
  }),
);

/** The sections that were saved, each whole. */
export const DraftSaved = defineFact('DraftSaved', z.strictObject({ changes: draftSchema }));

/** A file that belongs to an application. */
export const documentSchema = z.strictObject({
  documentId: z.uuid(),
  /** The file's name, as the exporter has it. */
  name: z.string(),
  /** As the bytes were found to be. */
  mediaType: z.string(),
  /** In bytes. */
  size: z.int().min(1),
  /** Over the bytes, in hexadecimal; by it they are kept. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Document = Readonly<z.infer<typeof documentSchema>>;

export const DocumentAttached = defineFact('DocumentAttached', documentSchema);

export const DocumentRemoved = defineFact('DocumentRemoved', documentSchema.pick({ documentId: true, name: true }));

export const ApplicationSubmitted = defineFact(
  'ApplicationSubmitted',
  z.strictObject({
    applicant: companySchema,
    content: contentSchema,
    /** SHA-256 over the canonical JSON (RFC 8785) of the content, in hexadecimal. */
    digest: z.string(),
    declaration: z.strictObject({ signatory: z.string(), capacity: z.string(), statement: z.string() }),
    /** 1 for the first submission of this case, 2 for the next, ... */
    round: z.int().min(1),
    /** The documents that were attached; left out where there were none. */
    documents: z.array(documentSchema).optional(),
  }),
);

export const ApplicationRegistered = defineFact(
  'ApplicationRegistered',
  z.strictObject({
    file: caseFileSchema,
    /** The day by which the case must be resolved or referred to the President (E.O. 12981: 90 calendar days). */
    resolveBy: z.iso.date(),
    /** The number of the round before, where this is a resubmission (BIS-748P block 10). */
    previousNumber: z.string().optional(),
  }),
);

export const ApplicationReturned = defineFact(
  'ApplicationReturned',
  z.strictObject({
    reason: z.enum(['insufficient-information', 'licence-exception-applies', 'not-our-jurisdiction']),
    explanation: z.string(),
  }),
);

export const ApplicationWithdrawn = defineFact('ApplicationWithdrawn', z.strictObject({ reason: z.string() }));

export const ApplicationClosed = defineFact(
  'ApplicationClosed',
  z.strictObject({
    outcome: z.enum(['licensed', 'denied', 'no-licence-required']),
    licenceNumber: z.string().optional(),
  }),
);

export const submissionFacts = [
  DraftStarted,
  DraftSaved,
  DocumentAttached,
  DocumentRemoved,
  ApplicationSubmitted,
  ApplicationRegistered,
  ApplicationReturned,
  ApplicationWithdrawn,
  ApplicationClosed,
] as const;
export type SubmissionFact = FactOf<typeof submissionFacts>;
