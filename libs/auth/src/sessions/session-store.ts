import connectPgSimple from 'connect-pg-simple';
import session, { Store, type SessionData } from 'express-session';
import type { Pool } from 'pg';

const PgStore = connectPgSimple(session);

interface SessionStoreOptions {
  readonly pool: Pool;
  /** A session that is not used for so long is gone. */
  readonly idleSeconds: number;
  readonly log: (...problem: unknown[]) => void;
  /** How long a session that was read may answer again without the database. */
  readonly rememberMs?: number;
  readonly now?: () => number;
}

interface Remembered {
  /** As JSON: whoever gets it may change their copy. Null once the session has ended. */
  readonly json: string | null;
  readonly until: number;
}

type Read = (error: unknown, session?: SessionData | null) => void;
type Written = (error?: unknown) => void;

const mostRemembered = 5_000;

/**
 * Sessions in Postgres, with a memory of a second at most: a burst of requests of one person reads its session once.
 * Signing out is remembered too and for longer, so that a read that was under way cannot bring a session back. Between
 * several processes a sign-out takes effect within that second.
 *
 * The idle end moves when a session is read, 32 times an idle span at most. It has no `touch`, on purpose: for one,
 * express-session would hold back the last byte of every answer until the database had agreed.
 */
export class SessionStore extends Store {
  private readonly kept: InstanceType<typeof PgStore>;
  private readonly remembered = new Map<string, Remembered>();
  private readonly touched = new Map<string, number>();
  private readonly rememberMs: number;
  private readonly touchEveryMs: number;
  private readonly now: () => number;

  constructor({ pool, idleSeconds, log, rememberMs = 1_000, now = Date.now }: SessionStoreOptions) {
    super();
    this.kept = new PgStore({ pool, schemaName: 'auth', tableName: 'sessions', ttl: idleSeconds, errorLog: log });
    this.rememberMs = rememberMs;
    this.touchEveryMs = (idleSeconds * 1_000) / 32;
    this.now = now;
  }

  override get(sid: string, read: Read): void {
    const known = this.remembered.get(sid);
    if (known && known.until > this.now()) return read(null, known.json === null ? null : parsed(known.json));
    this.kept.get(sid, (error: unknown, found?: SessionData | null) => {
      if (error || !found) return read(error, found);
      if (this.hasEnded(sid)) return read(null, null);
      this.remember(sid, JSON.stringify(found), this.rememberMs);
      this.moveIdleEnd(sid, found);
      read(null, found);
    });
  }

  override set(sid: string, data: SessionData, written?: Written): void {
    if (this.hasEnded(sid)) return written?.();
    this.remembered.delete(sid);
    this.kept.set(sid, data, written);
  }

  override destroy(sid: string, written?: Written): void {
    this.remember(sid, null, 60_000);
    this.touched.delete(sid);
    this.kept.destroy(sid, written);
  }

  /** Stops clearing away old sessions. */
  close(): void {
    this.kept.close();
  }

  private moveIdleEnd(sid: string, data: SessionData): void {
    const last = this.touched.get(sid);
    if (last !== undefined && this.now() - last < this.touchEveryMs) return;
    bounded(this.touched).set(sid, this.now());
    // Nobody waits for it: where it fails, the next one in line moves it.
    this.kept.touch(sid, data, () => undefined);
  }

  private hasEnded(sid: string): boolean {
    const known = this.remembered.get(sid);
    return known?.json === null && known.until > this.now();
  }

  private remember(sid: string, json: string | null, forMs: number): void {
    bounded(this.remembered).set(sid, { json, until: this.now() + forMs });
  }
}

const parsed = (json: string): SessionData => JSON.parse(json) as SessionData;

/** Makes room for one more: the oldest entries go first. */
const bounded = <Value>(entries: Map<string, Value>): Map<string, Value> => {
  for (const oldest of entries.keys()) {
    if (entries.size < mostRemembered) break;
    entries.delete(oldest);
  }
  return entries;
};
