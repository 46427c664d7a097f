import { describe, expect, it } from '@jest/globals';
import { NotFoundException } from '@nestjs/common';
import { AccessDenied } from '@exeat/auth';
import { StoreBusy, StoreUnavailable } from '@exeat/event-store';
import { answerTo, detailsOf } from './problem-details.js';
import { problemError, RefusalError } from './problem-error.js';

const refusal = (...codes: string[]) => new RefusalError(codes.map((code) => ({ code, sentence: `About ${code}.` })));
const answered = (error: unknown) => {
  const { status, headers, problems } = answerTo(error);
  return [status, problems[0].code, headers['Retry-After']];
};

describe('an error is answered', () => {
  it.each<[number, string, unknown]>([
    [409, 'NOT_IN_THIS_STATUS', refusal('NOT_IN_THIS_STATUS')],
    [409, 'NOT_YET_DUE', refusal('NOT_YET_DUE')],
    [409, 'A_RULE_OF_TOMORROW', refusal('A_RULE_OF_TOMORROW')],
    [404, 'NOT_YOUR_CASE', refusal('NOT_YOUR_CASE')],
    [403, 'INTEREST_IN_CASE', refusal('INTEREST_IN_CASE')],
    [412, 'STALE_VERSION', refusal('STALE_VERSION')],
    [422, 'COMMAND_ID_REUSED', refusal('COMMAND_ID_REUSED')],
    [422, 'SECTION_MISSING', refusal('SECTION_MISSING', 'PARTY_MISSING')],
    [401, 'TOKEN_EXPIRED', new AccessDenied(401, 'TOKEN_EXPIRED', 'x')],
    [418, 'TEAPOT', problemError(418, 'TEAPOT', 'x')],
    [404, 'NOT_FOUND', new NotFoundException('Cannot GET /x')],
    [500, 'INTERNAL_ERROR', new Error('secret')],
    [500, 'INTERNAL_ERROR', 'thrown text'],
    [500, 'INTERNAL_ERROR', undefined],
  ])('with %i %s', (status, code, error) => expect(answered(error).slice(0, 2)).toEqual([status, code]));

  it('with another status where a problem of the state stands beside one of the content', () => {
    expect(answered(refusal('SECTION_MISSING', 'NOT_IN_THIS_STATUS'))[0]).toBe(409);
  });

  it('without revealing that a case exists, whatever else is wrong', () => {
    expect(answered(refusal('NOT_IN_THIS_STATUS', 'NOT_YOUR_CASE'))[0]).toBe(404);
  });

  it('with when to try again, where the store is busy or away', () => {
    expect(answered(new StoreBusy(3.2))).toEqual([503, 'STORE_BUSY', '4']);
    expect(answered(new StoreUnavailable('gone'))).toEqual([503, 'STORE_UNAVAILABLE', '2']);
    const lost = [
      Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
      new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
      Object.assign(new Error('terminating connection'), { code: '57P01' }),
      Object.assign(new Error('sorry, too many clients already'), { code: '53300' }),
      Object.assign(new Error('database "exeat" is not currently accepting connections'), { code: '55000' }),
      new Error('Connection terminated unexpectedly'),
      new Error('query failed', { cause: Object.assign(new Error('x'), { code: '08006' }) }),
    ];
    for (const error of lost) expect(answered(error).slice(0, 2)).toEqual([503, 'STORE_UNAVAILABLE']);
    expect(answered(Object.assign(new Error('x'), { code: '23505' }))[0]).toBe(500);
  });

  it('as problem details with every problem and its pointer', () => {
    const error = new RefusalError([
      { code: 'PARTY_MISSING', sentence: 'Name a purchaser.', pointer: '/parties' },
      { code: 'ITEMS_MISSING', sentence: 'Add an item.' },
    ]);
    expect(detailsOf(answerTo(error), '/api/v1/x', 'r1')).toEqual({
      type: '/problems/PARTY_MISSING',
      title: 'Unprocessable Entity',
      status: 422,
      detail: '2 problems: Name a purchaser.',
      code: 'PARTY_MISSING',
      errors: [
        { code: 'PARTY_MISSING', detail: 'Name a purchaser.', pointer: '/parties' },
        { code: 'ITEMS_MISSING', detail: 'Add an item.' },
      ],
      instance: '/api/v1/x',
      requestId: 'r1',
    });
  });
});
