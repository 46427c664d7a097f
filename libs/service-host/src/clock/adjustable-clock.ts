import { instantOf, refuse, type Instant, type Refusal } from '@exeat/kernel';
import type { Pool } from 'pg';
import { ClockSource } from './clock-source.js';

interface Setting {
  /** What the clock was set to, and the real moment at which that was done; it goes on from there. */
  readonly at: number;
  readonly since: number;
}

type Moved = (now: Instant) => void;

/**
 * A clock for development that can be set forward, so that a year passes in a minute. Kept in Postgres: a restart does
 * not turn it back. Other processes see a change when they start.
 */
export class AdjustableClock extends ClockSource {
  private readonly listeners = new Set<Moved>();

  private constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private setting: Setting | undefined,
    private readonly real: () => number,
  ) {
    super();
  }

  static async load(pool: Pick<Pool, 'query'>, real: () => number = Date.now): Promise<AdjustableClock> {
    const { rows } = await pool.query<{ at: Date; since: Date }>('SELECT at, since FROM development.clock');
    const [kept] = rows;
    return new AdjustableClock(pool, kept && { at: kept.at.getTime(), since: kept.since.getTime() }, real);
  }

  now(): Instant {
    return instantOf(new Date(this.milliseconds()));
  }

  /** True while the clock shows something else than real time. */
  get isSet(): boolean {
    return this.setting !== undefined;
  }

  /**
   * Sets the clock, or gives it back to real time. The first setting may lie anywhere; from then on only forwards
   * (CLOCK_ONLY_FORWARDS), as facts that were dated stay dated.
   */
  async set(at: Instant | null): Promise<Refusal<'CLOCK_ONLY_FORWARDS'> | undefined> {
    const real = this.real();
    const wanted = at === null ? undefined : { at: Date.parse(at), since: real };
    if (wanted && this.setting && wanted.at < this.milliseconds())
      return refuse(
        'CLOCK_ONLY_FORWARDS',
        `The clock shows ${this.now()} and can only be set forward, or back to real time.`,
        '/at',
      );
    if (wanted)
      await this.pool.query(
        `INSERT INTO development.clock (at, since) VALUES ($1, $2)
         ON CONFLICT (one) DO UPDATE SET at = excluded.at, since = excluded.since`,
        [new Date(wanted.at), new Date(wanted.since)],
      );
    else await this.pool.query('DELETE FROM development.clock');
    this.setting = wanted;
    const now = this.now();
    for (const listener of this.listeners) listener(now);
    return undefined;
  }

  /** Tells whenever the clock was set, so that what is due is looked at again. Returns how to stop listening. */
  onMoved(listener: Moved): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private milliseconds(): number {
    return this.setting ? this.setting.at + (this.real() - this.setting.since) : this.real();
  }
}
