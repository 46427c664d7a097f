import { describe, expect, it } from '@jest/globals';
import { countryInSentence, countryName, countrySchema, isCountry, nameText, proseText } from './party.js';

describe('a country', () => {
  it.each(['CN', 'AE', 'TW', 'MO', 'HK'])('%s is known', (code) => expect(isCountry(code)).toBe(true));
  it.each(['XX', 'cn', 'CHN', '', 'C', 'UK', '__proto__'])('%p is not', (code) =>
    expect(countrySchema.safeParse(code).success).toBe(false),
  );
});

describe('the name of a country', () => {
  it.each([
    ['MO', 'Macau'],
    ['TW', 'Taiwan'],
    ['AE', 'United Arab Emirates'],
  ])('of %s is %s, as the export rules write it', (code, name) => expect(countryName(code)).toBe(name));

  it.each([
    ['JP', 'Japan'],
    ['AE', 'the United Arab Emirates'],
    ['NL', 'the Netherlands'],
  ])('of %s is %s within a sentence', (code, words) => expect(countryInSentence(code)).toBe(words));
});

describe('a name', () => {
  it.each(['Ningbo Cloud (宁波云) Co., Ltd.', 'Société d’Étude', 'O’Brien & Söhne', 'شركة'])('may be %p', (name) =>
    expect(nameText.safeParse(name.normalize('NFC')).success).toBe(true),
  );

  it.each([
    ['a direction override', 'Acme\u202Elive'],
    ['a zero-width space', 'Ac\u200Bme'],
    ['a line break', 'Acme\nLtd'],
    ['a null', 'Acme\u0000'],
    ['a lone surrogate', 'Acme\uD800'],
    ['decomposed letters', 'Socie\u0301te\u0301'],
    ['blank ends', ' Acme'],
    ['nothing', ''],
  ])('may not hold %s', (_what, name) => expect(nameText.safeParse(name).success).toBe(false));
});

describe('prose', () => {
  it('may have paragraphs', () => expect(proseText(100).safeParse('one\n\ttwo\r\nthree').success).toBe(true));
  it.each(['  ', '\u0000', 'a\u202Eb', 'x'.repeat(101)])('refuses %p', (text) =>
    expect(proseText(100).safeParse(text).success).toBe(false),
  );
});
