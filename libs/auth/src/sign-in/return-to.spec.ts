import { describe, expect, it } from '@jest/globals';
import { safeReturn } from './return-to.js';

const returnFrom = (asked: unknown) => safeReturn(asked, 'https://exeat.example');

describe('where to go after signing in', () => {
  it('is the place that was asked for, with its filters', () =>
    expect(returnFrom('/cases?q=a#b')).toBe('/cases?q=a#b'));

  it.each([
    ['another site', 'https://evil.example/'],
    ['a host without its scheme', '//evil.example'],
    ['one behind a dot', '/.//evil.example'],
    ['one behind a backslash', '/\\evil.example'],
    ['one behind a tab', '/\t/evil.example'],
    ['a script', 'javascript:alert(1)'],
    ['no text', ['/cases']],
    ['far too much', `/${'a'.repeat(2000)}`],
  ])('is the start page for %s', (_what, asked) => expect(returnFrom(asked)).toBe('/'));
});
