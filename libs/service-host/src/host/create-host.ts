import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import {
  databaseRoleOf,
  developmentIssuerPath,
  productionProblems,
  sessionMiddleware,
  SessionStore,
} from '@exeat/auth';
import type { RequestHandler } from 'express';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { SystemClock, type ClockSource } from '../clock/clock-source.js';
import { ConfigProblems, type Config } from '../config/config.js';
import type { Dependency, Readiness } from '../health/readiness.js';
import { jsonBody } from '../http/json-body.js';
import { exceptUploads } from '../input/upload.js';
import { plainAddress } from '../http/plain-address.js';
import { requestBound } from '../http/rate-limit.js';
import { requestId } from '../http/request-id.js';
import { apiPrefix, atRoot, routesOf } from '../http/routes.js';
import { readingPageHeaders, securityHeaders } from '../http/security-headers.js';
import { unknownRoute } from '../http/unknown-route.js';
import { makeLogger, nestLogger, requestLog } from '../logging/logger.js';
import { openApiDocument } from '../openapi/document.js';
import { routeProblems } from '../openapi/start-checks.js';
import { problemHandler } from '../problems/problem-filter.js';
import { accessFor, type Access } from './access.js';
import { webFiles } from '../web/web-files.js';
import { HostAdapter } from './host-adapter.js';
import { HostModule } from './host-module.js';
import { stopServer } from './stop.js';

export interface HostOptions {
  /** Of the service, for its log. */
  readonly name: string;
  readonly version: string;
  readonly config: Config;
  /** Connections as the role that serves; sessions are kept there. The host does not end it. */
  readonly pool: Pool;
  /** The contexts, views and whatever else has routes or handlers. */
  readonly modules: readonly (Type | DynamicModule)[];
  /** What every module may ask for: the event store, the policy, `ViewProgress`. */
  readonly provide?: readonly Provider[];
  readonly clock?: ClockSource;
  /** What has to be there for requests to be answered, besides Postgres. */
  readonly dependencies?: readonly Dependency[];
  readonly logger?: Logger;
  /** Where the built web client is; without one the start page is the reading page of the API. */
  readonly web?: string;
  /** How long requests under way may take to end when stopping. */
  readonly graceMs?: number;
}

export interface Host {
  readonly app: NestExpressApplication;
  readonly log: Logger;
  readonly document: OpenAPIObject;
  /** Listens; gives the address. */
  start(): Promise<string>;
  /** Adds something to be stopped, after the requests; what was added last is stopped first. */
  beforeEnd(name: string, stop: () => Promise<unknown>): void;
  /** Stops in order: not ready, no new requests, requests under way, what was added, the application. */
  close(): Promise<void>;
}

/** Makes an application of modules, ready to listen. Throws `ConfigProblems` with all that forbids the start. */
export const createHost = async (options: HostOptions): Promise<Host> => {
  const { name, version, config, pool, modules, provide = [], clock = new SystemClock(), dependencies = [] } = options;
  const log = options.logger ?? makeLogger(name, config.logLevel);
  const access = await accessFor(config);
  if (config.production) await refuseUnfit(config, access, pool);

  // A connection that is lost while nobody uses it must not end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'A connection to Postgres was lost'));
  const stopping = new AbortController();
  const readiness: Readiness = { dependencies: [postgres(pool), ...dependencies], stopping: stopping.signal };
  const root = HostModule.of({
    modules,
    provide,
    clock,
    access: access.options,
    readiness,
    log,
    production: config.production,
  });
  const app = await NestFactory.create<NestExpressApplication>(root, new HostAdapter(), {
    bodyParser: false,
    logger: nestLogger(log),
    abortOnError: false,
  });
  const idleSeconds = access.options.sessionIdleMinutes * 60;
  const store = new SessionStore({ pool, idleSeconds, log: (...problem) => log.warn({ problem }, 'Sessions') });
  const web = options.web === undefined ? undefined : webFiles(options.web, access.options.secureCookies);
  if (options.web !== undefined && !web) log.warn({ folder: options.web }, 'The web is not built: npm run build');
  layMiddleware(app, config, access, store, log, web);

  const routes = routesOf(app);
  const problems = routeProblems(routes);
  if (problems.length > 0) throw new ConfigProblems(problems);
  const document = openApiDocument(routes, version);
  SwaggerModule.setup(`${apiPrefix}/docs`, app, document, {
    raw: ['json'],
    jsonDocumentUrl: `${apiPrefix}/openapi.json`,
  });
  await app.init();
  app.use(unknownRoute(routes), problemHandler(log));

  const ends: { name: string; stop: () => Promise<unknown> }[] = [];
  return {
    app,
    log,
    document,
    start: async () => {
      await app.listen(config.port, config.host);
      return config.publicUrl;
    },
    beforeEnd: (name, stop) => void ends.unshift({ name, stop }),
    close: async () => {
      if (stopping.signal.aborted) return;
      stopping.abort();
      await stopServer(app.getHttpServer(), options.graceMs ?? 5_000);
      for (const { name, stop } of ends)
        await stop().catch((error: unknown) => log.error({ err: error }, `${name} did not stop in order`));
      store.close();
      await app.close();
    },
  };
};

const postgres = (pool: Pool): Dependency => ({
  name: 'postgres',
  check: async () => {
    await pool.query('SELECT 1');
    return undefined;
  },
});

const refuseUnfit = async (config: Config, { options }: Access, pool: Pool): Promise<void> => {
  const { developmentProvider } = config;
  const problems = productionProblems({ ...options, developmentProvider, databaseRole: await databaseRoleOf(pool) });
  if (problems.length > 0) throw new ConfigProblems(problems);
};

const toReadingPage: RequestHandler = (request, response, next) =>
  request.method === 'GET' && request.path === '/' ? response.redirect(303, `/${apiPrefix}/docs`) : next();

/** What every request passes, in this order, before it reaches a route. */
const layMiddleware = (
  app: NestExpressApplication,
  config: Config,
  { options, provider }: Access,
  store: SessionStore,
  log: Logger,
  web: RequestHandler[] = [toReadingPage],
): void => {
  app.disable('x-powered-by').disable('etag').set('trust proxy', config.trustedProxies);
  app.use(requestId, requestLog(log), ...securityHeaders(options.secureCookies));
  app.use('/auth', requestBound('sign-in', config.signInsPerMinute));
  if (provider) app.use(developmentIssuerPath, provider.router);
  app.use(...web);
  app.use('/api', requestBound('api', config.requestsPerMinute), plainAddress);
  app.use(`/${apiPrefix}/docs`, readingPageHeaders);
  app.use(['/api', '/auth'], ...sessionMiddleware(options, store));
  app.use(exceptUploads(routesOf(app), jsonBody));
  app.setGlobalPrefix(apiPrefix, { exclude: atRoot.map((first) => `${first}/{*rest}`) });
};
