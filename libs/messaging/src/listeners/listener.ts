import type { EventStore } from '@exeat/event-store';
import type { Recorded } from '@exeat/kernel';
import { EventEmitter } from 'node:events';
import type { Feed, Subscription } from '../feed/feed.js';
import type { Log } from '../log.js';
import { building, checkpoints, noteStopped, takeCheckpoint } from './checkpoints.js';
import { messageOf } from './faults.js';
import { Fenced, Stopped, type Held, type Queryable } from './held.js';
import type { Work } from './work.js';

/** `fenced`: another process has it, or nobody here has taken it yet. */
export type ListenerState = 'running' | 'stopped' | 'fenced' | 'building';

/** What `begin` found: it runs, or stands still with a reason, or its table was built by another version. */
type Begun = 'running' | 'stopped' | 'outdated';

/** A reader of the log with a checkpoint: takes it, follows the feed, says where it stands. */
export class Listener {
  state: ListenerState = 'fenced';
  reason: string | undefined;
  position = 0;
  private saved = 0;
  private held: Held | undefined;
  private subscription: Subscription | undefined;
  private stopping = new AbortController();
  private readonly progress = new EventEmitter().setMaxListeners(0);

  constructor(
    readonly work: Work,
    private readonly store: EventStore,
    private readonly feed: Feed,
    private readonly db: Queryable,
    private readonly log: Log,
    /** Called when another took the checkpoint, so that it is looked at soon whose it is now. */
    private readonly fencedOff: () => void,
  ) {}

  get name(): string {
    return this.work.listener;
  }

  get token(): string | undefined {
    return this.held?.token;
  }

  /** Takes the checkpoint as the holder of the lock (`owner` is its connection) and follows the feed from there. */
  async begin(owner: Queryable): Promise<Begun> {
    await this.end();
    const { listener, version } = this.work;
    const { epoch } = await this.store.head();
    const known = (await checkpoints(this.db, [listener])).filter((each) => each.version !== building);
    if (known.length > 0 && !known.some((each) => each.version === version)) return 'outdated';
    const taken = await takeCheckpoint(owner, { listener, version, epoch, status: 'running' });
    // Asked after the checkpoint was taken: the store grows meanwhile, and beside an older head a sound checkpoint would
    // seem to be ahead of it.
    const head = await this.store.head();
    const held: Held = { listener, version, token: taken.token, epoch: taken.epoch };
    [this.held, this.position, this.saved] = [held, taken.position, taken.position];
    try {
      if (taken.epoch !== head.epoch)
        throw new Stopped(`The store was restored: its epoch is ${head.epoch}, this checkpoint is of ${taken.epoch}`);
      if (taken.position > head.position)
        throw new Stopped(`The checkpoint is at ${taken.position}, and the store ends at ${head.position}`);
      await this.work.prepare(held, taken.position);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      await this.halt(error);
      return 'stopped';
    }
    [this.state, this.reason, this.stopping] = ['running', undefined, new AbortController()];
    const subscription = this.feed.subscribe(listener, taken.position, (facts) => this.take(held, facts));
    this.subscription = subscription;
    void subscription.ended.then((error) => this.ended(subscription, error));
    this.progress.emit('moved');
    return 'running';
  }

  /** Takes nothing more; what is in hand is finished, or left for the next time. It still counts as running. */
  async drain(): Promise<void> {
    this.stopping.abort();
    const subscription = this.subscription;
    this.subscription = undefined;
    await subscription?.stop();
  }

  /** Drains, and gives the checkpoint up. */
  async end(): Promise<void> {
    await this.drain();
    if (this.state === 'running') this.state = 'fenced';
  }

  /** True when the listener has read up to a position; false where it has not within the time. */
  async reached(position: number, withinMs: number): Promise<boolean> {
    const until = Date.now() + withinMs;
    while (this.position < position) {
      const left = until - Date.now();
      if (left <= 0) return false;
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          this.progress.off('moved', done);
          resolve();
        };
        const timer = setTimeout(done, left);
        this.progress.on('moved', done);
      });
    }
    return true;
  }

  /** The move that the checkpoint has not been told of, where there is one. */
  unsaved(): { readonly held: Held; readonly position: number } | undefined {
    const { held, position } = this;
    return held && this.state === 'running' && position > this.saved ? { held, position } : undefined;
  }

  noteSaved(position: number): void {
    this.saved = Math.max(this.saved, position);
  }

  private async take(held: Held, facts: readonly Recorded[]): Promise<void> {
    const last = facts.at(-1);
    if (!last || last.position <= this.position) return;
    const fresh = facts.filter(({ position, type }) => position > this.position && this.work.handles(type));
    if (fresh.length > 0) {
      await this.work.apply(held, fresh, last.position, this.stopping.signal);
      if (this.work.savesCheckpoint) this.saved = last.position;
    }
    this.position = last.position;
    this.progress.emit('moved');
  }

  private async ended(subscription: Subscription, error: Error | undefined): Promise<void> {
    if (this.subscription !== subscription || error === undefined) return;
    if (error instanceof Fenced) {
      this.state = 'fenced';
      this.log.warn({ listener: this.name, position: this.position }, 'A listener was fenced off');
      this.fencedOff();
    } else
      await this.halt(error).catch((failure: unknown) => this.log.warn({ err: failure }, 'A reason was not saved'));
  }

  private async halt(error: Error): Promise<void> {
    this.state = 'stopped';
    this.reason = messageOf(error);
    const { name, position, reason } = this;
    this.log.error({ err: error, listener: name, position, reason }, 'A listener stopped');
    if (this.held) await noteStopped(this.db, this.held, this.reason);
  }
}
