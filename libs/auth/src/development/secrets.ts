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

/** The keys and secrets of the development provider: made at first start, readable by their owner alone. */
export const developmentSecrets = async (dataFolder: string): Promise<DevelopmentSecrets> => {
  const file = developmentSecretsFile(dataFolder);
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (kept !== undefined) return secretsSchema.parse(JSON.parse(kept));

  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const made: DevelopmentSecrets = secretsSchema.parse({
    signingKey: { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: randomBytes(8).toString('hex') },
    cookieKey: secret(),
    clientSecret: secret(),
    machineSecrets: Object.fromEntries(machinePersonas.map(({ clientId }) => [clientId, secret()])),
    sessionSecret: secret(),
  });
  await mkdir(join(dataFolder, 'development'), { recursive: true, mode: 0o700 });
  // Written beside and moved: a start that is interrupted leaves no half of a file.
  await writeFile(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return made;
};
