import { roles, type Actor, type Assurance, type Role } from '@exeat/kernel';
import type { ClaimNames } from './access-options.js';

type Claims = Readonly<Record<string, unknown>>;

/** Authentication methods (RFC 8176) that stand for more than one factor, or for one that cannot be phished. */
const strongMethods = new Set(['mfa', 'hwk', 'sc']);

/**
 * How strongly a person was authenticated. Judged by `amr` alone: an `acr` means what its provider says it means, so a
 * provider that reports strength there gets its own line here, with a test.
 */
export const assuranceOf = ({ amr }: Claims): Assurance =>
  Array.isArray(amr) && amr.some((method) => strongMethods.has(String(method))) ? 'multi-factor' : 'single-factor';

/** The person behind a verified ID token; undefined where it names no role or organisation that Exeat knows. */
export const personFrom = (claims: Claims, names: ClaimNames): Actor | undefined =>
  actor(claims, names, text(claims['sub']), assuranceOf(claims));

/**
 * The machine client behind a verified access token; it acts for its organisation. Undefined where the token was given
 * to a person (RFC 9068: a client's own token has the client as its subject), or names no known role or organisation.
 */
export const machineFrom = (claims: Claims, names: ClaimNames): Actor | undefined => {
  const clientId = text(claims['client_id']);
  if (clientId === undefined || claims['sub'] !== clientId) return undefined;
  const machine = actor(claims, names, `client:${clientId}`, 'machine');
  return machine && { ...machine, onBehalfOf: machine.organisation };
};

const actor = (claims: Claims, names: ClaimNames, id: string | undefined, assurance: Assurance): Actor | undefined => {
  const organisation = text(claims[names.organisation]);
  const held = rolesIn(claims[names.roles]);
  if (id === undefined || organisation === undefined || held.length === 0) return undefined;
  return { id, name: text(claims['name']) ?? id, roles: held, organisation, assurance };
};

/**
 * `system` is Exeat itself: no token can make anybody that. Names that Exeat does not know are left out. Whoever acts
 * for a company acts for that company alone: no role of the authority counts beside it.
 */
const rolesIn = (claim: unknown): readonly Role[] => {
  const named = Array.isArray(claim) ? claim : [];
  const held = roles.filter((role) => role !== 'system' && named.includes(role));
  return held.includes('exporter') ? ['exporter'] : held;
};

const text = (claim: unknown): string | undefined =>
  typeof claim === 'string' && claim.length > 0 && claim.length <= 200 ? claim : undefined;
