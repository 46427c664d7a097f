/** Somebody (or some program) who is signed in; `fetch` takes paths such as `/api/v1/me`. */
export interface SignedInClient {
  readonly baseUrl: string;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** The headers that vouch for them: what `fetch` adds, for other clients to use. */
  readonly headers: () => Readonly<Record<string, string>>;
}

interface SignedInPerson extends SignedInClient {
  /** Where the browser was sent after signing in: a path. */
  readonly arrivedAt: string;
}

const mostRedirects = 12;

/**
 * Signs in as a persona the way a browser does: follows the redirects to the development provider, chooses the persona
 * on its page, and comes back with a session cookie. Throws where any step does not go as expected.
 */
export const signInAs = async (baseUrl: string, personaId: string, returnTo?: string): Promise<SignedInPerson> => {
  const cookies = new CookieJar();
  const begin = new URL('/auth/sign-in', baseUrl);
  if (returnTo !== undefined) begin.searchParams.set('returnTo', returnTo);
  const choice = await follow(cookies, begin);
  if (choice.response.status !== 200) throw await unexpected('The page of personas did not come', choice.response);
  const back = await follow(cookies, choice.url, { method: 'POST', body: new URLSearchParams({ persona: personaId }) });
  const client = clientWith(baseUrl, () => ({ cookie: cookies.header(), origin: new URL(baseUrl).origin }), cookies);
  const me = await client.fetch('/api/v1/me');
  if (!me.ok) throw await unexpected(`Signing in as ${personaId} ended at ${back.url.pathname}`, me);
  await Promise.all([me.body?.cancel(), back.response.body?.cancel()]);
  return { ...client, arrivedAt: back.response.headers.get('location') ?? '/' };
};

/** Signs in a program by its client id and secret (client credentials). The token lives ten minutes. */
export const signInAsClient = async (
  baseUrl: string,
  clientId: string,
  clientSecret: string,
): Promise<SignedInClient> => {
  const response = await fetch(new URL('/development/identity/token', baseUrl), {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!response.ok) throw await unexpected(`No token for ${clientId}`, response);
  const { access_token: token } = (await response.json()) as { access_token: string };
  return clientWith(baseUrl, () => ({ authorization: `Bearer ${token}` }));
};

const clientWith = (baseUrl: string, headers: () => Record<string, string>, cookies?: CookieJar): SignedInClient => ({
  baseUrl,
  headers,
  fetch: async (path, init = {}) => {
    const sent = new Headers(init.headers);
    for (const [name, value] of Object.entries(headers())) if (!sent.has(name)) sent.set(name, value);
    const response = await fetch(new URL(path, baseUrl), { redirect: 'manual', ...init, headers: sent });
    cookies?.keep(response);
    return response;
  },
});

const follow = async (
  cookies: CookieJar,
  from: URL,
  init: RequestInit = {},
): Promise<{ url: URL; response: Response }> => {
  let url = from;
  let request = init;
  for (let hop = 0; hop < mostRedirects; hop++) {
    const response = await fetch(url, {
      ...request,
      redirect: 'manual',
      headers: { cookie: cookies.header(), origin: url.origin },
    });
    cookies.keep(response);
    const location = response.headers.get('location');
    // Arrived: a page, an error, or the way back to our own site, which may have no start page.
    if (location === null || url.pathname === '/auth/callback') return { url, response };
    await response.body?.cancel();
    url = new URL(location, url);
    request = {};
  }
  throw new Error(`Signing in went round in circles, last at ${url.pathname}.`);
};

const unexpected = async (what: string, response: Response): Promise<Error> =>
  new Error(`${what}: ${response.status} ${(await response.text()).slice(0, 500)}`);

/** Cookies of one host. Paths are not looked at: sending a cookie to a page that ignores it does no harm here. */
class CookieJar {
  private readonly cookies = new Map<string, string>();

  keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      const expires = attributes.find((attribute) => attribute.toLowerCase().startsWith('expires='))?.slice(8);
      if (value === '' || (expires !== undefined && Date.parse(expires) <= Date.now())) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
