import { join } from 'node:path';
import { keptPasswords, prepareDatabase, startCluster } from '@exeat/postgres';
import type { Config } from '@exeat/service-host';
import type { Logger } from 'pino';
import { CannotStart } from './cannot-start.js';
import { takeDataFolder } from './data-folder.js';
import { keepRunning, type KeptServer } from './embedded-server.js';

export interface Database {
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Resolves where the embedded server cannot be kept running. */
  readonly lost: Promise<Error>;
  readonly stop: () => Promise<void>;
}

/** The server that the configuration names, or an embedded one that keeps its data in the data folder. */
export const findDatabase = async (config: Config, log: Logger): Promise<Database> => {
  const { databaseUrl, databaseOwnerUrl, dataFolder } = config;
  if (databaseUrl && databaseOwnerUrl)
    return {
      ...{ appUrl: databaseUrl, ownerUrl: databaseOwnerUrl },
      ...{ lost: new Promise(() => undefined), stop: () => Promise.resolve() },
    };
  if (databaseUrl || databaseOwnerUrl)
    throw new CannotStart(
      'DATABASE_URL and DATABASE_OWNER_URL go together: set both, or neither for an embedded server.',
    );

  const letGo = takeDataFolder(dataFolder);
  const folder = join(dataFolder, 'postgres');
  const settings = { max_connections: '100', shared_buffers: '128MB' };
  let server: KeptServer | undefined;
  const stop = async () => {
    await server?.stop();
    letGo();
  };
  try {
    const cluster = await startCluster({ folder, settings });
    log.info({ port: cluster.port, adopted: cluster.adopted }, 'Embedded Postgres is running');
    server = keepRunning(cluster, () => startCluster({ folder, settings, port: cluster.port }), log);
    const urls = await prepareDatabase(cluster.superuserUrl, 'exeat', await keptPasswords(folder));
    return { ...urls, lost: server.lost, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
