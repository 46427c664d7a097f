import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csvOf, jsonLinesOf } from './download.js';

const columns = [
  { name: 'what', of: ({ what }: { readonly what: string }) => what },
  { name: 'n', of: () => 1 },
];
const read = (what: string) => parse(csvOf(columns, [{ what }]), { bom: true, columns: true })[0] as { what: string };

describe('a table that is taken away', () => {
  it.each(['plain', 'with, comma', 'with "quotes"', 'two\nlines', 'a; b', 'Zoë 中 \u202e', ''])(
    'holds what was there: %j',
    (what) => expect(read(what).what).toBe(what),
  );
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =HYPERLINK("x")', '\r\n@x', '\uFF1D1'])(
    'holds no formula: %j',
    (what) => expect(read(what).what).toBe(`'${what}`),
  );
  it('names its columns, and keeps numbers as they are', () =>
    expect(csvOf(columns, [{ what: 'x' }])).toBe('\uFEFFwhat,n\r\nx,1\r\n'));
  it('is one object a line as JSON Lines', () =>
    expect(jsonLinesOf([{ a: 'one\ntwo' }, { b: 2 }])).toBe('{"a":"one\\ntwo"}\n{"b":2}\n'));
});
