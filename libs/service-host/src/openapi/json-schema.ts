import { z } from 'zod';
import { nameOf } from './named-parts.js';

export type JsonSchema = { readonly [member: string]: unknown };

/**
 * The JSON Schema (draft 2020-12) of a zod schema, for use inside an API document. Named parts go into `shared`, once for
 * the whole document.
 */
export const jsonSchemaOf = (
  schema: z.ZodType,
  io: 'input' | 'output',
  shared: Map<string, JsonSchema>,
): JsonSchema => {
  const {
    $schema: _,
    $defs: parts = {},
    ...whole
  } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    metadata: described,
  }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
  for (const [name, part] of Object.entries(parts)) shared.set(name, moved(part) as JsonSchema);
  const name = nameOf(schema);
  if (name === undefined) return moved(whole) as JsonSchema;
  shared.set(name, moved(whole) as JsonSchema);
  return { $ref: `#/components/schemas/${name}` };
};

/** Descriptions as the schemas give them, and the names under which the document keeps what is used in many places. */
const described = {
  get: (schema: z.core.$ZodType) => {
    const id = nameOf(schema);
    return { ...z.globalRegistry.get(schema), ...(id !== undefined && { id }) };
  },
} as z.core.$ZodRegistry<Record<string, unknown>>;

/** References into the schema's own parts, turned to where the document keeps them. */
const moved = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(moved);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([member]) => member !== 'id' || typeof (value as JsonSchema)['id'] !== 'string')
      .map(([member, inner]) => [
        member,
        member === '$ref' && typeof inner === 'string'
          ? inner.replace(/^#\/\$defs\//, '#/components/schemas/')
          : moved(inner),
      ]),
  );
};

/** Where a schema would take fields that nobody named: pointers to its open objects. */
export const openObjectsIn = (schema: unknown, at = ''): readonly string[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const open = 'properties' in schema && !('additionalProperties' in schema) ? [at === '' ? '/' : at] : [];
  return [...open, ...Object.entries(schema).flatMap(([member, inner]) => openObjectsIn(inner, `${at}/${member}`))];
};
