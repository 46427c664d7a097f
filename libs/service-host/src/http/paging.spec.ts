import { describe, expect, it } from '@jest/globals';
import { ProblemError } from '../problems/problem-error.js';
import { cursorIn, pageOf } from './paging.js';

const list = ['timeline', 'case-1'];
const rows = [1, 2, 3].map((position) => ({ position }));

describe('a page', () => {
  it('has a next one only where a row is left', () => {
    expect(pageOf(rows, { limit: 3 }, list, 9, ({ position }) => [position]).next).toBeUndefined();
    expect(pageOf(rows, { limit: 2 }, list, 9, ({ position }) => [position])).toMatchObject({
      items: [{ position: 1 }, { position: 2 }],
      position: 9,
      next: expect.any(String),
    });
  });
  it('hands on the last sort key and the position of the first page', () => {
    const { next } = pageOf(rows, { limit: 2 }, list, 9, ({ position }) => [position]);
    expect(cursorIn({ limit: 2, cursor: next }, list, ['number'])).toMatchObject({ position: 9, after: [2] });
  });
});

describe('a cursor', () => {
  const { next } = pageOf(rows, { limit: 2 }, list, 9, ({ position }) => [position]);
  it('is refused in another list', () =>
    expect(() => cursorIn({ limit: 2, cursor: next }, ['timeline', 'case-2'], ['number'])).toThrow(ProblemError));
  it.each(['', 'x', 'bm90IGpzb24', Buffer.from('{"position":-1}').toString('base64url')])(
    'is refused where it is none: %j',
    (cursor) => expect(() => cursorIn({ limit: 2, cursor }, list, ['number'])).toThrow(ProblemError),
  );

  const changed = (...after: readonly unknown[]) => {
    const inside = JSON.parse(Buffer.from(next!, 'base64url').toString()) as object;
    return Buffer.from(JSON.stringify({ ...inside, after })).toString('base64url');
  };
  it.each([[[]], [['2']], [[1e300]], [[1.5]], [[null]], [[2, 'x']]])(
    'is refused where somebody has put %j for its sort key',
    (after) => expect(() => cursorIn({ limit: 2, cursor: changed(...after) }, list, ['number'])).toThrow(ProblemError),
  );
  it('is refused with a text that the database cannot hold', () => {
    expect(cursorIn({ limit: 2, cursor: changed('a') }, list, ['text'])).toMatchObject({ after: ['a'] });
    expect(() => cursorIn({ limit: 2, cursor: changed('a\0') }, list, ['text'])).toThrow(ProblemError);
  });
});
