import { createHash } from 'node:crypto';
import { mkdtemp, open, readdir, readFile, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DocumentsUnavailable, DocumentTooLarge } from './document-store.js';
import { FileDocumentStore } from './file-document-store.js';

let folder: string;
let store: FileDocumentStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exeat-documents-'));
  store = await FileDocumentStore.in(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bounds = { most: 1_000_000 };
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const chunked = async function* (...chunks: readonly Uint8Array[]) {
  for (const chunk of chunks) yield chunk;
};
const text = (length: number) => Buffer.from('exeat '.repeat(length)).subarray(0, length);
const bytesOf = async (stream: Readable) => Buffer.concat((await stream.toArray()) as Buffer[]);
/** Every file, documents and uploads alike. */
const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((each) => each.isFile())
    .map(({ name }) => name);

describe('a document', () => {
  it('is kept by its digest, and given back byte for byte', async () => {
    const bytes = text(300_001);
    const kept = await store.put(chunked(bytes.subarray(0, 7), bytes.subarray(7)), bounds);
    expect(kept).toEqual({ sha256: digest(bytes), size: 300_001 });
    expect(await store.has(kept.sha256)).toBe(true);
    expect((await bytesOf(await store.open(kept.sha256))).equals(bytes)).toBe(true);
    expect(await files()).toEqual([kept.sha256]);
  });

  it('is kept once, also when it comes several times at once', async () => {
    const puts = Array.from({ length: 8 }, () => store.put(chunked(text(90_000)), bounds));
    expect(new Set((await Promise.all(puts)).map(({ sha256 }) => sha256)).size).toBe(1);
    expect(await files()).toHaveLength(1);
  });

  it('of no more than the bound is kept, and one byte more is refused', async () => {
    expect((await store.put(chunked(text(10)), { most: 10 })).size).toBe(10);
    await expect(store.put(chunked(text(6), text(5)), { most: 10 })).rejects.toBeInstanceOf(DocumentTooLarge);
    expect(await files()).toHaveLength(1);
  });

  it('that is not kept is not there', async () => {
    expect(await store.has('0'.repeat(64))).toBe(false);
    await expect(store.open('0'.repeat(64))).rejects.toBeInstanceOf(DocumentsUnavailable);
    await expect(store.open(`../${'0'.repeat(61)}`)).rejects.toThrow('no digest');
  });

  it('that was damaged does not pass for the document, and is mended by the same file', async () => {
    const bytes = text(200_000);
    const { sha256 } = await store.put(chunked(bytes), bounds);
    const path = join(folder, sha256.slice(0, 2), sha256);
    await writeFile(path, Buffer.concat([bytes.subarray(0, 199_999), Buffer.from('!')]));
    const opening = store.open(sha256);
    await expect(opening).rejects.toBeInstanceOf(DocumentsUnavailable);
    await expect(opening).rejects.toMatchObject({ cause: { message: expect.stringContaining('damaged') } });
    await store.put(chunked(bytes), bounds);
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });
});

describe('an upload that does not end well', () => {
  it('leaves nothing when its sender breaks off in the middle', async () => {
    const sending = new PassThrough();
    const put = store.put(sending, bounds);
    sending.write(text(100_000));
    while ((await files()).length === 0) await pause(5);
    sending.destroy(new Error('The connection was lost'));
    await expect(put).rejects.toThrow('The connection was lost');
    expect(await files()).toEqual([]);
  });

  it('leaves nothing when the disk is full', async () => {
    /** A device that takes no byte: every write ends in ENOSPC. */
    class FullDisk extends FileDocumentStore {
      protected override async create(path: string): Promise<FileHandle> {
        await (await super.create(path)).close();
        return open('/dev/full', 'w');
      }
    }
    const full = await FullDisk.in(folder);
    const put = full.put(chunked(text(10)), bounds);
    await expect(put).rejects.toBeInstanceOf(DocumentsUnavailable);
    await expect(put).rejects.toMatchObject({ cause: { code: 'ENOSPC' } });
    expect(await files()).toEqual([]);
  });

  it('leaves nothing when the folder is gone, and keeps documents when it is back', async () => {
    await rm(folder, { recursive: true });
    await expect(store.put(chunked(text(10)), bounds)).rejects.toBeInstanceOf(DocumentsUnavailable);
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
    store = await FileDocumentStore.in(folder);
    expect((await store.put(chunked(text(10)), bounds)).size).toBe(10);
  });

  it('is swept out at the next start where its process died, and no document with it', async () => {
    const { sha256 } = await store.put(chunked(text(10)), bounds);
    await writeFile(join(folder, 'incoming', 'half'), text(5));
    await FileDocumentStore.in(folder);
    expect(await files()).toEqual([sha256]);
  });
});
