import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, type DatabaseUrls } from '@exeat/postgres';

export interface PlatformProcess {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const main = fileURLToPath(new URL('../../apps/platform/src/main.js', import.meta.url));

/** Starts the platform as `npm start` does, in a process of its own, without the demo and without a bound of requests. */
export const startPlatformProcess = async (
  { appUrl, ownerUrl }: DatabaseUrls,
  nodeOptions: readonly string[] = [],
): Promise<PlatformProcess> => {
  const folder = await mkdtemp(join(tmpdir(), 'exeat-bench-platform-'));
  const port = await freePort();
  const child = spawn(process.execPath, [...nodeOptions, '--enable-source-maps', main], {
    // Its own process group: an interrupt typed at the terminal reaches the bench alone, which stops it in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...{ PATH: process.env['PATH'], DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_FOLDER: folder },
      ...{ PORT: String(port), SEED_DEMO: 'off', LOG_LEVEL: 'warn', REQUESTS_PER_MINUTE: '100000000' },
    },
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (said.includes('Ready.')) resolve();
    });
    child.once('error', reject);
    void gone.then(() => reject(new Error(`The platform ended before it was ready.\n${said}`)));
  });
  return { url: `http://localhost:${port}`, stop };
};
