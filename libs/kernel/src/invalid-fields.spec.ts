import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { invalidFields } from './invalid-fields.js';

const schema = z.strictObject({
  name: z.string().min(1).max(3),
  answer: z.enum(['yes', 'no']),
  sizes: z.array(z.strictObject({ 'a/b': z.int() })),
});
const told = (input: unknown) =>
  invalidFields(schema.safeParse(input).error?.issues ?? []).map(({ pointer, sentence }) => [pointer, sentence]);

describe('what a schema has against an input', () => {
  it('says what is missing, and what can be chosen, at each field', () =>
    expect(told({ sizes: [] })).toEqual([
      ['/name', 'Is missing.'],
      ['/answer', 'Choose one of: yes, no.'],
    ]));

  it('says how long a text may be', () =>
    expect(told({ name: 'abcd', answer: 'yes', sizes: [] })).toEqual([['/name', 'Takes at most 3 characters.']]));

  it('leads to the part of a list, by its escaped name', () =>
    expect(told({ name: 'a', answer: 'no', sizes: [{ 'a/b': 'x' }] })).toEqual([
      ['/sizes/0/a~1b', 'Expected number, received string.'],
    ]));

  it('names every field that does not belong there', () =>
    expect(told({ name: 'a', answer: 'no', sizes: [], extra: 1 })).toEqual([
      ['/extra', '"extra" is not a field here.'],
    ]));
});
