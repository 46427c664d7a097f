import { join } from 'node:path';
import { keptPasswords, prepareDatabase, startCluster } from '@exeat/postgres';
import type { Config } from '@exeat/service-host';
import type { Logger } from 'pino';
import { takeDataFolder } from './data-folder.js';

export interface Database {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly stop: () => Promise<void>;
}

/** The server that the configuration names, or an embedded one that keeps its data in the data folder. */
export const findDatabase = async (config: Config, log: Logger): Promise<Database> => {
  const { databaseUrl, databaseOwnerUrl, dataFolder } = config;
  if (databaseUrl && databaseOwnerUrl)
    return { appUrl: databaseUrl, ownerUrl: databaseOwnerUrl, stop: () => Promise.resolve() };

  const letGo = takeDataFolder(dataFolder);
  const folder = join(dataFolder, 'postgres');
  const cluster = await startCluster({ folder, settings: { max_connections: '100', shared_buffers: '128MB' } });
  log.info({ port: cluster.port, adopted: cluster.adopted }, 'Embedded Postgres is running');
  const urls = await prepareDatabase(cluster.superuserUrl, 'exeat', await keptPasswords(folder));
  return {
    ...urls,
    stop: async () => {
      await cluster.stop();
      letGo();
    },
  };
};
