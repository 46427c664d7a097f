import { describe, expect, it } from '@jest/globals';
import { nameText } from '@exeat/kernel';
import { z } from 'zod';
import type { ProblemError } from '../problems/problem-error.js';
import { parseBody, parseQuery } from './parse.js';

const schema = z.strictObject({
  name: nameText,
  lines: z.array(z.strictObject({ 'a/b': z.int() })).optional(),
  kind: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('one'), size: z.int() }),
      z.strictObject({ type: z.literal('two'), weight: z.int(), colour: z.string() }),
    ])
    .optional(),
});

const refusedBy = (parse: () => unknown) => {
  try {
    parse();
  } catch (error) {
    const { options, problems } = error as ProblemError;
    return { status: options.status, at: problems.map(({ pointer }) => pointer), problems };
  }
  return undefined;
};
const refused = (body: unknown) => refusedBy(() => parseBody(schema, body));

describe('a body', () => {
  it('is given back as its schema reads it', () => expect(parseBody(schema, { name: 'Ada' })).toEqual({ name: 'Ada' }));

  it('is refused whole, with every problem and where it is', () => {
    const { status, at } = refused({ name: 7, lines: [{ 'a/b': 1 }, { 'a/b': 'x', c: 1 }], more: true })!;
    expect([status, at.sort()]).toEqual([422, ['/lines/1/a~1b', '/lines/1/c', '/more', '/name']]);
  });

  it('says of a union what its nearest form misses', () => {
    expect(refused({ name: 'x', kind: { type: 'two', weight: 1 } })?.at).toEqual(['/kind/colour']);
    expect(refused({ name: 'x', kind: { type: 'three' } })?.at).toEqual(['/kind/type']);
  });

  it.each([
    ['a prototype', '{"name":"x","__proto__":{"a":1}}', '/__proto__'],
    ['a constructor, deep down', '{"name":"x","lines":[{"constructor":{}}]}', '/lines/0/constructor'],
    ['an unpaired surrogate', '{"name":"\\ud83d"}', '/name'],
    ['NUL', '{"name":"a\\u0000b"}', '/name'],
    ['bytes that were no UTF-8', '{"name":"a\ufffdb"}', '/name'],
    ['a name of text that is none', '{"name":"x","\\ud83d":1}', ''],
  ])('with %s is refused before any schema sees it', (_, json, pointer) => {
    expect(refused(JSON.parse(json))?.at).toEqual([pointer]);
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });

  it('with names that trick the eye is refused', () => {
    for (const name of ['a\u202Eb', 'a\u200Bb', ' a', 'e\u0301']) expect(refused({ name })?.at).toEqual(['/name']);
  });

  it('nested or long beyond measure is refused without effort', () => {
    const deep = JSON.parse(`{"name":${'['.repeat(5_000)}${']'.repeat(5_000)}}`) as unknown;
    expect(refused(deep)?.problems[0].sentence).toMatch('nested deeper');
    expect(refused({ name: Array.from({ length: 60_000 }, () => 1) })?.problems[0].sentence).toMatch('more than');
  });

  it('lists a hundred problems at most', () => {
    expect(refused(Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`f${n}`, 1])))?.at).toHaveLength(100);
  });

  it('that is missing is an empty one', () => expect(refused(undefined)?.at).toEqual(['/name']));
});

describe('a query', () => {
  const query = z.strictObject({ limit: z.coerce.number().int().max(100).default(20) });
  it('is refused with 400', () => {
    expect(refusedBy(() => parseQuery(query, { limit: '1000', x: '1' }))).toMatchObject({
      status: 400,
      at: ['/limit', '/x'],
    });
  });
  it('may name a position, which is the host’s business', () => {
    expect(parseQuery(query, { position: '7' })).toEqual({ limit: 20 });
    expect(parseQuery(z.strictObject({ position: z.string() }), { position: '7' })).toEqual({ position: '7' });
  });
});
