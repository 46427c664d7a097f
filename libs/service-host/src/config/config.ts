import { join } from 'node:path';
import type { z } from 'zod';
import { modeVariables, variables, type Variable } from './variables.js';

type Variables = typeof variables;
type Key = keyof Variables;
type Value<Of extends Key> = z.output<Variables[Of]['schema']>;
/** Those with a local default always have a value; the others may be left out. */
type Has<Of extends Key> = Variables[Of] extends { local: string } ? Of : never;

export type Config = Readonly<
  { production: boolean } & { [Of in Key as Has<Of>]: Value<Of> } & { [Of in Key as Exclude<Of, Has<Of>>]?: Value<Of> }
>;

type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration cannot be started with; the message lists every problem. */
export class ConfigProblems extends Error {
  override readonly name = 'ConfigProblems';
  constructor(readonly problems: readonly string[]) {
    super(`Exeat does not start with this configuration:\n${problems.map((each) => `  - ${each}`).join('\n')}`);
  }
}

const isProduction = (environment: Environment): boolean =>
  modeVariables.some((name) => environment[name] === 'production');

/** Reads the environment, once. An empty variable counts as left out. Throws `ConfigProblems` with all there are. */
export const readConfig = (environment: Environment = process.env): Config => {
  const { config, problems } = parseConfig(environment);
  if (problems.length > 0) throw new ConfigProblems(problems);
  return config as Config;
};

/** What can be read of the environment, and all that is wrong with it. */
export const parseConfig = (
  environment: Environment,
): { readonly config: Partial<Config>; readonly problems: readonly string[] } => {
  const production = isProduction(environment);
  const problems: string[] = [];
  const entries = (Object.entries(variables) as [Key, Variable][]).flatMap(([key, variable]) => {
    const given = environment[variable.name] || undefined;
    if (given === undefined && production && variable.requiredInProduction) {
      problems.push(`${variable.name} is required in production. ${variable.purpose}`);
      return [];
    }
    const raw = given ?? derived[key]?.(environment) ?? variable.local;
    if (raw === undefined) return [];
    const parsed = variable.schema.safeParse(raw);
    if (parsed.success) return [[key, parsed.data]];
    // The value itself is not repeated: it may be a secret in the wrong place.
    problems.push(`${variable.name}: ${parsed.error.issues.map(({ message }) => message).join('; ')}.`);
    return [];
  });
  const mode = environment['EXEAT_MODE'];
  if (mode && mode !== 'production' && mode !== 'development') problems.push('EXEAT_MODE: production or development.');
  return { config: { production, ...(Object.fromEntries(entries) as Partial<Config>) }, problems };
};

/** What follows from other variables where nobody says otherwise. */
const derived: { readonly [Of in Key]?: (environment: Environment) => string } = {
  // People on this machine reach Exeat at the port it listens on.
  publicUrl: (environment) => `http://localhost:${environment[variables.port.name] || variables.port.local}`,
  documentsFolder: (environment) =>
    join(environment[variables.dataFolder.name] || variables.dataFolder.local, 'documents'),
};
