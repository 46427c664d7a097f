import { PolicyDataError } from '@exeat/policy';
import { NoEmbeddedPostgres } from '@exeat/postgres';
import { ConfigProblems, lostPostgres, type Config } from '@exeat/service-host';

/** Exeat does not start, or does not go on, for a reason that a person can mend: told as a sentence, without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** Told in words already, and with nothing to look up in a stack. */
const mendable = [CannotStart, ConfigProblems, NoEmbeddedPostgres, PolicyDataError];

/** Why a start failed, in words for the terminal. A defect of ours is told with its stack. */
export const toldAtStart = (error: unknown, config?: Pick<Config, 'host' | 'port'>): string => {
  if (mendable.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, syscall } = error as { code?: string; syscall?: string };
  if (config && syscall === 'listen') {
    const { host, port } = config;
    if (code === 'EADDRINUSE')
      return `Port ${port} of ${host} is taken by another program. End that one, or name another port: PORT=3001.`;
    if (code === 'EACCES') return `Port ${port} may not be used by this user. Name one above 1023: PORT=3000.`;
    if (code === 'EADDRNOTAVAIL') return `${host} is no address of this machine. Name another: HOST=127.0.0.1.`;
  }
  if (lostPostgres(error))
    return `The database cannot be reached (${reasonOf(error)}). Look at DATABASE_URL and DATABASE_OWNER_URL, and whether Postgres runs.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

const reasonOf = (error: unknown): string =>
  error instanceof AggregateError ? error.errors.map(reasonOf).join('; ') : error instanceof Error ? error.message : '';
