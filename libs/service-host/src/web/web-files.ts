import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type Request, type RequestHandler } from 'express';
import { webPagePolicy } from '../http/security-headers.js';

/** What the build leaves in the page where the nonce of a request goes (`html.cspNonce` of apps/web/vite.config.ts). */
const nonceMark = 'EXEAT-NONCE';
/** The forms in which the build leaves each file, the smallest first. */
const compressed = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * The web client: its files, compressed when they were built and kept for ever by their names, and its one page, which
 * answers every address that is for people. The page is never kept, and its scripts and styles run by a nonce that is new
 * with each request. Undefined where no client is in the folder.
 */
export const webFiles = (folder: string, tls: boolean): RequestHandler[] | undefined => {
  const pageFile = join(folder, 'index.html');
  if (!existsSync(pageFile)) return undefined;
  return [
    ...assets(folder),
    (request, response, next) => {
      if (!isForPeople(request) || !existsSync(pageFile)) return next();
      // Read each time, so that the page and its files belong together while the web is being built anew.
      const page = readFileSync(pageFile, 'utf8');
      const nonce = randomBytes(16).toString('base64');
      response.setHeader('Content-Security-Policy', webPagePolicy(nonce, tls));
      response.setHeader('Cache-Control', 'no-store');
      response.type('html').send(page.replaceAll(nonceMark, nonce));
    },
  ];
};

/** A file's name changes with its content, so whoever has it may keep it. One that is gone is left to others. */
const assets = (folder: string): RequestHandler[] => {
  const files = express.static(folder, {
    index: false,
    redirect: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const [encoding] = compressed.find(([, end]) => path.endsWith(end)) ?? [];
      if (encoding !== undefined) {
        response.setHeader('Content-Encoding', encoding);
        response.type(extname(path.slice(0, -extname(path).length)));
      }
      response.setHeader('Vary', 'Accept-Encoding');
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    },
  });
  return [
    (request, response, next) => {
      if (!request.path.startsWith('/assets/')) return next();
      const [, form = ''] = compressed.find(([encoding]) => request.acceptsEncodings(encoding)) ?? [];
      const plain = request.url;
      // Small files are not compressed; neither are those that are so by themselves.
      request.url = existsSync(join(folder, request.path + form)) ? request.path + form : plain;
      files(request, response, (error?: unknown) => {
        request.url = plain;
        next(error);
      });
    },
  ];
};

/** Addresses of screens have no dot in their last step: a file that is missing is missing, not a page. */
const isForPeople = ({ method, path }: Pick<Request, 'method' | 'path'>): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !/^\/(api|auth|health|development|assets)(\/|$)/.test(path) &&
  !/\.[^/]*$/.test(path);
