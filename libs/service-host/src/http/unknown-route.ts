import type { RequestHandler } from 'express';
import { problemError, ProblemError } from '../problems/problem-error.js';
import { formOf, type Route } from './routes.js';

/** The end of the line: 405 METHOD_NOT_ALLOWED where the path is known for other methods, 404 NOT_FOUND otherwise. */
export const unknownRoute = (routes: readonly Route[]): RequestHandler => {
  const known = routes.map(({ method, path }) => ({ method, form: formOf(path) }));
  return (request, _response, next) => {
    const methods = new Set(known.filter(({ form }) => form.test(request.path)).map(({ method }) => method));
    if (methods.size === 0) return next(problemError(404, 'NOT_FOUND', 'There is nothing at this address.'));
    if (methods.has('GET')) methods.add('HEAD');
    const allow = [...methods].sort().join(', ');
    const sentence = `This address takes ${allow}.`;
    next(new ProblemError([{ code: 'METHOD_NOT_ALLOWED', sentence }], { status: 405, headers: { Allow: allow } }));
  };
};
