import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { SignedInClient } from '@exeat/auth';
import { demoCases } from '@exeat/demo';

/** What an accepted command is answered with. */
export interface Accepted {
  readonly caseId: string;
  readonly version: number;
  readonly position: number;
}

interface Asked {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const content = (demoCases.find(({ name }) => name.startsWith('RTX')) ?? demoCases[0])?.content;

/** Drafts an application under a reference of one's choice; gives its case. */
export const draftCalled = async (reference: string, exporter: SignedInClient): Promise<string> => {
  const response = await exporter.fetch('/api/v1/applications', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ reference }),
  });
  if (response.status !== 201) throw new Error(`No draft: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { caseId: string }).caseId;
};

/** The facts of an application that was filed by an `Exporter`, when Exeat has done its part. */
export const factsOfFiling = [
  'DraftStarted',
  'DraftSaved',
  'ApplicationSubmitted',
  'ApplicationRegistered',
  'TechnicalReviewOpened',
];

/**
 * Files applications as a careful program does: each command under a key of its own, sent again with the same key until
 * it is answered, whatever happens to the connection or the server meanwhile.
 */
export class Exporter {
  /** Every command that was acknowledged, by its key. */
  readonly acknowledged = new Map<string, Accepted>();
  /** Cases that were submitted. */
  readonly filed: string[] = [];
  /** Answers other than done or "send it again". */
  readonly unexpected: string[] = [];
  /** How often no answer came, or one that asks to send the command again. */
  unanswered = 0;
  readonly askedAgain = new Map<string, number>();
  private readonly sent = new Map<string, Asked>();
  private readonly enough = new AbortController();

  constructor(private readonly client: SignedInClient) {}

  /** Files one application after the other with `width` at a time, until told to stop. */
  async fileMany(width: number): Promise<void> {
    await Promise.all(
      Array.from({ length: width }, async () => {
        while (!this.enough.signal.aborted && this.unexpected.length === 0) await this.file();
      }),
    );
  }

  /** What was begun is brought to its end. */
  finish(): void {
    this.enough.abort();
  }

  /** Sends acknowledged commands once more; gives those that are answered otherwise than the first time. */
  async answeredDifferently(keys: Iterable<string>): Promise<readonly string[]> {
    const different: string[] = [];
    for (const key of keys) {
      const again = await this.send(this.sent.get(key) as Asked);
      const first = this.acknowledged.get(key);
      if (again.status >= 300 || JSON.stringify(again.body) !== JSON.stringify(first))
        different.push(`${key}: first ${JSON.stringify(first)}, then ${again.status} ${JSON.stringify(again.body)}`);
    }
    return different;
  }

  private async file(): Promise<void> {
    const reference = `FAULT-${randomUUID().slice(0, 8)}`;
    const started = await this.ask('POST', '/api/v1/applications', { reference });
    if (!started) return;
    const own = `/api/v1/applications/${started.caseId}`;
    const saved = await this.ask('PATCH', `${own}/draft`, { sections: content }, started.version);
    if (!saved) return;
    const declared = { signatory: 'Juniper Vale', capacity: 'Empowered official' };
    if (await this.ask('POST', `${own}/submit`, declared, saved.version)) this.filed.push(started.caseId);
  }

  private async ask(
    method: Asked['method'],
    path: string,
    body: unknown,
    version?: number,
  ): Promise<Accepted | undefined> {
    const key = randomUUID();
    const headers = {
      'Idempotency-Key': key,
      'Content-Type': 'application/json',
      ...(version !== undefined && { 'If-Match': `"${version}"` }),
    };
    const asked: Asked = { method, path, headers, body: JSON.stringify(body) };
    this.sent.set(key, asked);
    for (const until = Date.now() + 20_000; ; await pause(50 + Math.random() * 100)) {
      const { status, body: answer } = await this.send(asked);
      if (status >= 200 && status < 300) {
        this.acknowledged.set(key, answer as Accepted);
        return answer as Accepted;
      }
      const code = status === 0 ? 'no answer' : String((answer as { code?: unknown }).code);
      this.unanswered++;
      this.askedAgain.set(code, (this.askedAgain.get(code) ?? 0) + 1);
      if ((status !== 0 && status !== 503) || Date.now() > until) {
        this.unexpected.push(`${method} ${path}: ${status} ${JSON.stringify(answer)}`);
        return undefined;
      }
    }
  }

  /** Status 0: no answer came. */
  private async send({ method, path, headers, body }: Asked): Promise<{ status: number; body: unknown }> {
    try {
      const response = await this.client.fetch(path, { method, headers, body });
      return { status: response.status, body: await response.json() };
    } catch {
      return { status: 0, body: undefined };
    }
  }
}
