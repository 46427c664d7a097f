import { describe, expect, it } from '@jest/globals';
import { localDay, placeOf } from './moments';

const facts = [
  { position: 3, at: '2026-11-04T09:00:00.000Z' },
  { position: 7, at: '2026-11-04T12:00:00.000Z' },
  { position: 12, at: '2026-11-09T12:00:00.000Z' },
];

describe('a moment of a history', () => {
  it.each([
    ['3', 0],
    ['6', 0],
    ['7', 1],
    ['999999', 2],
    ['2026-11-04T10:00:00.000Z', 0],
    ['2026-11-04T13:00:00+01:00', 1],
    ['2026-11-06', 1],
    ['2030-01-01', 2],
  ])('is that of the last fact by then: %s', (asked, place) => expect(placeOf(facts, asked)).toBe(place));
  it.each(['', '0', '2', '-1', '3.5', '1e3', '2020-01-01', '2026-13-40', 'yesterday', '<script>', '٣', '1'.repeat(16)])(
    'is none where nothing had happened or nothing is named: %j',
    (asked) => expect(placeOf(facts, asked)).toBeUndefined(),
  );
  it('has a day', () => expect(localDay('2026-11-04T12:00:00.000Z')).toBe('2026-11-04'));
});
