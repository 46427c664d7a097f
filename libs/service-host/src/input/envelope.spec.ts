import { describe, expect, it } from '@jest/globals';
import type { ProblemError } from '../problems/problem-error.js';
import { envelopeFrom } from './envelope.js';

const key = '0198c2a0-7b1e-7cc3-8f00-1234567890ab';
const codeOf = (headers: Record<string, string>, creates = false) => {
  try {
    envelopeFrom(headers, { creates });
  } catch (error) {
    const { options, problems } = error as ProblemError;
    return [options.status, problems[0].code];
  }
  return 'taken';
};

describe('the envelope of a command', () => {
  it('is read from the headers', () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    expect(envelopeFrom({ 'idempotency-key': key, 'if-match': '"7"', traceparent })).toEqual({
      commandId: key,
      correlationId: key,
      expectedVersion: 7,
      traceparent,
    });
  });

  it('takes the key in quotes and in capitals as the same key', () => {
    const headers = { 'idempotency-key': `"${key.toUpperCase()}"`, 'if-match': '*' };
    expect(envelopeFrom(headers)).toEqual({ commandId: key, correlationId: key });
  });

  it('leaves out a trace that is malformed', () => {
    expect(envelopeFrom({ 'idempotency-key': key, traceparent: 'x' }, { creates: true })).not.toHaveProperty(
      'traceparent',
    );
  });

  it.each([
    [{}, [400, 'IDEMPOTENCY_KEY_MISSING']],
    [{ 'idempotency-key': 'x' }, [400, 'IDEMPOTENCY_KEY_MALFORMED']],
    [{ 'idempotency-key': '00000000-0000-0000-0000-000000000000' }, [400, 'IDEMPOTENCY_KEY_MALFORMED']],
    [{ 'idempotency-key': 'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF' }, [400, 'IDEMPOTENCY_KEY_MALFORMED']],
    [{ 'idempotency-key': key }, [428, 'PRECONDITION_REQUIRED']],
    [{ 'idempotency-key': key, 'if-match': '7' }, [400, 'PRECONDITION_MALFORMED']],
    [{ 'idempotency-key': key, 'if-match': 'W/"7"' }, [400, 'PRECONDITION_MALFORMED']],
    [{ 'idempotency-key': key, 'if-match': '"7", "8"' }, [400, 'PRECONDITION_MALFORMED']],
    [{ 'idempotency-key': key, 'if-match': '"-1"' }, [400, 'PRECONDITION_MALFORMED']],
    [{ 'idempotency-key': key, 'if-match': '"99999999999"' }, [400, 'PRECONDITION_MALFORMED']],
  ])('%j is answered with %j', (headers, answer) => expect(codeOf(headers)).toEqual(answer));

  it('needs no version where something new begins', () =>
    expect(codeOf({ 'idempotency-key': key }, true)).toBe('taken'));
});
