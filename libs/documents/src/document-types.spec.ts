import { describe, expect, it } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import { DocumentEmpty, DocumentTypeRefused, provenDocument } from './document-types.js';

const chunked = async function* (chunks: readonly Uint8Array[]) {
  for (const chunk of chunks) yield chunk;
};
const proven = async (name: string, ...chunks: readonly (Uint8Array | string)[]) => {
  const { mediaType, content } = provenDocument(name, chunked(chunks.map((chunk) => Buffer.from(chunk))));
  const bytes: Uint8Array[] = [];
  for await (const chunk of content) bytes.push(chunk);
  return { mediaType, bytes: Buffer.concat(bytes) };
};

/** An archive of entries, as far as its first bytes tell: without the list at its end. */
const archive = (entries: Readonly<Record<string, string>>): Buffer =>
  Buffer.concat(
    Object.entries(entries).map(([name, text]) => {
      const [packed, named] = [deflateRawSync(text), Buffer.from(name)];
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50, 0);
      header.writeUInt16LE(20, 4);
      header.writeUInt16LE(8, 8);
      header.writeUInt32LE(packed.length, 18);
      header.writeUInt32LE(text.length, 22);
      header.writeUInt16LE(named.length, 26);
      return Buffer.concat([header, named, packed]);
    }),
  );
const contentTypes = (main: string) => ({
  '[Content_Types].xml': `<Types><Override PartName="/x" ContentType="${main}.main+xml"/></Types>`,
});
const office = 'application/vnd.openxmlformats-officedocument';
const docx = archive({ ...contentTypes(`${office}.wordprocessingml.document`), 'word/document.xml': '<x/>' });
const xlsx = archive({ ...contentTypes(`${office}.spreadsheetml.sheet`), 'xl/workbook.xml': '<x/>' });
const odt = archive({ mimetype: 'application/vnd.oasis.opendocument.text' });
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex');
const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 0x90), Buffer.from('\0\0PE\0\0')]);

describe('a document is taken', () => {
  it.each([
    ['h200.pdf', '%PDF-1.7\n', 'application/pdf'],
    ['H200.PDF', '%PDF-1.4\n', 'application/pdf'],
    ['site.png', png, 'image/png'],
    ['site.jpg', jpeg, 'image/jpeg'],
    ['site.jpeg', jpeg, 'image/jpeg'],
    ['contract.docx', docx, `${office}.wordprocessingml.document`],
    ['prices.xlsx', xlsx, `${office}.spreadsheetml.sheet`],
    ['contract.odt', odt, 'application/vnd.oasis.opendocument.text'],
    ['notes.txt', 'Die area: 814 mm². 中国', 'text/plain'],
    ['notes.txt', '\ufeffBMW, MZ and PK are letters', 'text/plain'],
    ['prices.csv', 'model;price\r\nH200;"30,000"\r\n', 'text/csv'],
  ])('as %s of its kind, with every byte as it came', async (name, bytes, mediaType) => {
    const taken = await proven(name, bytes);
    expect(taken.mediaType).toBe(mediaType);
    expect(taken.bytes.equals(Buffer.from(bytes))).toBe(true);
  });

  it('in chunks of any size', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 7)]);
    const small = Array.from({ length: 2001 }, (_, at) => bytes.subarray(at * 100, (at + 1) * 100));
    expect((await proven('a.pdf', ...small)).bytes.equals(bytes)).toBe(true);
    const letters = Buffer.from('中国'.repeat(50));
    expect((await proven('a.txt', ...[...letters].map((byte) => Buffer.from([byte])))).bytes.equals(letters)).toBe(
      true,
    );
  });

  it('as a spreadsheet whose list of contents comes after its head', async () => {
    const sheet = archive({ 'docProps/app.xml': '<x/>', 'xl/theme.xml': '<x/>' });
    expect((await proven('a.xlsx', sheet, Buffer.alloc(100_000, 1))).mediaType).toContain('spreadsheetml');
  });
});

describe('a document is refused', () => {
  it.each([
    ['a program named .pdf', 'h200.pdf', program],
    ['a program named .txt', 'h200.txt', program],
    ['a page of the web named .pdf', 'h200.pdf', '<!DOCTYPE html><script>alert(1)</script>'],
    ['a picture of another kind', 'site.png', jpeg],
    ['a spreadsheet named .docx', 'contract.docx', xlsx],
    ['an archive named .docx', 'contract.docx', archive({ 'run.exe': 'MZ' })],
    ['a Java program named .docx', 'contract.docx', archive({ 'META-INF/MANIFEST.MF': '', 'word/a': '' })],
    ['text that is not UTF-8', 'notes.txt', Buffer.from('Größe', 'latin1')],
    ['text in UTF-16', 'notes.txt', Buffer.from('\ufeffabc', 'utf16le')],
    ['text with a control character at its end', 'notes.csv', `${'a,b\n'.repeat(50_000)}\u0007`],
    ['text that ends in half a letter', 'notes.txt', Buffer.from('中').subarray(0, 2)],
  ])('as %s', async (_, name, bytes) => expect(proven(name, bytes)).rejects.toBeInstanceOf(DocumentTypeRefused));

  it.each(['h200.exe', 'h200', 'page.html', 'drawing.svg', 'archive.zip', 'a.pdf.exe', 'a.constructor', '.'])(
    'by its name alone, as %s',
    async (name) => expect(proven(name, '%PDF-1.7')).rejects.toBeInstanceOf(DocumentTypeRefused),
  );

  it.each(['a.pdf', 'a.txt'])('where it is empty, as %s', async (name) => {
    await expect(proven(name)).rejects.toBeInstanceOf(DocumentEmpty);
    await expect(proven(name, '')).rejects.toBeInstanceOf(DocumentEmpty);
  });
});
