import { same, type FactDefinition } from '@exeat/kernel';
import { z } from 'zod';
import { FactRegistry } from './fact-registry.js';

/** Where the JSON Schema of a released form is kept, from the project's folder. */
export const schemaFile = (type: string, version: number): string => `docs/facts/${type}.v${version}.schema.json`;

/** Where the golden sample of a released form is kept, from the project's folder. */
export const sampleFile = (type: string, version: number): string => `test/data/golden/${type}.v${version}.json`;

/** The JSON Schema (2020-12) of a fact's form of today. What only code can tell (a real country) it leaves out. */
export const schemaOf = ({ type, schemaVersion, schema }: FactDefinition): Record<string, unknown> => ({
  ...{ $id: `${type}.v${schemaVersion}`, title: `${type}, version ${schemaVersion}` },
  ...(z.toJSONSchema(schema, { io: 'output' }) as Record<string, unknown>),
});

/** The files of docs/facts and test/data/golden: path from the project's folder, and text. */
type KeptFiles = ReadonlyMap<string, string>;

/**
 * What is wrong with the kept schemas and samples; nothing where every released version of every fact has both, today's
 * schemas are as generated, and every sample is of its version's form and lifts to today's.
 */
export const storedFormProblems = (definitions: readonly FactDefinition[], kept: KeptFiles): readonly string[] => {
  const registry = new FactRegistry(definitions);
  const released = definitions.flatMap((definition) =>
    Array.from({ length: definition.schemaVersion }, (_, index) => ({ definition, version: index + 1 })),
  );
  const expected = new Set(
    released.flatMap(({ definition: { type }, version }) => [schemaFile(type, version), sampleFile(type, version)]),
  );
  return [
    ...[...kept.keys()].filter((path) => !expected.has(path)).map((path) => `${path} belongs to no released form`),
    ...released.flatMap(({ definition, version }) => [
      ...schemaProblems(definition, version, kept),
      ...sampleProblems(definition, version, kept, registry),
    ]),
  ];
};

const schemaProblems = (definition: FactDefinition, version: number, kept: KeptFiles): readonly string[] => {
  const path = schemaFile(definition.type, version);
  const text = kept.get(path);
  if (text === undefined) return [`${path} is missing`];
  return version < definition.schemaVersion || same(JSON.parse(text), schemaOf(definition))
    ? []
    : [`${path} differs from the form in the code: a released form never changes; add a version with an upcaster`];
};

const sampleProblems = (
  { type, schema }: FactDefinition,
  version: number,
  kept: KeptFiles,
  registry: FactRegistry,
): readonly string[] => {
  const path = sampleFile(type, version);
  const text = kept.get(path);
  if (text === undefined) return [`${path} is missing`];
  const sample: unknown = JSON.parse(text);
  const keptSchema = kept.get(schemaFile(type, version));
  const written = keptSchema
    ? z.fromJSONSchema(JSON.parse(keptSchema) as Parameters<typeof z.fromJSONSchema>[0]).safeParse(sample)
    : { success: true as const };
  if (!written.success) return [`${path} is not of its own version's form: ${z.prettifyError(written.error)}`];
  try {
    const lifted = schema.safeParse(registry.lift(type, version, sample));
    return lifted.success ? [] : [`${path} does not lift to today's form: ${z.prettifyError(lifted.error)}`];
  } catch (error) {
    return [`${path} does not lift: ${error instanceof Error ? error.message : String(error)}`];
  }
};
