import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { ProblemError } from '../problems/problem-error.js';

/**
 * Bounds how often one address asks, and tells it in the structured `RateLimit` headers. The count is kept by each
 * process for itself. No bound where `perMinute` is 0.
 */
export const requestBound = (name: string, perMinute: number): RequestHandler =>
  perMinute === 0
    ? (_request, _response, next) => next()
    : rateLimit({
        windowMs: 60_000,
        limit: perMinute,
        identifier: name,
        standardHeaders: 'draft-8',
        legacyHeaders: false,
        handler: (_request, response, next) => {
          const sentence = `More than ${perMinute} requests in a minute. Wait until the time in Retry-After has passed.`;
          const seconds = Number(response.getHeader('Retry-After')) || 60;
          next(
            new ProblemError([{ code: 'TOO_MANY_REQUESTS', sentence }], { status: 429, retryAfterSeconds: seconds }),
          );
        },
      });
