import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findWhereabouts, serverUser, type Whereabouts } from './whereabouts.js';

interface ClusterOptions {
  /** The folder that keeps the cluster between starts. */
  readonly folder: string;
  /** A port of the loopback interface; any free one where left out. */
  readonly port?: number;
  /** Server settings, such as `{ max_connections: '200' }`. Durability stays at the server's safe defaults. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running server. */
export interface Cluster {
  readonly port: number;
  /** Connection string of the superuser for a database of this cluster. */
  readonly superuserUrl: (database?: string) => string;
  /** True where a server left behind by a killed process was found running and taken over. */
  readonly adopted: boolean;
  /** False once the server has ended, whoever ended it. */
  readonly isRunning: () => Promise<boolean>;
  /** Ends sessions, writes everything down, stops. Resolves when the server is gone. */
  readonly stop: () => Promise<void>;
}

const superuser = 'postgres';

/**
 * Starts the embedded server on a kept cluster, creating it at the first start. A server that an earlier process left
 * running is adopted if it answers, and ended if it does not. Throws with the server's own words where it cannot start.
 */
export const startCluster = async (options: ClusterOptions): Promise<Cluster> => {
  const places = await findWhereabouts(options.folder);
  const data = join(places.home, 'data');
  if (!existsSync(join(data, 'PG_VERSION'))) await createCluster(places);
  const password = (await readFile(join(places.home, 'superuser-password'), 'utf8')).trim();
  const url =
    (port: number) =>
    (database = 'postgres') =>
      `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
  const isRunning = async () => (await runningServer(data)) !== undefined;
  const stop = () => control(places, ['-D', data, '-m', 'fast', '-w', '-t', '60', 'stop']);
  const acts = { isRunning, stop };

  const left = await runningServer(data);
  if (left) {
    const superuserUrl = url(left.port);
    if (await answers(superuserUrl())) return { port: left.port, superuserUrl, adopted: true, ...acts };
    await end(left.pid);
  }
  const port = options.port ?? (await freePort());
  await startServer(places, port, options.settings ?? {});
  return { port, superuserUrl: url(port), adopted: false, ...acts };
};

const createCluster = async ({ home, programs }: Whereabouts): Promise<void> => {
  const [data, passwordFile] = [join(home, 'data'), join(home, 'initial-password')];
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await writeFile(join(home, 'superuser-password'), password, { mode: 0o600 });
  if (serverUser) for (const path of [data, passwordFile]) await chown(path, serverUser.uid, serverUser.gid);
  try {
    // The locale is named so that the encoding never follows the environment's LANG.
    await run(join(programs, 'bin', 'initdb'), [
      ...['-D', data, '-U', superuser, '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ]);
  } catch (error) {
    await rm(data, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
};

const startServer = async (
  places: Whereabouts,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<void> => {
  const log = join(places.home, 'server.log');
  await writeFile(log, '', { flag: 'a' });
  await chmod(log, 0o600);
  if (serverUser) await chown(log, serverUser.uid, serverUser.gid);
  const asked = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const flags = Object.entries(asked).map(([name, value]) => `-c ${name}='${value}'`);
  const start = [
    '-D',
    join(places.home, 'data'),
    '-w',
    '-t',
    '60',
    '-s',
    '-l',
    log,
    '-o',
    `-p ${port} ${flags.join(' ')}`,
    'start',
  ];
  for (const until = Date.now() + 15_000; ;) {
    const began = (await readFile(log, 'utf8')).length;
    try {
      return await control(places, start);
    } catch (error) {
      const said = (await readFile(log, 'utf8')).slice(began);
      if (!leftovers.test(said) || Date.now() > until)
        throw new Error(`The embedded Postgres did not start.\n${String(error)}\n${said.trim()}`);
      await pause(250);
    }
  }
};

/** What the server says while the last processes of a killed one are still going away. */
const leftovers = /lock file "postmaster.pid" already exists|shared memory block .* is still in use/;

/** The server named in the cluster's pid file, if that process lives and really is this cluster's server. */
const runningServer = async (data: string): Promise<{ pid: number; port: number } | undefined> => {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port) return undefined;
  const commandLine = await commandLineOf(pid);
  return commandLine.includes('postgres') && commandLine.includes(data) ? { pid, port } : undefined;
};

/** Empty where there is no such process, or only its name is left because nobody has asked how it ended. */
const commandLineOf = (pid: number): Promise<string> => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');

/** Ends a server that does not answer. Nothing committed is lost: the next start recovers from its log. */
const end = async (pid: number): Promise<void> => {
  process.kill(pid, 'SIGKILL');
  // Its children notice by themselves, and the next server waits for the last of them to leave the shared memory.
  while ((await commandLineOf(pid)) !== '') await pause(50);
};

/** Waits out a server that is still recovering from a kill; gives up after ten seconds. */
const answers = async (connectionString: string): Promise<boolean> => {
  for (const until = Date.now() + 10_000; Date.now() < until;) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return true;
    } catch {
      await pause(250);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
};

const control = ({ programs }: Whereabouts, args: readonly string[]): Promise<void> =>
  run(join(programs, 'bin', 'pg_ctl'), args);

const run = (program: string, args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    // Its own process group: an interrupt typed at the terminal reaches us alone, and we stop the server in order.
    const child = spawn(program, args, {
      ...serverUser,
      cwd: '/',
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    // `exit`, not `close`: the server started by pg_ctl keeps the pipes open.
    child.on('exit', (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${program.split('/').at(-1)} ended with ${code}: ${said.trim()}`));
    });
  });

/** A port of the loopback interface that nobody listens on at the moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port.')),
      );
    });
  });
