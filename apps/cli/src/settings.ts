import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { developmentIssuerPath, developmentSecretsFile } from '@exeat/auth';
import { projectFolder } from '@exeat/project-files';
import { Failure } from './connection.js';

/** Where Exeat is, and as which machine client the command speaks to it. */
export interface Settings {
  readonly url: string;
  /** True where somebody named the address; otherwise it is that of this machine's own platform. */
  readonly urlNamed: boolean;
  readonly dataFolder: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
}

/**
 * From the environment; on a development machine from what the platform left in its data folder. Throws `Failure` where
 * an address is none.
 */
export const readSettings = (environment: NodeJS.ProcessEnv, urlGiven?: string): Settings => {
  const dataFolder = environment['DATA_FOLDER'] || join(projectFolder, '.exeat');
  const address = join(dataFolder, 'address');
  const named = urlGiven ?? (environment['EXEAT_URL'] || undefined);
  const url = named ?? (existsSync(address) ? readFileSync(address, 'utf8') : 'http://localhost:3000');
  const issuer = environment['EXEAT_ISSUER'] || undefined;
  for (const each of [url, ...(issuer === undefined ? [] : [issuer])])
    if (!/^https?:/.test(each) || !URL.canParse(each))
      throw new Failure(`${each} is no address; one looks like http://localhost:3000.`, 2);
  const clientId = environment['EXEAT_CLIENT_ID'] || 'exeat-cli';
  return {
    url,
    urlNamed: named !== undefined,
    dataFolder,
    issuer: issuer ?? new URL(developmentIssuerPath, url).href,
    clientId,
    clientSecret: environment['EXEAT_CLIENT_SECRET'] || developmentSecret(dataFolder, clientId),
  };
};

const developmentSecret = (dataFolder: string, clientId: string): string | undefined => {
  const file = developmentSecretsFile(dataFolder);
  if (!existsSync(file)) return undefined;
  const { machineSecrets } = JSON.parse(readFileSync(file, 'utf8')) as { machineSecrets: Record<string, string> };
  return machineSecrets[clientId];
};
