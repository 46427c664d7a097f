import { describe, expect, it } from '@jest/globals';
import { chip } from './chips.js';
import { dataSheet } from './documents.js';

const item = { ...chip('H200 SXM 141GB'), description: 'Accelerator (141 GB)' };
const bytes = Buffer.from(dataSheet(item).content);
const text = bytes.toString('latin1');

describe('a data sheet', () => {
  it('is a PDF whose table finds every object where it stands', () => {
    expect(text).toMatch(/^%PDF-1\.7\n[^]*%%EOF\n$/);
    const table = Number(/startxref\n(\d+)\n/.exec(text)?.[1]);
    expect(text.slice(table, table + 9)).toBe('xref\n0 6\n');
    const places = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
    expect(places.map((place) => text.slice(place, place + 7))).toEqual([1, 2, 3, 4, 5].map((id) => `${id} 0 obj`));
    const [, length, page] = /\/Length (\d+) >>\nstream\n([^]*?)\nendstream/.exec(text) ?? [];
    expect(page).toHaveLength(Number(length));
  });
  it('tells the figures of the item', () => {
    expect(text).toContain('H200 SXM 141GB: data sheet) Tj');
    expect(text).toContain('(Accelerator \\(141 GB\\)) Tj');
    expect(text).toMatch(/\(Rate, fp8, 8 bits, dense: [\d.]+ tera operations\/s\)/);
    expect(text).toMatch(/\(Memory bandwidth: \d+ GB\/s\)/);
  });
  it('has the same bytes every time', () => expect(Buffer.from(dataSheet(item).content).equals(bytes)).toBe(true));
});
