export { AdjustableClock } from './clock/adjustable-clock.js';
export { ClockSource, SystemClock } from './clock/clock-source.js';
export { ConfigProblems, isProduction, readConfig, type Config } from './config/config.js';
export { readFitConfig } from './config/fit-config.js';
export { configurationMarkdown, configurationTable } from './config/configuration-table.js';
export { variables } from './config/variables.js';
export { Readiness, type Dependency } from './health/readiness.js';
export { migrate, type Migration } from './database/migrate.js';
export { createHost, type Host, type HostOptions } from './host/create-host.js';
export { closeOnSignals } from './host/stop.js';
export { FromView, ViewProgress } from './http/from-view.js';
export {
  cursorIn,
  Page,
  Paged,
  pageOf,
  pageQuery,
  pageSchema,
  type Cursor,
  type PageAsk,
  type SortKind,
} from './http/paging.js';
export { routesOf, type Route } from './http/routes.js';
export { CaseId } from './input/case-id.js';
export { CommandEnvelope, envelopeFrom, type EnvelopeOptions } from './input/envelope.js';
export { parseBody, parseQuery } from './input/parse.js';
export { makeLogger } from './logging/logger.js';
export { serviceHostMigrations } from './migrations/service-host-migrations.js';
export { Documented, type Documentation } from './openapi/documented.js';
export { lostPostgres } from './problems/lost-postgres.js';
export { orProblem, readOrProblem, type Reading } from './problems/or-problem.js';
export { type ProblemDetails } from './problems/problem-details.js';
export { OperationsModule } from './operations/operations.http.js';
export { ProblemError, problemError, RefusalError } from './problems/problem-error.js';
export { statusOfRefusal } from './problems/refusal-status.js';
