import type { Server } from 'node:http';
import type { Logger } from 'pino';

/** Stops taking connections and lets the requests under way be answered, for `graceMs` at most. */
export const stopServer = async (server: Server, graceMs: number): Promise<void> => {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearTimeout(late);
  clearInterval(idle);
};

interface Stoppable {
  close(): Promise<void>;
}

/** Stops in order on SIGTERM or SIGINT; a second signal does not wait. */
export const closeOnSignals = (host: Stoppable, log: Logger): void => {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'Stopping');
    host.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'Stopping did not go in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};
