import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { AccessDenied } from './access-denied.js';
import { AccessOptions } from './access-options.js';

/**
 * What the identity provider says of itself. Asked for when first needed, not at start: Exeat starts while the provider
 * is away, and the development provider is served by Exeat itself. A failure is not remembered.
 */
@Injectable()
export class IdentityProvider {
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(private readonly options: AccessOptions) {}

  /** Throws 503 IDENTITY_PROVIDER_UNAVAILABLE. */
  configuration(): Promise<oidc.Configuration> {
    this.discovered ??= this.discover().catch((cause: unknown) => {
      this.discovered = undefined;
      const sentence = 'The identity provider does not answer. Try again in a moment.';
      throw new AccessDenied(503, 'IDENTITY_PROVIDER_UNAVAILABLE', sentence, cause);
    });
    return this.discovered;
  }

  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.options;
    // Plain http is for a provider on this computer; production refuses an issuer without TLS at start.
    const execute = new URL(issuer).protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(new URL(issuer), clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
      execute,
      timeout: 5,
    });
  }
}
