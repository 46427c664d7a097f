import { describe, expect, it } from '@jest/globals';
import { piecesOf, wordingOf } from './wording.js';

const report = {
  wording: 'The licensee shall report within {days} days.',
  parameters: [{ name: 'days', title: 'The number of days', type: 'days', default: '30' }],
} as const;
const site = {
  wording: 'Installed at {site}, {country}, and not moved.',
  parameters: [
    { name: 'site', title: 'The site', type: 'text' },
    { name: 'country', title: 'The country', type: 'country' },
  ],
} as const;
const copied = <T>(clause: T) => structuredClone(clause) as Parameters<typeof wordingOf>[0];

describe('the preview of a condition', () => {
  it('has what is typed in its place, with countries as in a sentence', () =>
    expect(wordingOf(copied(site), { site: ' Hall 2 ', country: 'AE' })).toBe(
      'Installed at Hall 2, the United Arab Emirates, and not moved.',
    ));

  it('falls back on the clause’s own value where a field is empty', () =>
    expect(wordingOf(copied(report), { days: ' ' })).toContain('within 30 days'));

  it('leaves braces that somebody typed as they are', () =>
    expect(wordingOf(copied(site), { site: 'Hall {country} $& 2', country: 'JP' })).toContain(
      'at Hall {country} $& 2, Japan',
    ));

  it('names what is missing, and is no text until it is there', () => {
    expect(wordingOf(copied(site), { country: 'JP' })).toBeUndefined();
    expect(piecesOf(copied(site), { country: 'JP' }).filter(({ parameter }) => parameter)).toEqual([
      { text: 'The site', parameter: 'site', isMissing: true },
      { text: 'Japan', parameter: 'country' },
    ]);
  });
});
