type Headers = Readonly<Record<string, string | string[] | undefined>>;

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that a cookie vouches for may come from another site. Browsers say where a request comes from, in
 * `Sec-Fetch-Site` or at least in `Origin`, and no page can change that; a request that says neither is not trusted.
 * Only our own origin is: a neighbour on the same site may be somebody else's page.
 */
export const mayBeForged = (method: string, headers: Headers, ownOrigin: string): boolean => {
  if (harmless.has(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  return headers['origin'] !== ownOrigin;
};
