/** What signing in depends on. Read from the configuration by the host, and given to everything here. */
export abstract class AccessOptions {
  /** Where people reach Exeat, without a path: `https://licences.example`. Cookies, redirects and origins follow it. */
  abstract readonly publicUrl: string;
  /** True behind TLS: cookies are `Secure` and carry the `__Host-` prefix. */
  abstract readonly secureCookies: boolean;
  abstract readonly sessionSecret: string;
  /** A session ends after this many minutes without a request. */
  abstract readonly sessionIdleMinutes: number;
  /** A session ends this many hours after signing in, used or not. */
  abstract readonly sessionAbsoluteHours: number;
  abstract readonly issuer: string;
  abstract readonly clientId: string;
  abstract readonly clientSecret: string;
  /** The audience that access tokens of machine clients must name. */
  abstract readonly audience: string;
  /** Names of the claims that hold roles and organisation. */
  abstract readonly claims: ClaimNames;
}

export interface ClaimNames {
  readonly roles: string;
  readonly organisation: string;
}
