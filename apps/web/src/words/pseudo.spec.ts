import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import { pseudo } from './pseudo.js';

const folder = join(import.meta.dirname, 'en');
const messages = readdirSync(folder).flatMap((file) =>
  Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>),
);

describe('a longer language that nobody speaks', () => {
  it('puts accents, brackets and two fifths more around what stays readable', () => {
    expect(pseudo('Sign in')).toBe('⟦Šígñ íñ ~ ~⟧');
    expect(pseudo('{days, plural, one {# day} other {# days}} left')).toMatch(
      /^⟦\{days, plural, one \{# day\} other \{# days\}\} léft/,
    );
    expect(pseudo('Read <b>this</b>')).toMatch(/^⟦Réád <b>thíš<\/b>/);
  });

  it('leaves every message one that can be said', () => {
    const broken: string[] = [];
    const intl = createIntl({ locale: 'en', onError: ({ message }) => broken.push(message) });
    for (const [id, message] of messages) {
      const names = [...message.matchAll(/\{(\w+)/g)].map(([, name = '']) => [name, 1]);
      const tags = [...message.matchAll(/<(\w+)>/g)].map(([, name = '']) => [name, (parts: unknown) => parts]);
      const values = Object.fromEntries([...names, ...tags]) as Record<string, number>;
      intl.formatMessage({ id, defaultMessage: pseudo(message) }, values);
    }
    expect(messages.length).toBeGreaterThan(500);
    expect(broken.filter((each) => !/Missing message/.test(each))).toEqual([]);
  });
});
