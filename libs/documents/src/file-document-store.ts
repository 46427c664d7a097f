import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  DocumentsUnavailable,
  DocumentStore,
  DocumentTooLarge,
  type DocumentBounds,
  type StoredDocument,
} from './document-store.js';

/**
 * Documents as files: `<folder>/<first two of the digest>/<digest>`. What comes in is written beside them, to a name that
 * means nothing, and takes its place by one rename when it is whole and on disk.
 */
export class FileDocumentStore extends DocumentStore {
  private readonly incoming: string;

  protected constructor(private readonly folder: string) {
    super();
    this.incoming = join(folder, 'incoming');
  }

  /** Makes the folder where it is missing, and sweeps out what killed uploads have left. */
  static async in(folder: string): Promise<FileDocumentStore> {
    const store = new this(folder);
    await mkdir(store.incoming, { recursive: true });
    for (const left of await readdir(store.incoming)) await rm(join(store.incoming, left), { force: true });
    return store;
  }

  async put(content: AsyncIterable<Uint8Array>, bounds: DocumentBounds): Promise<StoredDocument> {
    const temporary = join(this.incoming, randomUUID());
    try {
      const written = await this.write(temporary, content, bounds);
      await orUnavailable(this.keep(temporary, written.sha256));
      return written;
    } catch (error) {
      // Where even this fails, the next start sweeps it out.
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  async open(sha256: string): Promise<Readable> {
    const file = await orUnavailable(open(this.placeOf(sha256), 'r'));
    try {
      await orUnavailable(checked(file, sha256));
      return file.createReadStream({ start: 0 });
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async has(sha256: string): Promise<boolean> {
    return stat(this.placeOf(sha256)).then(
      (found) => found.isFile(),
      () => false,
    );
  }

  /** A new file; never one that is there already. */
  protected create(path: string): Promise<FileHandle> {
    return open(path, 'wx', 0o600);
  }

  private async write(
    path: string,
    content: AsyncIterable<Uint8Array>,
    { most }: DocumentBounds,
  ): Promise<StoredDocument> {
    const file = await orUnavailable(this.create(path));
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const chunk of content) {
        size += chunk.length;
        if (size > most) throw new DocumentTooLarge(most);
        hash.update(chunk);
        await orUnavailable(file.appendFile(chunk));
      }
      await orUnavailable(file.sync());
    } finally {
      await file.close().catch(() => undefined);
    }
    return { sha256: hash.digest('hex'), size };
  }

  /** Gives the file its name for good. The same document again replaces itself, which also mends one that was damaged. */
  private async keep(temporary: string, sha256: string): Promise<void> {
    const shelf = join(this.folder, sha256.slice(0, 2));
    await mkdir(shelf, { recursive: true });
    await rename(temporary, this.placeOf(sha256));
    // A name is on disk when its folder is.
    for (const folder of [shelf, this.folder]) await synced(folder);
  }

  private placeOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new DocumentsUnavailable('This is no digest of a document.');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

const synced = async (folder: string): Promise<void> => {
  const opened = await open(folder, 'r');
  await opened.sync().finally(() => opened.close());
};

const orUnavailable = async <Value>(work: Promise<Value>): Promise<Value> =>
  work.catch((cause: unknown) => {
    throw new DocumentsUnavailable('The documents cannot be written or read.', { cause });
  });

/** Whether the bytes on disk are still those that were kept. */
const checked = async (file: FileHandle, sha256: string): Promise<void> => {
  const hash = createHash('sha256');
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) hash.update(chunk as Buffer);
  if (hash.digest('hex') !== sha256) throw new Error(`The document ${sha256} is damaged.`);
};
