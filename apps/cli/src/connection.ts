import * as oidc from 'openid-client';
import type { Settings } from './settings.js';

/** What went wrong, in words for the terminal, and the exit code it leads to. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: ExitCode,
  ) {
    super(message);
  }
}

/** 1 the answer is no (unequal, refused), 2 wrong use, 3 not there, 4 Exeat cannot be reached, 5 not allowed. */
type ExitCode = 1 | 2 | 3 | 4 | 5;

interface Problem {
  readonly code?: string;
  readonly detail?: string;
}

/** The public API, as a machine client that signs in by client credentials. */
export class Connection {
  private token: Promise<string> | undefined;

  constructor(private readonly settings: Settings) {}

  async get<T>(path: string): Promise<T> {
    return (await (await this.send('GET', path)).json()) as T;
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return (await (await this.send('POST', path, body)).json()) as T;
  }

  /** One JSON document a line, as they come. */
  async *lines<T>(path: string, body: unknown): AsyncGenerator<T> {
    const response = await this.send('POST', path, body);
    let waiting = '';
    try {
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        waiting += chunk;
        const whole = waiting.split('\n');
        waiting = whole.pop() ?? '';
        for (const line of whole) yield JSON.parse(line) as T;
      }
    } catch (error) {
      throw unreachable(this.settings.url, error);
    }
  }

  private async send(method: string, path: string, body?: unknown): Promise<Response> {
    const url = new URL(`/api/v1${path}`, this.settings.url);
    for (let last = false; ; last = true) {
      const headers = {
        authorization: `Bearer ${await (this.token ??= this.signIn())}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      };
      const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
      const response = await fetch(url, sent).catch((error: unknown) => {
        throw unreachable(this.settings.url, error);
      });
      if (response.ok) return response;
      const { code, detail } = (await response.json().catch(() => ({}))) as Problem;
      // Long work outlives a token.
      if (code === 'TOKEN_EXPIRED' && !last) this.token = undefined;
      else
        throw new Failure(`${code ?? response.status}: ${detail ?? response.statusText}`, exitCodeOf(response.status));
    }
  }

  private async signIn(): Promise<string> {
    const { issuer, clientId, clientSecret, url } = this.settings;
    if (!clientSecret)
      throw new Failure(`No secret for ${clientId}: set EXEAT_CLIENT_SECRET, or name the platform's DATA_FOLDER.`, 2);
    try {
      const insecure = issuer.startsWith('http:') ? { execute: [oidc.allowInsecureRequests] } : undefined;
      const config = await oidc.discovery(
        new URL(issuer),
        clientId,
        clientSecret,
        oidc.ClientSecretBasic(clientSecret),
        insecure,
      );
      return (await oidc.clientCredentialsGrant(config)).access_token;
    } catch (error) {
      if (error instanceof oidc.ResponseBodyError || error instanceof oidc.WWWAuthenticateChallengeError)
        throw new Failure(`The identity provider turned ${clientId} away: is its secret right?`, 5);
      throw unreachable(url, error);
    }
  }
}

const exitCodeOf = (status: number): ExitCode => {
  if (status >= 500) return 4;
  switch (status) {
    case 400:
    case 422:
      return 2;
    case 401:
    case 403:
      return 5;
    case 404:
      return 3;
    default:
      return 1;
  }
};

export const unreachable = (url: string, cause: unknown): Failure =>
  new Failure(`Exeat does not answer at ${url} (${reasonOf(cause)}). Is it running? npm start`, 4);

/** `fetch` says only that it failed; why stands in its cause. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.cause !== undefined) return reasonOf(error.cause);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
};
