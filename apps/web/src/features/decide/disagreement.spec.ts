import { describe, expect, it } from '@jest/globals';
import { disagreementOf } from './disagreement.js';

type Stand = Parameters<typeof disagreementOf>[0][number];
const stands = (...positions: readonly Stand['position'][]) =>
  positions.map((position): Stand => ({ position, silent: false }));
const silent: Stand = { position: 'no-objection', silent: true };

describe('whether the agencies stand together', () => {
  it.each([
    ['agree', stands('no-objection', 'no-objection')],
    ['conditions', stands('no-objection', 'approve-with-conditions')],
    ['disagree', stands('object', 'no-objection')],
    ['disagree', stands('return', 'approve-with-conditions')],
    ['all-bar', stands('object', 'return')],
    ['all-bar', [...stands('object'), silent]],
    ['agree', [silent]],
  ])('is told as %s', (kind, positions) => expect(disagreementOf(positions).kind).toBe(kind));

  it('counts those who spoke on either side', () =>
    expect(disagreementOf([...stands('object', 'no-objection', 'no-objection'), silent])).toMatchObject({
      barring: 1,
      clear: 2,
    }));
});
