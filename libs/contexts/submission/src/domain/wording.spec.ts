import { describe, expect, it } from '@jest/globals';
import { isGeneral, isPostOfficeBox } from './wording.js';

describe('an end use', () => {
  it.each([
    'unknown',
    'AI training',
    'Various, to be determined by the customer.',
    'General  commercial   purposes / resale',
    'For use by end users, not yet known (TBD)',
    '........................',
  ])('is too general as "%s"', (text) => expect(isGeneral(text)).toBe(true));
  it.each([
    'Training of weather models for the national weather service.',
    'Inference for a public translation service',
    'Rendering of films in one studio',
    'Обучение моделей прогноза погоды',
  ])('is specific enough as "%s"', (text) => expect(isGeneral(text)).toBe(false));
  it('needs 20 characters, blanks at the ends and in a row not counted', () => {
    expect(isGeneral('Weather models here  ')).toBe(true);
    expect(isGeneral('Weather models there ')).toBe(false);
  });
});

describe('an address', () => {
  it.each([
    'P.O. Box 12, Dubai',
    'PO Box 12',
    'p o box 12',
    'POB 12, Tel Aviv',
    'Post Office Box 12',
    'Postal Box 4',
    'Postfach 10 11 12, Berlin',
    'Apartado postal 5',
    '香港邮政信箱 12 号',
  ])('is a post office box as "%s"', (address) => expect(isPostOfficeBox(address)).toBe(true));
  it.each(['18 Keji Road, Shenzhen', '7 Post Road, Box Hill', 'Pobeda Street 12, Minsk', 'Poststrasse 3, Zug'])(
    'is a place as "%s"',
    (address) => expect(isPostOfficeBox(address)).toBe(false),
  );
});
