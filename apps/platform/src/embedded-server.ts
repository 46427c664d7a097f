import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from '@exeat/postgres';
import type { Logger } from 'pino';

const lookEvery = 250;
const mostRestarts = 5;
const within = 60_000;

export interface KeptServer {
  /** Resolves with the reason where the server cannot be kept running; requests are not answered from then on. */
  readonly lost: Promise<Error>;
  readonly stop: () => Promise<void>;
}

/**
 * Keeps the embedded server running. Where it has ended without having been asked to (killed, out of memory), it is
 * started again at the same port: it recovers every commit, and connections are made anew by those who need them. One
 * that ends again and again is given up.
 */
export const keepRunning = (first: Cluster, start: () => Promise<Cluster>, log: Logger): KeptServer => {
  const stopping = new AbortController();
  const { signal } = stopping;
  let cluster = first;
  const restarts: number[] = [];

  const watch = async (): Promise<Error | undefined> => {
    for (;;) {
      await pause(lookEvery, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return undefined;
      if (await cluster.isRunning()) continue;
      const since = Date.now() - within;
      if (restarts.filter((at) => at > since).length >= mostRestarts)
        return new Error(`The embedded Postgres ended ${mostRestarts} times within a minute.`);
      restarts.push(Date.now());
      log.error({ port: cluster.port }, 'The embedded Postgres has ended unasked; starting it again');
      try {
        cluster = await start();
      } catch (error) {
        return new Error(`The embedded Postgres ended, and does not start again.`, { cause: error });
      }
      log.info({ port: cluster.port }, 'The embedded Postgres is running again');
    }
  };

  const watched = watch();
  return {
    lost: new Promise((resolve) => void watched.then((error) => error && resolve(error))),
    stop: async () => {
      stopping.abort();
      await watched;
      if (await cluster.isRunning()) await cluster.stop();
    },
  };
};
