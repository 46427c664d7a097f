import { PolicyDataError } from '@exeat/policy';
import { NoEmbeddedPostgres } from '@exeat/postgres';
import { ConfigProblems } from '@exeat/service-host';
import { describe, expect, it } from '@jest/globals';
import { CannotStart, toldAtStart } from './cannot-start.js';

const at = { host: '127.0.0.1', port: 3000 };

describe('why Exeat does not start', () => {
  it.each([
    new CannotStart('Another one runs.'),
    new ConfigProblems(['PORT: a whole number.']),
    new NoEmbeddedPostgres('It comes for Linux x64 alone.'),
    new PolicyDataError([{ file: 'rule-sets/a.json', pointer: '/id', sentence: 'stands in an earlier file' }]),
  ])('is told without a stack where a person can mend it: $name', (error) => {
    expect(toldAtStart(error)).toBe(error.message);
  });

  it('names the port that is taken', () =>
    expect(toldAtStart(Object.assign(new Error('listen'), { code: 'EADDRINUSE', syscall: 'listen' }), at)).toMatch(
      'Port 3000 of 127.0.0.1 is taken',
    ));

  it('says that the database cannot be reached, also where each of its addresses refused', () =>
    expect(toldAtStart(new AggregateError([Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })]))).toMatch(
      'The database cannot be reached (refused)',
    ));

  it('is told with its stack where it is a defect of ours', () =>
    expect(toldAtStart(new TypeError('no such thing'))).toMatch(/TypeError: no such thing\n +at /));
});
