import type { Recorded } from '@exeat/kernel';
import { assertContiguous, StoreCorrupted, type EventStore } from '@exeat/event-store';
import { EventEmitter } from 'node:events';
import type { Log } from '../log.js';
import { backoff, pause } from './pause.js';

const page = 1000;
const kept = 8192;
const soon = 2;
const late = 50;
/** Milliseconds between two looks, at most, where many facts come: each look sets every listener to work. */
const gathering = 20;
const headEvery = 1000;

/**
 * The end of the log, read once for all listeners of a process. It looks every 2 to 50 ms, sooner while facts come, and at
 * once when it is woken; waking is a hint that nothing relies on. The more facts a look brought, the longer it gathers
 * before the next, a millisecond for each: few are shown at once, many cost little each. A missing position, a store
 * with another epoch or one that has become shorter stops it, loudly and for good.
 */
export class Tail {
  private readonly news = new EventEmitter({ captureRejections: false }).setMaxListeners(0);
  private readonly stopping = new AbortController();
  private recentFacts: Recorded[] = [];
  private position = 0;
  private epoch = '';
  private interval = late;
  private nudge: (() => void) | undefined;
  private woken = false;
  private loop: Promise<void> = Promise.resolve();
  private headSeenAt = 0;

  /** Why the tail stopped, where it did. */
  failure: Error | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly log: Log,
  ) {}

  /** Begins at the head. Facts before it are read by each listener itself. */
  async start(): Promise<void> {
    const head = await this.store.head();
    [this.position, this.epoch, this.headSeenAt] = [head.position, head.epoch, Date.now()];
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    this.news.emit('moved');
    await this.loop;
  }

  /** Something was appended here: look now. */
  wake(): void {
    this.woken = true;
    this.nudge?.();
  }

  /** The position up to which the tail has read. */
  get end(): number {
    return this.position;
  }

  /** The facts after a position, at most `limit`; undefined where they are no longer at hand. */
  after(position: number, limit: number): readonly Recorded[] | undefined {
    if (position >= this.position) return [];
    const first = this.recentFacts[0]?.position;
    if (first === undefined || position < first - 1) return undefined;
    const from = position - first + 1;
    return this.recentFacts.slice(from, from + limit);
  }

  /** Resolves when the tail has moved beyond a position, has failed, or is stopped. */
  async moved(position: number, signal: AbortSignal): Promise<void> {
    while (position >= this.position && !signal.aborted && !this.failure && !this.stopping.signal.aborted)
      await new Promise<void>((resolve) => {
        const done = () => {
          this.news.off('moved', done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        this.news.on('moved', done);
        signal.addEventListener('abort', done);
      });
  }

  private async run(): Promise<void> {
    let failed = 0;
    while (!this.stopping.signal.aborted && !this.failure)
      try {
        this.woken = false;
        const facts = await this.store.read(this.position, page);
        this.add(facts);
        await this.lookAtHead();
        if (failed > 0) this.log.info({ position: this.position }, 'The store answers again');
        failed = 0;
        this.interval = facts.length > 0 ? soon : Math.min(late, this.interval * 1.25);
        if (facts.length === page) continue;
        if (facts.length > 0) await pause(Math.min(facts.length, gathering), this.stopping.signal);
        if (!this.woken) await this.rest(this.interval);
      } catch (error) {
        if (error instanceof StoreCorrupted) this.fail(error);
        else {
          if (++failed === 1) this.log.warn({ err: error }, 'The store cannot be read; trying again');
          await pause(backoff(failed, 100, 2000), this.stopping.signal);
        }
      }
  }

  private add(facts: readonly Recorded[]): void {
    const first = facts[0];
    if (!first) return;
    assertContiguous(facts, this.position);
    this.recentFacts.push(...facts);
    if (this.recentFacts.length > 2 * kept) this.recentFacts = this.recentFacts.slice(-kept);
    this.position += facts.length;
    this.news.emit('moved');
  }

  /** A restored store may lie behind, and would then be silent for ever. */
  private async lookAtHead(): Promise<void> {
    if (Date.now() - this.headSeenAt < headEvery) return;
    const head = await this.store.head();
    this.headSeenAt = Date.now();
    if (head.epoch !== this.epoch)
      throw new StoreCorrupted(`The store was restored: its epoch is ${head.epoch} and was ${this.epoch}`);
    if (head.position < this.position)
      throw new StoreCorrupted(
        `The store ends at ${head.position}, and facts up to ${this.position} were read from it`,
      );
  }

  private fail(error: Error): void {
    this.failure = error;
    this.log.error({ err: error, position: this.position }, 'Reading the log stopped; no listener goes on');
    this.news.emit('moved');
  }

  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.nudge = undefined;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.nudge = done;
    });
  }
}
