import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Actor } from '@exeat/kernel';
import { Strategy as OidcStrategy, type VerifyFunction } from 'openid-client/passport';
import type { TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import type { Request } from 'express';
import { Strategy, type StrategyCreated } from 'passport';
import { AccessDenied } from '../access/access-denied.js';
import { AccessOptions } from '../access/access-options.js';
import { personFrom } from '../access/actor-from-claims.js';
import { IdentityProvider } from '../access/identity-provider.js';

type Once = StrategyCreated<OidcStrategy>;
type Verdicts = Pick<Once, 'success' | 'fail' | 'redirect' | 'error'>;

/** openid-client's strategy (authorization code, PKCE always), made when the provider has been discovered. */
class DiscoveredStrategy extends Strategy {
  private strategy: OidcStrategy | undefined;

  constructor(
    private readonly identity: IdentityProvider,
    private readonly callbackUrl: string,
    private readonly verify: VerifyFunction,
  ) {
    super();
  }

  override authenticate(request: Request): void {
    this.discovered().then(
      (strategy) => {
        // passport gives its verdict functions to a copy of the strategy for each request; so do we.
        const verdicts: Verdicts = {
          success: (person) => this.success(person),
          fail: (challenge, status) => this.fail(challenge, status),
          redirect: (url, status) => this.redirect(url, status),
          error: (error) => this.error(error),
        };
        const once = Object.assign(Object.create(strategy) as OidcStrategy, verdicts) as Once;
        // Always asked anew: who signed out, or sits down at another's desk, is not let in by the provider's memory.
        OidcStrategy.prototype.authenticate.call(once, request, { prompt: 'login' });
      },
      (error: unknown) => this.error(error),
    );
  }

  private async discovered(): Promise<OidcStrategy> {
    const config = await this.identity.configuration();
    this.strategy ??= new OidcStrategy(
      { config, scope: 'openid exeat', callbackURL: this.callbackUrl, sessionKey: 'signingIn' },
      this.verify,
    );
    return this.strategy;
  }
}

type Tokens = TokenEndpointResponse & TokenEndpointResponseHelpers;

@Injectable()
export class SignInStrategy extends PassportStrategy(DiscoveredStrategy, 'sign-in') {
  constructor(
    identity: IdentityProvider,
    private readonly options: AccessOptions,
  ) {
    super(identity, new URL('/auth/callback', options.publicUrl).href);
  }

  /** The person the provider vouches for; throws 403 NOT_A_USER where it names no role here. */
  validate(tokens: Tokens): Actor {
    const actor = personFrom(tokens.claims() ?? {}, this.options.claims);
    if (!actor)
      throw new AccessDenied(403, 'NOT_A_USER', 'You are known, but you have no role in Exeat. Ask an administrator.');
    return actor;
  }
}
