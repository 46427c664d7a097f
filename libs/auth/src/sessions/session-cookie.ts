import type { CookieOptions } from 'express-session';
import type { AccessOptions } from '../access/access-options.js';

/**
 * The one cookie. It has no end of its own (the store knows when the session ends), no script can read it, other sites
 * can only follow links with it, and with TLS no neighbouring host can set it (`__Host-`).
 */
export const sessionCookie = ({ secureCookies }: Pick<AccessOptions, 'secureCookies'>) => ({
  name: secureCookies ? '__Host-exeat' : 'exeat',
  cookie: { httpOnly: true, sameSite: 'lax', secure: secureCookies, path: '/' } as const satisfies CookieOptions,
});
