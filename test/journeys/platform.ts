import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { signInAs, type SignedInClient } from '@exeat/auth';
import { Stage } from '@exeat/demo';
import type { ListenerStatus } from '@exeat/messaging';
import { freePort, startTestPostgres, type TestPostgres } from '@exeat/postgres';
import { readConfig } from '@exeat/service-host';
import pg from 'pg';
import { startPlatform } from '../../apps/platform/src/platform.js';
import { machineClient } from './machine-clients.js';

/** What came back, read to its end. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body where it is JSON. */
  readonly body: Body;
}

export interface Ask {
  readonly method?: 'POST' | 'PATCH' | 'PUT';
  /** The command's id; a new one where it is left out. */
  readonly key?: string;
  /** `If-Match` as it is sent; whichever version it is where it is left out. */
  readonly match?: string;
}

/** Somebody at the API, or nobody in particular. Paths go on from `/api/v1`. */
export interface Client {
  /** The headers that vouch for them. */
  readonly headers: () => Readonly<Record<string, string>>;
  readonly send: (path: string, init?: RequestInit) => Promise<Response>;
  readonly get: <Body = unknown>(path: string, headers?: Record<string, string>) => Promise<Answer<Body>>;
  /** Sends a command. */
  readonly ask: <Body = Problem & Accepted>(path: string, body: unknown, ask?: Ask) => Promise<Answer<Body>>;
}

export interface Accepted {
  readonly caseId: string;
  readonly version: number;
  readonly position: number;
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly errors: readonly { readonly code: string; readonly detail: string; readonly pointer?: string }[];
  readonly instance: string;
  readonly requestId: string;
}

export interface RunningPlatform {
  readonly url: string;
  readonly dataFolder: string;
  readonly postgres: TestPostgres;
  /** As a superuser, past the platform. */
  readonly database: pg.Pool;
  /** A persona or a machine client (`client:...`), signed in once. */
  readonly as: (persona: string) => Promise<Client>;
  readonly nobody: Client;
  /** People, acts and the development clock, as the demo has them. */
  readonly stage: Stage;
  /** How many facts there are. */
  readonly head: () => Promise<number>;
  /** Waits until every listener has read everything and nothing is due, so that nothing more follows. The head then. */
  readonly settled: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** What a platform goes on from, where it is not to be empty. */
interface GoesOnFrom {
  readonly postgres: TestPostgres;
  /** Copied, with its secrets and documents. */
  readonly dataFolder?: string;
}

/** One whole platform in this process, over a database and a data folder of its own. */
export const startOwnPlatform = async (
  environment: Record<string, string> = {},
  from?: GoesOnFrom,
): Promise<RunningPlatform> => {
  const postgres = from?.postgres ?? (await startTestPostgres());
  const dataFolder = await mkdtemp(join(tmpdir(), 'exeat-journey-'));
  if (from?.dataFolder !== undefined) await cp(from.dataFolder, dataFolder, { recursive: true });
  const port = await freePort();
  const config = readConfig({
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_FOLDER: dataFolder,
    DATABASE_URL: postgres.appUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    SEED_DEMO: 'off',
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const platform = await startPlatform(config, 'journey');
  const database = new pg.Pool({ connectionString: postgres.superuserUrl, max: 2 });
  database.on('error', () => undefined);

  const people = new Map<string, Promise<SignedInClient>>();
  const signIn = (id: string): Promise<SignedInClient> =>
    id.startsWith('client:') ? machineClient(platform.url, dataFolder, id) : signInAs(platform.url, id);
  const person = (id: string): Promise<SignedInClient> => {
    const known = people.get(id) ?? signIn(id);
    people.set(id, known);
    return known;
  };
  const head = async () => {
    const { rows } = await database.query<{ position: string }>('select position from es.head');
    return Number(rows[0]?.position);
  };
  const as = async (id: string) => clientOf(await person(id));
  const { origin } = new URL(platform.url);
  return {
    ...{ url: platform.url, dataFolder, postgres, database, as, head },
    nobody: clientOf({ headers: () => ({}), fetch: (path, init) => fetch(new URL(path, origin), init) }),
    stage: new Stage(async (id) => (await person(id)).fetch, new Date().toISOString().slice(0, 10)),
    settled: async () => {
      const administrator = await as('alex-thorne');
      for (const until = Date.now() + 30_000; ; await pause(20)) {
        const before = await head();
        const { body } = await administrator.get<{ listeners: readonly ListenerStatus[] }>('/operations/listeners');
        const read = body.listeners.every(({ position, state }) => state === 'running' && position >= before);
        const { now } = (await administrator.get<{ now: string }>('/development/clock')).body;
        const due = await dueBy(database, now);
        if (read && due === 0 && (await head()) === before) return before;
        if (Date.now() > until) throw new Error(`${due} due, and listeners not at rest: ${JSON.stringify(body)}`);
      }
    },
    stop: async () => {
      await platform.close();
      await database.end();
      await postgres.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};

/** How many due times have come and are not dealt with. */
const dueBy = async (database: pg.Pool, now: string): Promise<number> => {
  const tables = ['submission', 'technical_review', 'security_review', 'licensing', 'compliance'];
  const counts = tables.map((context) => `(select count(*) from views.deadlines_${context} where due_at <= $1)`);
  const { rows } = await database.query<{ due: string }>(`select ${counts.join(' + ')} as due`, [now]);
  return Number(rows[0]?.due);
};

const clientOf = ({ fetch, headers: vouching }: Pick<SignedInClient, 'fetch' | 'headers'>): Client => {
  const send: Client['send'] = (path, init) => fetch(`/api/v1${path}`, init);
  return {
    headers: vouching,
    send,
    get: async (path, headers = {}) => answerOf(await send(path, { headers })),
    ask: async (path, body, { method = 'POST', key = randomUUID(), match = '*' } = {}) => {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'If-Match': match };
      return answerOf(await send(path, { method, headers, body: JSON.stringify(body) }));
    },
  };
};

/** The answer, read to its end. */
export const answerOf = async <Body>(response: Response): Promise<Answer<Body>> => {
  const text = await response.text();
  const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
  const body = (isJson ? JSON.parse(text) : undefined) as Body;
  return { status: response.status, headers: response.headers, text, body };
};
