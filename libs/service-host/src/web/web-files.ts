import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, RequestHandler } from 'express';
import sirv from 'sirv';
import { webPagePolicy } from '../http/security-headers.js';

/** What the build leaves in the page where the nonce of a request goes (`html.cspNonce` of apps/web/vite.config.ts). */
const nonceMark = 'EXEAT-NONCE';
/** A year: the name of a file changes with its content. */
const forEverSeconds = 31_536_000;

/**
 * The web client: its files, compressed when they were built and kept for ever by their names, and its one page, which
 * answers every address that is for people. The page is never kept, and its scripts and styles run by a nonce that is new
 * with each request. Undefined where no client is in the folder.
 */
export const webFiles = (folder: string, tls: boolean): RequestHandler[] | undefined => {
  const pageFile = join(folder, 'index.html');
  if (!existsSync(pageFile)) return undefined;
  const page = readFileSync(pageFile, 'utf8');
  const files = sirv(folder, { brotli: true, gzip: true, etag: true, immutable: true, maxAge: forEverSeconds });
  return [
    (request, response, next) => (request.path.startsWith('/assets/') ? files(request, response, next) : next()),
    (request, response, next) => {
      if (!isForPeople(request)) return next();
      const nonce = randomBytes(16).toString('base64');
      response.setHeader('Content-Security-Policy', webPagePolicy(nonce, tls));
      response.setHeader('Cache-Control', 'no-store');
      response.type('html').send(page.replaceAll(nonceMark, nonce));
    },
  ];
};

/** Addresses of screens have no dot in their last step: a file that is missing is missing, not a page. */
const isForPeople = ({ method, path }: Pick<Request, 'method' | 'path'>): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !/^\/(api|auth|health|development|assets)(\/|$)/.test(path) &&
  !/\.[^/]*$/.test(path);
