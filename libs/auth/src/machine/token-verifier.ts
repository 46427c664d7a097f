import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@exeat/kernel';
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { AccessDenied } from '../access/access-denied.js';
import { AccessOptions } from '../access/access-options.js';
import { machineFrom } from '../access/actor-from-claims.js';
import { IdentityProvider } from '../access/identity-provider.js';

/** Signatures that are believed; a token cannot choose another. */
const algorithms = ['RS256', 'ES256'];
const mostRemembered = 1_000;

/**
 * Verifies access tokens of machine clients (RFC 9068) against the provider's published keys: signature, issuer,
 * audience, kind and end. A token that was verified is remembered by its digest until it ends.
 */
@Injectable()
export class TokenVerifier {
  private readonly verified = new Map<string, { readonly actor: Actor; readonly endsAt: number }>();
  private keys: JWTVerifyGetKey | undefined;

  constructor(
    private readonly options: AccessOptions,
    private readonly identity: IdentityProvider,
  ) {}

  /** Throws 401 TOKEN_INVALID, 401 TOKEN_EXPIRED, 503 IDENTITY_PROVIDER_UNAVAILABLE. */
  async verify(token: string): Promise<Actor> {
    const digest = createHash('sha256').update(token).digest('base64');
    const known = this.verified.get(digest);
    if (known && known.endsAt > Date.now()) return known.actor;

    const { actor, endsAt } = await this.judge(token);
    for (const oldest of this.verified.keys()) {
      if (this.verified.size < mostRemembered) break;
      this.verified.delete(oldest);
    }
    this.verified.set(digest, { actor, endsAt });
    return actor;
  }

  private async judge(token: string): Promise<{ actor: Actor; endsAt: number }> {
    const { issuer, audience, claims } = this.options;
    const keys = await this.publishedKeys();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms,
        typ: 'at+jwt',
        requiredClaims: ['exp', 'sub', 'client_id'],
      });
      const actor = machineFrom(payload, claims);
      if (!actor || payload.exp === undefined) throw invalid();
      return { actor, endsAt: payload.exp * 1_000 };
    } catch (error) {
      throw turnedAway(error);
    }
  }

  private async publishedKeys(): Promise<JWTVerifyGetKey> {
    if (this.keys) return this.keys;
    const { jwks_uri: uri } = (await this.identity.configuration()).serverMetadata();
    if (uri === undefined) throw new Error('The identity provider publishes no keys (jwks_uri).');
    return (this.keys = createRemoteJWKSet(new URL(uri), { timeoutDuration: 5_000 }));
  }
}

const invalid = (cause?: unknown): AccessDenied =>
  new AccessDenied(401, 'TOKEN_INVALID', 'The access token is not one of a machine client of Exeat.', cause);

const turnedAway = (error: unknown): AccessDenied => {
  if (error instanceof AccessDenied) return error;
  if (error instanceof errors.JWTExpired)
    return new AccessDenied(
      401,
      'TOKEN_EXPIRED',
      'The access token has expired. Ask the identity provider for a new one.',
      error,
    );
  if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) return invalid(error);
  const sentence = 'The identity provider does not answer. Try again in a moment.';
  return new AccessDenied(503, 'IDENTITY_PROVIDER_UNAVAILABLE', sentence, error);
};
