import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptPasswords, prepareDatabase, startCluster, type DatabaseUrls } from '@exeat/postgres';
import { migrate } from '@exeat/service-host';
import { adoptEpoch } from '@exeat/event-store';
import pg from 'pg';
import { migrations } from '../../apps/platform/src/parts.js';

export interface BenchServer {
  readonly superuserUrl: string;
  /** For what else the bench keeps in files while it runs. */
  readonly folder: string;
  /** A fresh database with the whole platform's schema. */
  readonly database: () => Promise<DatabaseUrls>;
  /** Stops the server and removes its files. */
  readonly stop: () => Promise<void>;
}

/** An embedded server for one run, with the settings that the platform gives its own and full durability. */
export const startServer = async (): Promise<BenchServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'exeat-bench-'));
  // The server may run as another user, who must pass.
  await chmod(folder, 0o711);
  const home = join(folder, 'postgres');
  const cluster = await startCluster({ folder: home, settings: { max_connections: '100', shared_buffers: '128MB' } });
  return {
    superuserUrl: cluster.superuserUrl(),
    folder,
    database: async () => {
      const name = `bench_${randomBytes(4).toString('hex')}`;
      const urls = await prepareDatabase(cluster.superuserUrl, name, await keptPasswords(home));
      await migrate(urls.ownerUrl, migrations);
      await withPool(urls.appUrl, (pool) => adoptEpoch(pool));
      return urls;
    },
    stop: async () => {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Lends connections to a database and ends them afterwards. */
export const withPool = async <Answer>(
  connectionString: string,
  use: (pool: pg.Pool) => Promise<Answer>,
  max = 16,
): Promise<Answer> => {
  const pool = connectionsTo(connectionString, max);
  try {
    return await use(pool);
  } finally {
    await pool.end();
  }
};

/** Connections for the load of the bench. One that is still closing when the server stops says so to nobody. */
export const connectionsTo = (connectionString: string, max: number): pg.Pool => {
  const pool = new pg.Pool({ connectionString, max });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
};
