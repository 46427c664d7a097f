import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { sampleFile, schemaFile, schemaOf, storedFormProblems } from '@exeat/event-store';
import { defineFact } from '@exeat/kernel';
import { z } from 'zod';
import { factLists } from '../../apps/platform/src/parts.js';

/** Everything that is ever stored. */
const definitions = factLists.flat();

const kept = new Map(
  ['docs/facts', 'test/data/golden'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')] as const),
  ),
);

describe('the stored forms', () => {
  it('have a schema and a golden sample for every version ever released, and every sample lifts to today’s form', () =>
    expect(storedFormProblems(definitions, kept)).toEqual([]));

  it('are each named once', () => expect(new Set(definitions.map(({ type }) => type)).size).toBe(definitions.length));
});

/** A planted fact whose version 2 split the name: what the check above must notice, it notices here. */
describe('a fact with two versions', () => {
  const one = defineFact('Named', z.strictObject({ name: z.string() }));
  const two = defineFact('Named', z.strictObject({ given: z.string(), family: z.string() }), {
    schemaVersion: 2,
    upcasters: {
      1: (data) => {
        const [given = '', family = ''] = (data as { name: string }).name.split(' ');
        return { given, family };
      },
    },
  });
  const whole = new Map([
    [schemaFile('Named', 1), JSON.stringify(schemaOf(one))],
    [schemaFile('Named', 2), JSON.stringify(schemaOf(two))],
    [sampleFile('Named', 1), JSON.stringify({ name: 'Ada Reyes' })],
    [sampleFile('Named', 2), JSON.stringify({ given: 'Ada', family: 'Reyes' })],
  ]);
  const without = (path: string) => new Map([...whole].filter(([kept]) => kept !== path));
  const having = (path: string, content: unknown) => new Map([...whole, [path, JSON.stringify(content)]]);

  it('passes whole', () => expect(storedFormProblems([two], whole)).toEqual([]));

  it.each([...whole.keys()])('is missed when %s is missing', (path) =>
    expect(storedFormProblems([two], without(path))).toEqual([`${path} is missing`]),
  );

  it('is noticed when its form changes without a new version', () => {
    const changed = defineFact('Named', z.strictObject({ given: z.string(), family: z.string(), title: z.string() }), {
      schemaVersion: 2,
      upcasters: two.upcasters,
    });
    expect(storedFormProblems([changed], whole)).toEqual([
      expect.stringContaining('test/data/golden/Named.v1.json does not lift'),
      expect.stringContaining('docs/facts/Named.v2.schema.json differs from the form in the code'),
      expect.stringContaining('test/data/golden/Named.v2.json does not lift'),
    ]);
  });

  it('is noticed when an upcaster gives another form than today’s, or fails', () => {
    const [wrong, failing] = [() => ({ given: 'Ada' }), () => z.never().parse(1)].map((upcaster) =>
      defineFact('Named', two.schema, { schemaVersion: 2, upcasters: { 1: upcaster } }),
    );
    for (const definition of [wrong, failing])
      expect(storedFormProblems(definition ? [definition] : [], whole)).toEqual([
        expect.stringContaining('test/data/golden/Named.v1.json does not lift'),
      ]);
  });

  it('is noticed when a sample is not of its own version’s form', () =>
    expect(storedFormProblems([two], having(sampleFile('Named', 1), { name: 'Ada Reyes', age: 40 }))).toEqual([
      expect.stringContaining("test/data/golden/Named.v1.json is not of its own version's form"),
    ]));

  it('is noticed when a file belongs to no released form', () =>
    expect(storedFormProblems([two], having(sampleFile('Named', 3), {}))).toEqual([
      'test/data/golden/Named.v3.json belongs to no released form',
    ]));
});
