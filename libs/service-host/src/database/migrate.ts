import { DataSource, type MigrationInterface } from 'typeorm';

export type Migration = new () => MigrationInterface;

/**
 * Runs what has not been run yet, as the owner role, each migration in a transaction of its own. Processes that start
 * at once wait for each other. Gives the names of what was run.
 */
export const migrate = async (ownerUrl: string, migrations: readonly Migration[]): Promise<readonly string[]> => {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    schema: 'migrations',
    migrationsTableName: 'done',
    migrationsTransactionMode: 'each',
    migrations: [...migrations],
    extra: { max: 2 },
  });
  await source.initialize();
  const turn = source.createQueryRunner();
  try {
    await turn.query('SELECT pg_advisory_lock(724300002)');
    await turn.query('CREATE SCHEMA IF NOT EXISTS migrations');
    return (await source.runMigrations()).map(({ name }) => name);
  } finally {
    await turn.release();
    await source.destroy();
  }
};
