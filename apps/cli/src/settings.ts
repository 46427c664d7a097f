import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { developmentIssuerPath, developmentSecretsFile } from '@exeat/auth';
import { projectFolder } from '@exeat/project-files';

/** Where Exeat is, and as which machine client the command speaks to it. */
export interface Settings {
  readonly url: string;
  readonly dataFolder: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
}

/** From the environment; on a development machine from what the platform left in its data folder. */
export const readSettings = (environment: NodeJS.ProcessEnv, urlGiven?: string): Settings => {
  const dataFolder = environment['DATA_FOLDER'] || join(projectFolder, '.exeat');
  const address = join(dataFolder, 'address');
  const url =
    urlGiven ??
    environment['EXEAT_URL'] ??
    (existsSync(address) ? readFileSync(address, 'utf8') : 'http://localhost:3000');
  const clientId = environment['EXEAT_CLIENT_ID'] || 'exeat-cli';
  return {
    url,
    dataFolder,
    issuer: environment['EXEAT_ISSUER'] || new URL(developmentIssuerPath, url).href,
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
