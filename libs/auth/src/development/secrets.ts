import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';
import { machinePersonas } from './personas.js';

const secretsSchema = z.strictObject({
  signingKey: z.record(z.string(), z.string()),
  cookieKey: z.string(),
  /** Of Exeat's own client at the provider. */
  clientSecret: z.string(),
  /** Of the machine clients, by client id. */
  machineSecrets: z.record(z.string(), z.string()),
  /** Signs Exeat's session cookies in development. */
  sessionSecret: z.string(),
});

export type DevelopmentSecrets = z.infer<typeof secretsSchema>;

const secret = (): string => randomBytes(32).toString('base64url');

/** Where the development provider keeps its keys, under the data folder. */
export const developmentSecretsFile = (dataFolder: string): string => join(dataFolder, 'development', 'identity.json');

/**
 * The keys and secrets of the development provider: made at first start, readable by their owner alone. A machine client
 * that was added since gets its secret at the next start.
 */
export const developmentSecrets = async (dataFolder: string): Promise<DevelopmentSecrets> => {
  const file = developmentSecretsFile(dataFolder);
  const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  const kept = known === undefined ? undefined : secretsSchema.parse(JSON.parse(known));
  const newcomers = machinePersonas.filter(({ clientId }) => kept?.machineSecrets[clientId] === undefined);
  if (kept && newcomers.length === 0) return kept;

  const made = Object.fromEntries(newcomers.map(({ clientId }) => [clientId, secret()]));
  const secrets: DevelopmentSecrets = {
    ...(kept ?? (await newKeys())),
    machineSecrets: { ...kept?.machineSecrets, ...made },
  };
  await mkdir(join(dataFolder, 'development'), { recursive: true, mode: 0o700 });
  // Written beside and moved: a start that is interrupted leaves no half of a file.
  await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secrets;
};

const newKeys = async (): Promise<Omit<DevelopmentSecrets, 'machineSecrets'>> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const named = { alg: 'RS256', use: 'sig', kid: randomBytes(8).toString('hex') };
  const signingKey = secretsSchema.shape.signingKey.parse({ ...(await exportJWK(privateKey)), ...named });
  return { signingKey, cookieKey: secret(), clientSecret: secret(), sessionSecret: secret() };
};
