import { setTimeout as pause } from 'node:timers/promises';
import { addDays, type Day } from '@exeat/kernel';
import { v5 } from 'uuid';
import { cast } from './cast.js';
import type { DemoDocument } from './documents.js';

/** A signed-in person's `fetch`. */
export type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

/** Signs a persona in through the real OpenID Connect walk. */
export type SignIn = (persona: string) => Promise<Fetch>;

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly etag: string | undefined;
}

/** What an accepted command is answered with. */
export interface Accepted {
  readonly caseId: string;
  readonly version: number;
  readonly position: number;
}

interface ProblemBody {
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly code: string; readonly detail?: string }[];
}

const namespace = '6c0f7b52-8f5e-5d0a-9c53-3f6d1c0e7a11';

/** A command as a scene gives it. */
export interface Ask {
  readonly as: string;
  /** Its place in the play; with the case's name it makes the command id. */
  readonly step: string;
  readonly method?: 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: unknown;
  /** Sent as a form instead of a body. */
  readonly file?: DemoDocument;
  /** The resource whose version goes along as If-Match; left out where something new is created. */
  readonly read?: string;
  /** Which of a case's streams is meant, where the resource is the whole case. */
  readonly stream?: string;
}

/** Where scenes are played: people, their commands, what they wait for, and the development clock. */
export class Stage {
  private readonly people = new Map<string, Promise<Fetch>>();
  private position = 0;

  constructor(
    private readonly signIn: SignIn,
    private readonly firstDay: Day,
  ) {}

  /** The day `offset` days after the play began. */
  day(offset: number): Day {
    return addDays(this.firstDay, offset);
  }

  /** Turns the clock to nine o'clock of a day; leaves it where it is already later. */
  async turnClock(offset: number): Promise<void> {
    const moved = await this.send(cast.administrator, 'PUT', '/api/v1/development/clock', {
      at: `${this.day(offset)}T09:00:00.000Z`,
    });
    if (moved.status >= 400 && moved.status !== 409)
      throw new Error(`The clock was not moved: ${JSON.stringify(moved.body)}`);
  }

  /** Gives the clock back to the present. */
  async releaseClock(): Promise<void> {
    await this.send(cast.administrator, 'PUT', '/api/v1/development/clock', { at: null });
  }

  async read<T>(as: string, path: string): Promise<Answer<T>> {
    return this.send<T>(as, 'GET', path);
  }

  /** Sends a command and expects it to be carried out. */
  async ask(caseName: string, ask: Ask): Promise<Accepted> {
    const answer = await this.command<Accepted & ProblemBody>(caseName, ask);
    if (answer.status >= 400)
      throw new Error(`${caseName}, ${ask.step}: ${answer.status} ${JSON.stringify(answer.body, null, 2)}`);
    this.position = Math.max(this.position, answer.body.position);
    return answer.body;
  }

  /** Sends a command and expects it to be refused for this reason; in a play that is repeated the case has moved on. */
  async refused(caseName: string, ask: Ask, code: string): Promise<void> {
    const { status, body } = await this.command<ProblemBody>(caseName, ask);
    const codes = [body.code, ...(body.errors ?? []).map((error) => error.code)];
    if (status < 400 || !(codes.includes(code) || codes.includes('NOT_IN_THIS_STATUS')))
      throw new Error(`${caseName}, ${ask.step}: expected ${code}, got ${status} ${JSON.stringify(body)}`);
  }

  /** Waits until a question's answer is as wanted: reactions and deadlines take their turn. */
  async until<T>(as: string, path: string, wanted: (body: T) => boolean, what: string): Promise<T> {
    for (const end = Date.now() + 60_000; ; await pause(40)) {
      const { status, body } = await this.read<T>(as, path);
      if (status < 400 && wanted(body)) return body;
      if (Date.now() > end)
        throw new Error(`Waited a minute for ${what}; ${path} says ${status} ${JSON.stringify(body)}`);
    }
  }

  private async command<T>(
    caseName: string,
    { as, step, method = 'POST', path, body, file, read, stream }: Ask,
  ): Promise<Answer<T>> {
    const version = read === undefined ? undefined : await this.versionOf(as, read, stream);
    return this.send<T>(as, method, path, file ? formWith(file) : body, {
      'Idempotency-Key': v5(`${caseName}/${step}`, namespace),
      ...(version !== undefined && { 'If-Match': version }),
    });
  }

  /** A resource that is one stream says its version as ETag; a view says it in its rows. */
  private async versionOf(as: string, path: string, stream: string | undefined): Promise<string> {
    const { body, etag } = await this.read<{ version?: number; versions?: Record<string, number> }>(as, path);
    const version = stream === undefined ? body.version : body.versions?.[stream];
    return etag ?? `"${version ?? 0}"`;
  }

  private async send<T>(
    as: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const person = this.people.get(as) ?? this.signIn(as);
    this.people.set(as, person);
    const response = await (
      await person
    )(path, {
      method,
      headers: {
        ...headers,
        ...(method === 'GET' && this.position > 0 && { 'Exeat-Position': String(this.position) }),
        ...(body !== undefined && !(body instanceof FormData) && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: (text ? JSON.parse(text) : undefined) as T,
      etag: response.headers.get('etag') ?? undefined,
    };
  }
}

const formWith = ({ name, content }: DemoDocument): FormData => {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  return form;
};
