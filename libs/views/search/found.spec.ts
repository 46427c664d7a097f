import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fairly } from './found.js';

describe('a fair share', () => {
  it('gives each list its turn, and what one leaves to the others', () => {
    expect(fairly([['a', 'b', 'c', 'd'], ['x'], ['y', 'z']], 4)).toEqual(['a', 'b', 'x', 'y']);
    expect(fairly([['a', 'b', 'c', 'd'], [], []], 3)).toEqual(['a', 'b', 'c']);
  });
  it('is never more than was asked for, nor less than there is', () =>
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(), { maxLength: 6 }), { maxLength: 5 }), fc.nat(20), (lists, most) => {
        expect(fairly(lists, most)).toHaveLength(Math.min(most, lists.flat().length));
      }),
    ));
});
