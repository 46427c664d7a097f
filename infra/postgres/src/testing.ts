import { randomBytes } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startCluster, type Cluster } from './cluster.js';
import {
  copyDatabase,
  dropDatabase,
  fillDatabase,
  keptPasswords,
  prepareDatabase,
  type DatabaseUrls,
} from './database.js';

const folder = join(tmpdir(), `exeat-test-postgres-${process.getuid?.() ?? 'user'}`);

export interface TestPostgres extends DatabaseUrls {
  /** Drops the database; the server stays for the other tests until `stopTestCluster`. */
  readonly stop: () => Promise<void>;
}

/**
 * A fresh database with both roles, in an embedded server that all tests of this machine share: empty, or a copy of one
 * that was `filledOnce`.
 */
export const startTestPostgres = async ({ copyOf }: { copyOf?: string } = {}): Promise<TestPostgres> => {
  const cluster = await testCluster();
  const database = `exeat_test_${randomBytes(6).toString('hex')}`;
  if (copyOf !== undefined) await copyDatabase(cluster.superuserUrl, copyOf, database);
  const urls = await prepareDatabase(cluster.superuserUrl, database, await keptPasswords(folder));
  return { ...urls, stop: () => dropDatabase(cluster.superuserUrl, database) };
};

/**
 * Fills a database once for all tests of this machine, whoever comes first, and gives its name to copy from. Nobody may
 * be connected to it any more when `fill` is over. Those of the same family from earlier than two hours ago are dropped.
 */
export const filledOnce = async (
  family: string,
  fingerprint: string,
  fill: (urls: DatabaseUrls) => Promise<void>,
): Promise<string> => {
  const { superuserUrl } = await testCluster();
  const passwords = await keptPasswords(folder);
  return fillDatabase(superuserUrl, family, fingerprint, async (draft) =>
    fill(await prepareDatabase(superuserUrl, draft, passwords)),
  );
};

/** Stops the shared server and forgets its data; the last act of a test run. */
export const stopTestCluster = async (): Promise<void> => {
  if (!(await stat(join(folder, 'data')).catch(() => undefined))) return;
  await (await testCluster()).stop();
  await rm(folder, { recursive: true, force: true });
};

/** One starter at a time: tests run in several processes. */
const testCluster = async (): Promise<Cluster> => {
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const lock = join(folder, 'starting');
  for (;;) {
    try {
      await mkdir(lock);
      break;
    } catch {
      const held = await stat(lock).catch(() => undefined);
      // A starter that was killed leaves its lock behind.
      if (held && Date.now() - held.mtimeMs > 60_000) await rm(lock, { recursive: true, force: true });
      await pause(50);
    }
  }
  try {
    return await startCluster({ folder, settings: { max_connections: '300', shared_buffers: '128MB' } });
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
};
