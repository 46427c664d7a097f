import type { LoggerService } from '@nestjs/common';
import type { RequestHandler } from 'express';
import { pino, type DestinationStream, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { requestIdOf } from '../http/request-id.js';

const secrets = [
  'req.headers.cookie',
  'req.headers.authorization',
  'req.headers["proxy-authorization"]',
  'res.headers["set-cookie"]',
  'password',
  'secret',
  'token',
  'connectionString',
  '*.password',
  '*.secret',
  '*.token',
];

/** One JSON line for each event, without secrets. */
export const makeLogger = (name: string, level: string, destination?: DestinationStream): Logger => {
  const options = { name, level, redact: { paths: secrets, censor: '[redacted]' } };
  return destination ? pino(options, destination) : pino(options);
};

/** One line for each request: how it was answered, not what was in it. */
export const requestLog = (logger: Logger): RequestHandler =>
  pinoHttp({
    logger,
    genReqId: requestIdOf,
    serializers: {
      req: ({ id, method, url = '' }: { id: unknown; method: string; url?: string }) => ({
        id,
        method,
        path: url.split('?', 1)[0],
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    },
    customLogLevel: (_request, { statusCode }, error) => (error || statusCode >= 500 ? 'warn' : 'debug'),
  }) as RequestHandler;

/** Nest's own messages, into the same log. */
export const nestLogger = (logger: Logger): LoggerService => ({
  log: (message: unknown, context?: unknown) => logger.debug({ context }, String(message)),
  warn: (message: unknown, context?: unknown) => logger.warn({ context }, String(message)),
  error: (message: unknown, stack?: unknown, context?: unknown) => logger.error({ context, stack }, String(message)),
  debug: (message: unknown, context?: unknown) => logger.debug({ context }, String(message)),
});
