import { describe, expect, it } from '@jest/globals';
import { ApiProblem, problemFrom, problemOf } from './problems';

describe('an answer that is not the one hoped for', () => {
  it('tells every problem with its pointer', () =>
    expect(
      problemFrom(422, {
        code: 'INVALID_FIELDS',
        detail: '2 problems',
        errors: [
          { code: 'INVALID_FIELDS', detail: 'Is missing.', pointer: '/name' },
          { code: 'INVALID_FIELDS', detail: 'Is not a day.', pointer: '/on' },
        ],
      }).problems,
    ).toEqual([
      { code: 'INVALID_FIELDS', sentence: 'Is missing.', pointer: '/name' },
      { code: 'INVALID_FIELDS', sentence: 'Is not a day.', pointer: '/on' },
    ]));

  it.each([undefined, null, 'gateway', { detail: 7 }])('is a problem whatever a proxy makes of it: %p', (body) =>
    expect(problemFrom(502, body)).toMatchObject({ status: 502, isPassing: true }),
  );

  it.each([
    [401, { isSignedOut: true, isPassing: false }],
    [404, { isNotThere: true }],
    [409, { isStale: false, isPassing: false }],
    [412, { isStale: true }],
    [503, { isPassing: true }],
  ])('with %i says what kind it is', (status, kind) => expect(problemFrom(status, {})).toMatchObject(kind));
});

describe('whatever was thrown', () => {
  it('is a problem', () => {
    const known = new ApiProblem(409, 'X', []);
    expect(problemOf(known)).toBe(known);
    expect(problemOf(new TypeError('Failed to fetch'))).toMatchObject({ status: 0, isPassing: true });
  });
});
