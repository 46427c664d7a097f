import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { developmentSecretsFile, signInAsClient, type SignedInClient } from '@exeat/auth';
import { freePort } from '@exeat/postgres';
import { projectFile } from '@exeat/project-files';

type Environment = Readonly<Record<string, string>>;

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process of its own, what it says, and how it ends. */
export class Running {
  said = '';
  complained = '';
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;
  private over = false;

  constructor(script: string, args: readonly string[], environment: Environment) {
    const child = spawn(process.execPath, ['--enable-source-maps', projectFile(script), ...args], {
      env: { ...process.env, NODE_ENV: 'development', ...environment },
      // A group of its own, so that the whole of it can be killed.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stdout.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (this.complained += chunk.toString()));
    this.ended = new Promise((resolve) =>
      child.on('close', (code, signal) => {
        this.over = true;
        resolve({ code, signal });
      }),
    );
  }

  /** Waits for a text on its output. Throws with all that was said where it ends before, or is late. */
  async saying(text: string | RegExp, withinMs = 45_000): Promise<void> {
    for (const until = Date.now() + withinMs; this.said.search(text) < 0; await pause(10)) {
      if (this.over) throw new Error(`It ended before it said ${text}:\n${this.said}\n${this.complained}`);
      if (Date.now() > until) throw new Error(`It has not said ${text}:\n${this.said}\n${this.complained}`);
    }
  }

  get running(): boolean {
    return !this.over;
  }

  async kill(signal: NodeJS.Signals): Promise<Ended> {
    if (!this.over && this.child.pid !== undefined) process.kill(-this.child.pid, signal);
    return this.ended;
  }
}

const made = new Set<Installation>();

/** Ends everything that was started and forgets its data; for `afterAll`, so that a test that fails leaves nothing. */
export const leaveNothing = async (): Promise<void> => {
  await Promise.all([...made].map((each) => each.remove()));
  made.clear();
};

/** One installation of Exeat: its data folder and its address, over however many starts. */
export class Installation {
  private readonly started: Running[] = [];

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly environment: Environment,
  ) {
    made.add(this);
  }

  static async make(environment: Environment = {}): Promise<Installation> {
    const folder = await mkdtemp(join(tmpdir(), 'exeat-fault-'));
    // Postgres may run as another user, who has to pass.
    await chmod(folder, 0o711);
    return new Installation(folder, await freePort(), { SEED_DEMO: 'off', LOG_LEVEL: 'warn', ...environment });
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** What a command of this installation finds in its environment. */
  get variables(): Environment {
    return { DATA_FOLDER: this.folder, PORT: String(this.port), ...this.environment };
  }

  /** A start of the built platform, as `npm start` makes it. */
  start(environment: Environment = {}): Running {
    const running = new Running('dist/apps/platform/src/main.js', [], { ...this.variables, ...environment });
    this.started.push(running);
    return running;
  }

  async startReady(environment: Environment = {}): Promise<Running> {
    const running = this.start(environment);
    await running.saying('Ready.');
    return running;
  }

  /** The `exeat` command, run to its end. */
  async exeat(args: readonly string[], environment: Environment = {}): Promise<Running & Ended> {
    const running = new Running('dist/apps/cli/src/main.js', args, { ...this.variables, ...environment });
    this.started.push(running);
    return Object.assign(running, await running.ended);
  }

  /** The process id of the embedded server; undefined where none runs. */
  async postmaster(): Promise<number | undefined> {
    const pid = Number((await this.serverFile('data/postmaster.pid'))?.split('\n')[0]);
    const commandLine = pid ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '') : '';
    return commandLine.includes(this.folder) ? pid : undefined;
  }

  /** Of the embedded server's superuser, for the database of facts. */
  async superuserUrl(): Promise<string> {
    const port = (await this.serverFile('data/postmaster.pid'))?.split('\n')[3];
    const password = (await this.serverFile('superuser-password'))?.trim();
    return `postgres://postgres:${password}@127.0.0.1:${port}/exeat`;
  }

  /** A program, signed in; `exeat-cli` may look after the installation, `northgate-erp` files applications. */
  async client(id: 'exeat-cli' | 'northgate-erp'): Promise<SignedInClient> {
    const kept = JSON.parse(await readFile(developmentSecretsFile(this.folder), 'utf8')) as {
      machineSecrets: Record<string, string>;
    };
    return signInAsClient(this.url, id, kept.machineSecrets[id] ?? '');
  }

  async remove(): Promise<void> {
    await Promise.all(this.started.map((each) => each.kill('SIGKILL')));
    const left = await this.postmaster();
    if (left !== undefined) process.kill(left, 'SIGKILL');
    while ((await this.postmaster()) !== undefined) await pause(50);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }

  private serverFile(name: string): Promise<string | undefined> {
    return readFile(join(this.folder, 'postgres', name), 'utf8').catch(() => undefined);
  }
}
