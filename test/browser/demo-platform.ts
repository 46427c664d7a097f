import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signInAs } from '@exeat/auth';
import { playDemo } from '@exeat/demo';
import { instantOf } from '@exeat/kernel';
import { filledOnce, startTestPostgres } from '@exeat/postgres';
import pg from 'pg';
import { startOwnPlatform, type RunningPlatform } from '../journeys/platform.js';

const root = join(import.meta.dirname, '../..');

/** Whatever the five cases may be made of: a change in any of it plays them anew. */
const madeOf = ['libs', 'infra', 'apps/platform'];
const without = /\.spec\.ts$|\.md$/;

const fingerprintOn = (day: string): string => {
  const hash = createHash('sha256').update(day);
  const files = madeOf
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !without.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
  for (const path of files.sort()) hash.update(`${path}\0`).update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
};

/**
 * A platform of its own with the five cases of the demo, at the present. They are played once a machine and day; every
 * platform after that goes on from a copy, and what one changes the others do not see.
 */
export const startDemoPlatform = async (environment: Record<string, string> = {}): Promise<RunningPlatform> => {
  const fingerprint = fingerprintOn(new Date().toISOString().slice(0, 10));
  const dataFolder = join(tmpdir(), `exeat-demo-${fingerprint}`);
  const copyOf = await filledOnce('exeat_demo', fingerprint, async (urls) => {
    const platform = await startOwnPlatform({}, { postgres: { ...urls, stop: () => Promise.resolve() } });
    try {
      await playDemo(
        async (persona) => (await signInAs(platform.url, persona)).fetch,
        { now: () => instantOf(new Date()) },
        () => undefined,
      );
      await platform.settled();
      await rm(dataFolder, { recursive: true, force: true });
      await cp(platform.dataFolder, dataFolder, { recursive: true });
    } finally {
      await platform.stop();
    }
  });
  const postgres = await startTestPostgres({ copyOf });
  await goOnFromHere(postgres.superuserUrl);
  return startOwnPlatform(environment, { postgres, dataFolder });
};

/**
 * A copied store begins a new epoch, and listeners stop before one they do not know. These were copied with it, whole and
 * at rest, so they go on.
 */
const goOnFromHere = async (superuserUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query('update messaging.checkpoints set epoch = es.adopt_epoch()');
  } finally {
    await client.end();
  }
};
