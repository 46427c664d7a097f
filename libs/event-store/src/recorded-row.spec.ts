import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@exeat/kernel';
import { StoreCorrupted } from './contract.js';
import { assertContiguous, isoMicroseconds, safeInteger } from './recorded-row.js';

describe('a moment of the database', () => {
  it.each([
    ['2026-01-15 09:30:00.123456', '2026-01-15T09:30:00.123456Z'],
    ['2026-01-15 09:30:00.1', '2026-01-15T09:30:00.100000Z'],
    ['2026-01-15 09:30:00', '2026-01-15T09:30:00.000000Z'],
  ])('%s keeps its microseconds and sorts as text', (text, iso) => expect(isoMicroseconds(text)).toBe(iso));
});

describe('a position', () => {
  it('is exact or nothing', () => {
    expect(safeInteger('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => safeInteger('9007199254740993')).toThrow(StoreCorrupted);
  });
});

describe('facts in a row', () => {
  const at = (...positions: number[]) => positions.map((position) => ({ position }) as Recorded);

  it('begin right after and follow each other', () => {
    expect(() => assertContiguous(at(4, 5, 6), 3)).not.toThrow();
    expect(() => assertContiguous([], 3)).not.toThrow();
  });

  it('stop the reader at a hole, at the start as in the middle', () => {
    expect(() => assertContiguous(at(5, 6), 3)).toThrow('Position 4 is missing: 5 follows');
    expect(() => assertContiguous(at(4, 6), 3)).toThrow('Position 5 is missing: 6 follows');
    expect(() => assertContiguous(at(4, 4), 3)).toThrow(StoreCorrupted);
  });
});
