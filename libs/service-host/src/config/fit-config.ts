import { databaseRoleOf, productionProblems, type DatabaseRole } from '@exeat/auth';
import pg from 'pg';
import { ConfigProblems, parseConfig, type Config } from './config.js';

/**
 * The configuration for a start. In production also judged for fitness, the role of DATABASE_URL included, before
 * anything is started or migrated. Throws `ConfigProblems` with all there are.
 */
export const readFitConfig = async (environment: NodeJS.ProcessEnv = process.env): Promise<Config> => {
  const { config, problems } = parseConfig(environment);
  const unfit = config.production ? await unfitness(config) : [];
  if (problems.length + unfit.length > 0) throw new ConfigProblems([...problems, ...unfit]);
  return config as Config;
};

const unfitness = async (config: Partial<Config>): Promise<readonly string[]> => {
  const databaseRole = config.databaseUrl === undefined ? undefined : await roleAt(config.databaseUrl);
  return productionProblems({ ...config, ...(databaseRole && { databaseRole }) });
};

/** Nothing where the database does not answer: that is told when the start comes to it. */
const roleAt = async (connectionString: string): Promise<DatabaseRole | undefined> => {
  const pool = new pg.Pool({ connectionString, max: 1, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => undefined);
  return databaseRoleOf(pool)
    .catch(() => undefined)
    .finally(() => pool.end());
};
