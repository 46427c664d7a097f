import type { Readable } from 'node:stream';

/** What was kept: its name in the store, and how long it is. */
export interface StoredDocument {
  /** SHA-256 over the bytes, in hexadecimal. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

export interface DocumentBounds {
  /** The most bytes a document may have. */
  readonly most: number;
}

/**
 * Keeps documents by what they hold: the digest of the bytes is the name, so the same file is kept once and no bytes are
 * ever changed. An abstract class so that it can be asked for by constructor; files are one way to do it, and
 * `FileDocumentStore` is it.
 */
export abstract class DocumentStore {
  /**
   * Keeps what comes, whole or not at all. Throws `DocumentTooLarge` beyond the bounds, `DocumentsUnavailable` where it
   * cannot be written, and whatever the content itself throws; nothing is kept then.
   */
  abstract put(content: AsyncIterable<Uint8Array>, bounds: DocumentBounds): Promise<StoredDocument>;

  /**
   * The bytes of a document, as they were put. Throws `DocumentsUnavailable` where there is no such document, it cannot be
   * read, or it was damaged since: whoever gets bytes gets the right ones.
   */
  abstract open(sha256: string): Promise<Readable>;

  /** Whether a document is kept. */
  abstract has(sha256: string): Promise<boolean>;
}

/** More bytes came than a document may have. */
export class DocumentTooLarge extends Error {
  override readonly name = 'DocumentTooLarge';
  constructor(readonly most: number) {
    super(`A document may have at most ${most} bytes.`);
  }
}

/** The place where documents are kept cannot be written to or read: full, gone, or damaged. */
export class DocumentsUnavailable extends Error {
  override readonly name = 'DocumentsUnavailable';
}
