import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestPostgres, type TestPostgres } from '@exeat/postgres';
import pg from 'pg';
import type { ViewRow } from '../view-definition.js';
import { RowColumns, type Column } from './row-columns.js';
import { quoted } from './view-table.js';

const columns: readonly Column[] = [
  ['key', 'key', 'text'],
  ['note', 'last note', 'text'],
  ['count', 'count', 'int'],
  ['place', 'place', 'bigint'],
  ['open', 'open', 'boolean'],
  ['all', 'all', 'jsonb'],
];
const rowColumns = new RowColumns(columns, quoted, 1);

let database: TestPostgres;
let client: pg.Client;
beforeAll(async () => {
  database = await startTestPostgres();
  client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client.end();
  await database.stop();
});

const there = async (...rows: readonly object[]) => {
  const answer = await client.query(`select * from ${rowColumns.table}`, [
    ...rowColumns.values(rows as unknown as readonly ViewRow[]),
  ]);
  return answer.rows as unknown[];
};
const plain = { key: 'a', note: 'x', count: 1, place: 9_007_199_254_740_991, open: true, all: { b: [1, 'c'] } };
const came = { key: 'a', 'last note': 'x', count: 1, place: '9007199254740991', open: true, all: { b: [1, 'c'] } };

describe('rows on their way to the database', () => {
  it('arrive as they were, whatever their types', async () => expect(await there(plain)).toEqual([came]));

  it('may be none, and many', async () => {
    expect(await there()).toEqual([]);
    const many = Array.from({ length: 500 }, (_, index) => ({ ...plain, key: String(index) }));
    expect(await there(...many)).toEqual(many.map(({ key }) => ({ ...came, key })));
  });

  it('tell an empty text from none, and none from the word', async () => {
    for (const note of ['', 'null', 'undefined', '{}', ' '])
      expect(await there({ ...plain, note })).toEqual([{ ...came, 'last note': note }]);
    const empty = { key: '', note: null, count: undefined, place: null, open: null, all: null };
    const nothing = { key: '', 'last note': null, count: null, place: null, open: null, all: null };
    expect(await there(empty, empty)).toEqual([nothing, nothing]);
  });

  it('keep text that looks like their own punctuation', async () => {
    for (const note of ['\u001f', 'a\u001e\u001fb', '"q" \\ \', {x}', 'line\nline\ttab', 'Żółć 漢字 🚢'])
      expect(await there({ ...plain, note, all: { note } })).toEqual([{ ...came, 'last note': note, all: { note } }]);
  });

  it('are refused with text that the database has no room for', async () => {
    await expect(there({ ...plain, note: 'a\u0000b' })).rejects.toMatchObject({ code: '22021' });
    await expect(there({ ...plain, all: 'a\u0000b' })).rejects.toMatchObject({ code: '22P05' });
  });
});
