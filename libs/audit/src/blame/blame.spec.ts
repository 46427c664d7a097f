import { describe, expect, it } from '@jest/globals';
import { same } from '@exeat/kernel';
import fc from 'fast-check';
import { Blame } from './blame.js';
import { differencesBetween } from './differences.js';

/** The values one after the other, each set by the fact at its place, from 1 on. */
const blameOf = (...values: readonly unknown[]): Blame => {
  const blame = new Blame();
  values.forEach((value, index) => blame.after(value, index + 1));
  return blame;
};
const setBy = (...values: readonly unknown[]) => blameOf(...values).setBy;

describe('which fact set a leaf', () => {
  it('is the last that changed it', () =>
    expect(setBy({ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 1, b: 2 })).toEqual({ '/a': 1, '/b': 2 }));
  it('is the one that set it again after it had gone', () =>
    expect(setBy({ a: 1, b: 1 }, { b: 1 }, { a: 1, b: 1 })).toEqual({ '/a': 3, '/b': 1 }));
  it('is not said of a leaf that has gone', () => expect(setBy({ a: { b: 1 } }, { a: null })).toEqual({ '/a': 2 }));
  it('is said of nothing in a list, too', () =>
    expect([setBy({ a: [] }), setBy({ a: [] }, { a: [7] }, { a: [] })]).toEqual([{ '/a': 1 }, { '/a': 3 }]));
  it('stays with an element that moves in its list', () =>
    expect(
      setBy(
        { found: [{ line: 2, paragraph: 'b' }] },
        {
          found: [
            { line: 1, paragraph: 'a' },
            { line: 2, paragraph: 'b' },
          ],
        },
      ),
    ).toEqual({ '/found/0/line': 2, '/found/0/paragraph': 2, '/found/1/line': 1, '/found/1/paragraph': 1 }));
  it('is pointed at as RFC 6901 says', () => expect(setBy({ 'a/b~c': 1 })).toEqual({ '/a~1b~0c': 1 }));
  it('is not said where the reader is not told of it', () => {
    const blame = blameOf({ a: 1, b: 1 });
    blame.after({ a: 2, b: 1 }, undefined);
    expect(blame.setBy).toEqual({ '/b': 1 });
  });
  it('is found part by part as well', () => {
    const blame = new Blame();
    blame.after({ status: 'open' }, 1, ['one']);
    blame.after({ status: 'open' }, 2, ['other']);
    blame.after({ status: 'shut' }, 3, ['one']);
    expect(blame.setBy).toEqual({ '/one/status': 3, '/other/status': 2 });
  });
});

const lines = fc.uniqueArray(fc.record({ line: fc.nat(4), found: fc.constantFrom('a', 'b') }), {
  selector: ({ line }) => line,
});
const values = fc.record({
  status: fc.constantFrom('open', 'shut', null),
  lines,
  names: fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 }),
  more: fc.option(fc.record({ inner: fc.nat(2) })),
});

const at = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((found, step) => (found as Record<string, unknown>)[step], value);

describe('blame and difference, over any history', () => {
  it('names every leaf, and no fact that came after the value was there for good', () =>
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 6 }), (history) => {
        const last = history.at(-1);
        for (const [pointer, position] of Object.entries(setBy(...history))) {
          expect(at(last, pointer)).toBeDefined();
          expect(position).toBeLessThanOrEqual(history.length);
        }
        // Shown the same once more, nothing was set by that.
        expect(setBy(...history, last)).toEqual(setBy(...history));
      }),
    ));
  it('a difference was set by a fact between the two, and there is one wherever the two are not the same', () =>
    fc.assert(
      fc.property(fc.array(values, { minLength: 2, maxLength: 6 }), fc.nat(4), (history, from) => {
        const first = Math.min(from, history.length - 2);
        const [before, after] = [history[first], history.at(-1)];
        const found = differencesBetween(before, after);
        const blame = blameOf(...history);
        for (const { path } of found) expect(blame.lastWithin(path)).toBeGreaterThan(first + 1);
        expect(found.length === 0).toBe(differencesBetween(after, before).length === 0);
        if (same(before, after)) expect(found).toEqual([]);
      }),
    ));
});

describe('the difference of two values', () => {
  const found = (before: unknown, after: unknown) =>
    differencesBetween(before, after).map(({ path: _path, steps: _steps, ...told }) => told);
  it('goes as far down as both have it', () =>
    expect(found({ a: { b: 1, c: 1 }, d: null }, { a: { b: 2, c: 1 }, d: { e: 1 } })).toEqual([
      { pointer: '/a/b', before: 1, after: 2 },
      { pointer: '/d', before: null, after: { e: 1 } },
    ]));
  it('finds an element again by what names it, wherever it stands', () =>
    expect(
      found(
        [
          { agency: 'state', position: null },
          { agency: 'energy', position: null },
        ],
        [
          { agency: 'energy', position: 'object' },
          { agency: 'state', position: null },
        ],
      ),
    ).toEqual([{ pointer: '/0/position', before: null, after: 'object' }]));
  it('says what came and what went', () =>
    expect(found({ a: ['x', 'y'] }, { a: ['y', 'z'], b: 1 })).toEqual([
      { pointer: '/a/1', after: 'z' },
      { pointer: '/a/0', before: 'x' },
      { pointer: '/b', after: 1 },
    ]));
});
