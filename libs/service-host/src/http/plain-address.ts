import type { RequestHandler } from 'express';
import { problemError } from '../problems/problem-error.js';

/** Refuses a path that cannot be decoded, or that holds control characters, which name nothing: 400 MALFORMED_ADDRESS. */
export const plainAddress: RequestHandler = (request, _response, next) =>
  next(isPlain(request.path) ? undefined : problemError(400, 'MALFORMED_ADDRESS', 'The address is not well-formed.'));

const isPlain = (path: string): boolean => {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
};
