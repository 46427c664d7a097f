/** Where to go after signing in: a place on our own site, or the start page where anything else was asked for. */
export const safeReturn = (asked: unknown, publicUrl: string): string => {
  if (typeof asked !== 'string' || !asked.startsWith('/') || asked.length > 2000) return '/';
  if (!URL.canParse(asked, publicUrl)) return '/';
  const url = new URL(asked, publicUrl);
  // A path that begins with two slashes would be another host to the browser: `/.//host` comes to that.
  const isOurs = url.origin === new URL(publicUrl).origin && !url.pathname.startsWith('//');
  return isOurs ? `${url.pathname}${url.search}${url.hash}` : '/';
};
