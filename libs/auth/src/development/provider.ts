import { randomBytes } from 'node:crypto';
import express, { Router, type Request, type Response } from 'express';
import type { ClientMetadata, Configuration, Interaction, Provider } from 'oidc-provider';
import { MemoryAdapter } from './memory-adapter.js';
import { personaPage } from './persona-page.js';
import { machinePersonas, personas } from './personas.js';
import { developmentSecrets, type DevelopmentSecrets } from './secrets.js';

/** Where Exeat serves the provider in development. */
export const developmentIssuerPath = '/development/identity';
export const developmentAudience = 'urn:exeat:api';
const clientId = 'exeat';

export interface DevelopmentProvider {
  readonly issuer: string;
  readonly audience: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly sessionSecret: string;
  /** Serves the provider; mount it at `developmentIssuerPath`, before anything reads a request's body. */
  readonly router: Router;
}

/**
 * A real OpenID provider (oidc-provider) with invented people, for development and tests: signing in takes the same
 * redirects as in production, without passwords. Keys and secrets are made at first start and kept in the data folder.
 */
export const developmentProvider = async (publicUrl: string, dataFolder: string): Promise<DevelopmentProvider> => {
  const secrets = await developmentSecrets(dataFolder);
  const issuer = new URL(developmentIssuerPath, publicUrl).href;
  // Loaded here alone: production has no use for it.
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(issuer, configuration(publicUrl, secrets));
  const { clientSecret, sessionSecret } = secrets;
  return { issuer, audience: developmentAudience, clientId, clientSecret, sessionSecret, router: pages(provider) };
};

const configuration = (publicUrl: string, secrets: DevelopmentSecrets): Configuration => ({
  adapter: MemoryAdapter,
  clients: [
    {
      client_id: clientId,
      client_secret: secrets.clientSecret,
      redirect_uris: [new URL('/auth/callback', publicUrl).href],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
    ...machinePersonas.map(({ clientId: id }): ClientMetadata => ({
      client_id: id,
      client_secret: secrets.machineSecrets[id] ?? randomBytes(32).toString('base64url'),
      redirect_uris: [],
      grant_types: ['client_credentials'],
      response_types: [],
    })),
  ],
  jwks: { keys: [secrets.signingKey] },
  cookies: { keys: [secrets.cookieKey] },
  scopes: ['openid', 'exeat'],
  claims: { openid: ['sub'], exeat: ['name', 'roles', 'organisation', 'amr'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  ttl: { Interaction: 3_600, Session: 3_600, Grant: 3_600, AccessToken: 600, ClientCredentials: 600, IdToken: 600 },
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    clientCredentials: { enabled: true },
    // Access tokens are JWTs for one audience, and only programs ask for them.
    resourceIndicators: {
      enabled: true,
      defaultResource: () => developmentAudience,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: '',
        audience: developmentAudience,
        accessTokenFormat: 'jwt',
        accessTokenTTL: 600,
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  },
  findAccount: (_context, id) => {
    const persona = personas.find((each) => each.id === id);
    if (!persona) return undefined;
    const { name, roles, organisation, amr } = persona;
    return { accountId: id, claims: () => ({ sub: id, name, roles, organisation, amr }) };
  },
  extraTokenClaims: (_context, token) => {
    const machine =
      token.kind === 'ClientCredentials' && machinePersonas.find((each) => each.clientId === token.clientId);
    return machine ? { name: machine.name, roles: machine.roles, organisation: machine.organisation } : undefined;
  },
  interactions: { url: (_context, { uid }) => `${developmentIssuerPath}/who/${uid}` },
  // Exeat is the only client people sign in to: nothing to consent to.
  loadExistingGrant: async ({ oidc: { provider, session, client } }) => {
    if (!client || !session?.accountId) return undefined;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid exeat');
    await grant.save();
    return grant;
  },
});

const pages = (provider: Provider): Router => {
  const router = Router();
  router.get('/who/:uid', async (request, response) => {
    const interaction = await asked(provider, request, response);
    if (!interaction) return;
    const { uid } = interaction;
    const nonce = randomBytes(16).toString('base64');
    response
      .set(
        'Content-Security-Policy',
        `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; frame-ancestors 'none'`,
      )
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(personaPage(`${developmentIssuerPath}/who/${uid}`, nonce));
  });
  router.post('/who/:uid', express.urlencoded({ extended: false, limit: '1kb' }), async (request, response) => {
    const { persona: chosen } = (request.body ?? {}) as { persona?: unknown };
    const persona = personas.find(({ id }) => id === chosen);
    if (!persona) return void response.redirect(303, request.originalUrl);
    const interaction = await asked(provider, request, response);
    if (!interaction) return;
    await forgetWhoItWas(provider, interaction);
    await provider.interactionFinished(request, response, {
      login: { accountId: persona.id, amr: [...persona.amr], remember: false },
    });
  });
  router.use(provider.callback());
  return router;
};

/** What is to be answered; who comes back to it by the back button, or too late, is led to the start page. */
const asked = async (provider: Provider, request: Request, response: Response): Promise<Interaction | undefined> => {
  const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
  if (!interaction) response.redirect(303, '/');
  return interaction;
};

/**
 * In one browser one is Nora now and Lena a moment later. The provider asks each time and remembers nobody, so its session
 * is to know of nobody: else it refuses the second, as it cannot sign out the first.
 */
const forgetWhoItWas = async (provider: Provider, interaction: Interaction): Promise<void> => {
  const session = interaction.session && (await provider.Session.findByUid(interaction.session.uid));
  delete interaction.session;
  await interaction.persist();
  if (!session) return;
  delete session.accountId;
  delete session.authorizations;
  await session.persist();
};
