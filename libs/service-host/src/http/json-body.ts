import express, { type RequestHandler } from 'express';
import { problemError } from '../problems/problem-error.js';

const mostBytes = 1_048_576;

const withBody = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const types = ['application/json', 'application/merge-patch+json'];
const json = express.json({ limit: mostBytes, type: types, strict: true, inflate: false });

/**
 * Reads JSON bodies of at most 1 MB. Refusals: 415 UNSUPPORTED_MEDIA_TYPE, 413 BODY_TOO_LARGE, 400 MALFORMED_JSON.
 * Compressed bodies are not taken: a small one can hold a very large one.
 */
export const jsonBody: RequestHandler = (request, response, next) => {
  const { headers, method } = request;
  const empty = headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0';
  if (!withBody.has(method) || empty) return next();
  if (!request.is(types))
    return next(
      problemError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body as JSON, with Content-Type: application/json.'),
    );
  json(request, response, (error?: unknown) => next(error === undefined ? undefined : bodyProblem(error)));
};

const bodyProblem = (error: unknown): unknown => {
  const { type = '', status } = (error ?? {}) as { type?: string; status?: number };
  if (type === 'entity.too.large')
    return problemError(413, 'BODY_TOO_LARGE', `A body may have at most ${mostBytes} bytes.`);
  if (status === 415) return problemError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body uncompressed, in UTF-8.');
  if (typeof status === 'number' && status < 500)
    return problemError(400, 'MALFORMED_JSON', 'The body is not well-formed JSON: an object or a list is expected.');
  return error;
};
