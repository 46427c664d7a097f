import { describe, expect, it } from '@jest/globals';
import { same } from './same.js';

describe('same', () => {
  it('looks past the order of fields', () => expect(same({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true));
  it('looks at the order of lists', () => expect(same([1, 2], [2, 1])).toBe(false));
  it('takes an undefined field for one left out', () => expect(same({ a: undefined }, {})).toBe(true));
  it('finds a field that only the second has', () => expect(same({}, { a: 1 })).toBe(false));
  it('tells a list from an object, and null from an object', () => {
    expect(same([], {})).toBe(false);
    expect(same(null, {})).toBe(false);
  });
  it('tells text from number', () => expect(same('1', 1)).toBe(false));
});
