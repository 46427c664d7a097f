import { describe, expect, it } from '@jest/globals';
import { nameText } from '@exeat/kernel';
import { z } from 'zod';
import { fieldAt, pointerAmongAll, rulesOf, withoutBlanks } from './validation';

const schema = z.strictObject({
  name: nameText,
  parent: z.strictObject({ name: nameText }).optional(),
  rows: z.array(z.strictObject({ count: z.int() })).min(1),
});
const problemsOf = async (values: Record<string, unknown>) =>
  (await rulesOf(schema)(values, undefined, { fields: {}, shouldUseNativeValidation: false })).errors;

describe('the rules of a form', () => {
  it('are those of the server, each problem at its field', async () =>
    expect(await problemsOf({ name: '', rows: [{ count: 'x' }] })).toMatchObject({
      name: { message: 'Is missing.' },
      rows: [{ count: { message: 'Expected number, received string.' } }],
    }));

  it('find nothing where there is nothing', async () =>
    expect(await problemsOf({ name: 'Ada', rows: [{ count: 1 }] })).toEqual({}));

  it('take a part that was left empty as not given', async () =>
    expect(await problemsOf({ name: 'Ada', parent: '', rows: [{ count: 1 }] })).toEqual({}));

  it('say one problem for a field at a time, the first', async () =>
    expect(await problemsOf({ name: ` ${'a'.repeat(300)}`, rows: [{ count: 1 }] })).toEqual({
      name: expect.objectContaining({ message: 'Takes at most 200 characters.' }),
    }));
});

describe('what was filled in', () => {
  it('is sent without what was left empty, at any depth', () =>
    expect(withoutBlanks({ a: '', b: { c: '', d: 0 }, e: [{ f: '' }], g: false, h: null })).toEqual({
      b: { d: 0 },
      e: [{}],
      g: false,
    }));
});

describe('a pointer', () => {
  it.each([
    ['/lines/0/quantity', '/lines/1/quantity'],
    ['/lines/1', '/lines/3'],
    ['/lines/2/quantity', '/lines/2/quantity'],
    ['/lines', '/lines'],
    ['/linesman/0', '/linesman/0'],
    ['/reasons', '/reasons'],
  ])('into what was sent, %s, leads among all rows to %s', (pointer, place) =>
    expect(pointerAmongAll(pointer, '/lines', [false, true, false, true])).toBe(place),
  );

  it('leads to a field', () => expect(fieldAt('/items/0/a~1b~0')).toBe('items.0.a/b~'));
});
