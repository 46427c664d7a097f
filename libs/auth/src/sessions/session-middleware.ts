import type { RequestHandler } from 'express';
import session, { type Store } from 'express-session';
import passport from 'passport';
import type { AccessOptions } from '../access/access-options.js';
import { sessionCookie } from './session-cookie.js';

/**
 * Finds the session of a request and who it belongs to. A machine client brings a token instead and has no session, so
 * nothing is looked up for it. A visitor gets a session only by beginning to sign in.
 */
export const sessionMiddleware = (options: AccessOptions, store: Store): RequestHandler[] => {
  const found: RequestHandler[] = [
    session({
      ...sessionCookie(options),
      secret: options.sessionSecret,
      store,
      resave: false,
      saveUninitialized: false,
    }),
    passport.initialize() as RequestHandler,
    passport.session() as RequestHandler,
  ];
  return found.map(
    (step): RequestHandler =>
      (request, response, next) =>
        request.headers.authorization === undefined ? step(request, response, next) : next(),
  );
};
