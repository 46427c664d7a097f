import { fileTypeFromBuffer } from 'file-type';

const office = 'application/vnd.openxmlformats-officedocument';
const text = { txt: 'text/plain', csv: 'text/csv' } as const;

/** The kinds of documents that are taken, by how their names end, with the media type each is kept under. */
export const documentTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  odt: 'application/vnd.oasis.opendocument.text',
  ...text,
};

/** What came is not a document of a kind that is taken, or not of the kind that its name says. */
export class DocumentTypeRefused extends Error {
  override readonly name = 'DocumentTypeRefused';
}

/** The file holds nothing. */
export class DocumentEmpty extends Error {
  override readonly name = 'DocumentEmpty';
}

/** As much of a file as its type is told by. */
const headBytes = 65_536;

/**
 * A document whose content has to be what its name says. Gives the media type, from the name, and the same bytes again:
 * reading them throws `DocumentTypeRefused` as soon as they cannot be of that type, and `DocumentEmpty` where there are
 * none. At most 64 kB and one chunk are held at a time.
 */
export const provenDocument = (
  name: string,
  content: AsyncIterable<Uint8Array>,
): { readonly mediaType: string; readonly content: AsyncIterable<Uint8Array> } => {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const mediaType = Object.hasOwn(documentTypes, ending) ? documentTypes[ending] : undefined;
  if (mediaType === undefined)
    throw new DocumentTypeRefused(`A file name must end in one of: ${Object.keys(documentTypes).join(', ')}.`);
  return { mediaType, content: ending in text ? provenText(content) : provenBinary(ending, mediaType, content) };
};

/** UTF-8 text without control characters other than line ends, tabs and form feeds. */
const provenText = async function* (content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const check = (chunk?: Uint8Array): void => {
    if (/[^\P{Cc}\n\r\t\f]/u.test(decoded(decoder, chunk))) throw notText();
  };
  let empty = true;
  for await (const chunk of content) {
    check(chunk);
    empty &&= chunk.length === 0;
    yield chunk;
  }
  // A letter that was cut off at the end is found only now.
  check();
  if (empty) throw new DocumentEmpty('The file is empty.');
};

const decoded = (decoder: InstanceType<typeof TextDecoder>, chunk: Uint8Array | undefined): string => {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch {
    throw notText();
  }
};

const notText = () => new DocumentTypeRefused('The file is named as text, and is not text in UTF-8.');

const provenBinary = async function* (
  ending: string,
  mediaType: string,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of content) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < headBytes) continue;
    await proveHead(head, ending, mediaType);
    yield head;
    head = undefined;
  }
  if (head === undefined) return;
  if (head.length === 0) throw new DocumentEmpty('The file is empty.');
  await proveHead(head, ending, mediaType);
  yield head;
};

const proveHead = async (head: Buffer, ending: string, mediaType: string): Promise<void> => {
  if ((await typeOf(head)) === mediaType) return;
  throw new DocumentTypeRefused(`The file is named .${ending}, and what it holds is something else.`);
};

const typeOf = async (head: Buffer): Promise<string | undefined> => {
  const mime = (await fileTypeFromBuffer(head))?.mime;
  return mime === undefined || mime === 'application/zip' ? officeTypeOf(head) : mime;
};

const folders: Readonly<Record<string, string | undefined>> = {
  word: documentTypes['docx'],
  xl: documentTypes['xlsx'],
};

/**
 * Programs that write the list of contents last keep it out of the head; the folders that the entries are in tell a
 * document from a spreadsheet then.
 */
const officeTypeOf = (head: Buffer): string | undefined =>
  folders[/PK\x03\x04[^]{26}(word|xl)\//.exec(head.toString('latin1'))?.[1] ?? ''];
