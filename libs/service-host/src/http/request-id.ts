import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';

const plain = /^[A-Za-z0-9._-]{8,64}$/;

/** The request's name in the log: the sender's own (`X-Request-Id`) where it is plain, otherwise a new one. */
export const requestIdOf = (request: IncomingMessage & { exeatRequestId?: string }): string => {
  const sent = request.headers['x-request-id'];
  return (request.exeatRequestId ??= typeof sent === 'string' && plain.test(sent) ? sent : randomUUID());
};

export const requestId: RequestHandler = (request, response, next) => {
  response.setHeader('X-Request-Id', requestIdOf(request));
  next();
};
