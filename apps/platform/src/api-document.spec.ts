import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { projectFile } from '@exeat/project-files';
import { apiDocument } from './api-document.js';

type Json = Readonly<Record<string, unknown>>;

const read = (path: string): Json => JSON.parse(readFileSync(projectFile(path), 'utf8')) as Json;
const document = apiDocument(String(read('package.json')['version'])) as unknown as Json;
const parts = (document['components'] as Json)['schemas'] as Json;

/**
 * What says nothing about a value, on purpose: what a deciding context stores and keeps is its own affair, and what an
 * auditor asks after can be anything that a case shows.
 */
const open = [
  'GET /api/v1/applications/{caseId}/state: facts[].data',
  'GET /api/v1/applications/{caseId}/state: state{}',
  'GET /api/v1/cases/{caseId}/difference: items[].before',
  'GET /api/v1/cases/{caseId}/difference: items[].after',
  'GET /api/v1/cases/{caseId}/value: values[].value',
  'POST /api/v1/operations/views/{view}/rebuild: report.comparison.first.live{}',
  'POST /api/v1/operations/views/{view}/rebuild: report.comparison.first.built{}',
  'POST /api/v1/operations/views/{view}/verify: report.comparison.first.live{}',
  'POST /api/v1/operations/views/{view}/verify: report.comparison.first.built{}',
];

const isFields = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const says = ['type', 'enum', 'const', '$ref', 'anyOf', 'oneOf', 'allOf'];

/** Where a schema says nothing of what may stand there: paths to it, such as `items[].model`. */
const emptyIn = (schema: unknown, at: string, seen: readonly string[] = []): readonly string[] => {
  if (!isFields(schema) || !says.some((word) => word in schema)) return [at];
  const { $ref, items, properties, additionalProperties } = schema;
  const part = typeof $ref === 'string' ? ($ref.split('/').at(-1) ?? '') : undefined;
  const alternatives = ['anyOf', 'oneOf', 'allOf'].flatMap((word) => (schema[word] ?? []) as readonly unknown[]);
  return [
    ...(part === undefined || seen.includes(part) ? [] : emptyIn(parts[part], at, [...seen, part])),
    ...alternatives.flatMap((each) => emptyIn(each, at, seen)),
    ...(schema['type'] === 'array' && !('prefixItems' in schema) ? emptyIn(items, `${at}[]`, seen) : []),
    ...Object.entries((properties ?? {}) as Json).flatMap(([name, inner]) =>
      emptyIn(inner, at === '' ? name : `${at}.${name}`, seen),
    ),
    ...(isFields(additionalProperties) ? emptyIn(additionalProperties, `${at}{}`, seen) : []),
    ...(schema['type'] === 'object' && !isFields(properties) && !isFields(additionalProperties) ? [`${at}{}`] : []),
  ];
};

/** The schema of every answer that is no problem, by its route. */
const answers = Object.entries(document['paths'] as Record<string, Record<string, Json>>).flatMap(
  ([path, operations]) =>
    Object.entries(operations).flatMap(([verb, { responses }]) =>
      Object.entries(responses as Record<string, { readonly content?: Record<string, Json> }>)
        .filter(([status]) => status.startsWith('2'))
        .flatMap(([, { content = {} }]) => Object.values(content))
        .map(({ schema }) => ({ route: `${verb.toUpperCase()} ${path}`, schema })),
    ),
);

describe('the API document', () => {
  it('is the one in docs/openapi.json, which is written by: npm run api', () => {
    const isWritten = JSON.stringify(read('docs/openapi.json')) === JSON.stringify(document);
    if (!isWritten) throw new Error('docs/openapi.json is not what the routes say any more. Write it: npm run api');
  });

  it('says of every answer what it is made of', () => {
    expect(answers.length).toBeGreaterThan(50);
    expect(answers.flatMap(({ route, schema }) => emptyIn(schema, '').map((at) => `${route}: ${at}`))).toEqual(open);
  });

  it('would be found out where it says nothing', () => {
    expect(emptyIn({}, 'here')).toEqual(['here']);
    const list = { type: 'array', items: { type: 'object', properties: { a: {}, b: { type: 'object' } } } };
    expect(emptyIn(list, 'all')).toEqual(['all[].a', 'all[].b{}']);
    expect(emptyIn({ anyOf: [{ type: 'null' }, {}] }, 'one')).toEqual(['one']);
    expect(emptyIn({ $ref: '#/components/schemas/Finding' }, 'one')).toEqual([]);
  });

  it('names the things of the trade once', () =>
    expect(Object.keys(parts)).toEqual(expect.arrayContaining(['Condition', 'Draft', 'Finding', 'Item', 'Party'])));
});
