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
