import { developmentProvider, nameOrganisations, type AccessOptions, type DevelopmentProvider } from '@exeat/auth';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ConfigProblems, type Config } from '../config/config.js';

export interface Access {
  readonly options: AccessOptions;
  /** Present where this process serves the development provider. */
  readonly provider?: DevelopmentProvider;
}

const organisationsSchema = z.record(z.string().min(1), z.string().min(1));

/** What signing in depends on, from the configuration; with the development provider where it is on. */
export const accessFor = async (config: Config): Promise<Access> => {
  if (config.organisationsFile !== undefined)
    nameOrganisations(organisationsSchema.parse(JSON.parse(await readFile(config.organisationsFile, 'utf8'))));

  const { publicUrl, sessionIdleMinutes, sessionAbsoluteHours } = config;
  const provider =
    config.developmentProvider && !config.production
      ? await developmentProvider(publicUrl, config.dataFolder)
      : undefined;
  const named = { ...provider, ...given(config) };
  const { issuer, clientId, clientSecret, audience, sessionSecret } = named;
  if (!issuer || !clientId || !clientSecret || !audience || !sessionSecret)
    throw new ConfigProblems([
      'Without the development provider these are needed: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_AUDIENCE, SESSION_SECRET.',
    ]);
  const options: AccessOptions = {
    publicUrl,
    secureCookies: new URL(publicUrl).protocol === 'https:',
    sessionSecret,
    sessionIdleMinutes,
    sessionAbsoluteHours,
    issuer,
    clientId,
    clientSecret,
    audience,
    claims: { roles: config.rolesClaim, organisation: config.organisationClaim },
  };
  return { options, ...(provider && { provider }) };
};

/** Set variables come before what the development provider knows; it has no place for another issuer. */
const given = ({
  developmentProvider: on,
  production,
  issuer,
  clientId,
  clientSecret,
  audience,
  sessionSecret,
}: Config) => ({
  ...(sessionSecret !== undefined && { sessionSecret }),
  ...((!on || production) && {
    ...(issuer !== undefined && { issuer }),
    ...(clientId !== undefined && { clientId }),
    ...(clientSecret !== undefined && { clientSecret }),
    ...(audience !== undefined && { audience }),
  }),
});
