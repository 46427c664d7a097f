import type { RequestHandler } from 'express';
import helmet from 'helmet';

const directives = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
};

/** Headers of every answer. Nothing may be kept by a cache: what one person may see, the next may not. */
export const securityHeaders = (tls: boolean): RequestHandler[] => [
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...directives, ...(tls && { upgradeInsecureRequests: [] }) },
    },
    strictTransportSecurity: tls,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  }) as RequestHandler,
  (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  },
];

/** The reading page of the API brings its styles in the page itself; its scripts are files as everywhere. */
export const readingPageHeaders: RequestHandler = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: { ...directives, styleSrc: ["'self'", "'unsafe-inline'"] },
}) as RequestHandler;

/**
 * The policy of the web client's page: scripts and styles that carry the nonce of the request, and what such scripts load.
 * No text becomes a script, wherever it comes from (Trusted Types).
 */
export const webPagePolicy = (nonce: string, tls: boolean): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    ...(tls ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
