import { developmentAudience, developmentSecrets, type SignedInClient } from '@exeat/auth';
import type { Role } from '@exeat/kernel';
import { importJWK, SignJWT } from 'jose';

interface MachineClient {
  readonly roles: readonly Role[];
  readonly organisation: string;
}

/**
 * Combinations of roles and organisations that no persona has, and that separation of duties is about. They come by a
 * token that the development provider's own key has signed.
 */
const clients: Readonly<Record<string, MachineClient>> = {
  'client:reviewing-countersigner': { roles: ['technical-reviewer', 'countersigner'], organisation: 'bis' },
  'client:reviewing-officer': { roles: ['technical-reviewer', 'licensing-officer'], organisation: 'bis' },
  'client:signing-officer': { roles: ['licensing-officer', 'countersigner'], organisation: 'bis' },
  'client:twofold-reviewer': { roles: ['technical-reviewer', 'security-reviewer'], organisation: 'state' },
  'client:officer-of-northgate': { roles: ['licensing-officer'], organisation: 'northgate' },
  'client:reviewer-of-treasury': { roles: ['security-reviewer'], organisation: 'treasury' },
  'client:exporter-and-auditor': { roles: ['exporter', 'auditor'], organisation: 'blueharbor' },
};

/** A token for a machine client, as the provider would have signed it, ending in so many seconds. */
export const tokenFor = async (url: string, dataFolder: string, id: string, seconds = 600): Promise<string> => {
  const client = clients[id];
  if (!client) throw new Error(`There is no machine client ${id}.`);
  const { signingKey } = await developmentSecrets(dataFolder);
  const name = id.replace('client:', '');
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    ...client,
    iss: `${url}/development/identity`,
    aud: developmentAudience,
    sub: name,
    client_id: name,
  };
  return new SignJWT({ ...claims, iat: now - 60, exp: now + seconds })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: signingKey['kid'] ?? '' })
    .sign(await importJWK(signingKey, 'RS256'));
};

/** The same, signed in. */
export const machineClient = async (url: string, dataFolder: string, id: string): Promise<SignedInClient> => {
  const headers = { authorization: `Bearer ${await tokenFor(url, dataFolder, id)}` };
  return {
    baseUrl: url,
    headers: () => headers,
    fetch: (path, init = {}) =>
      fetch(new URL(path, url), { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), ...headers } }),
  };
};
