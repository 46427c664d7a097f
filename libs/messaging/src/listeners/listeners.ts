import type { EventStore } from '@exeat/event-store';
import type { Feed } from '../feed/feed.js';
import { backoff } from '../feed/pause.js';
import type { Log } from '../log.js';
import { building, checkpoints, moveCheckpoints } from './checkpoints.js';
import { messageOf } from './faults.js';
import type { Queryable } from './held.js';
import { Listener } from './listener.js';
import type { Locks } from './locks.js';
import type { Work } from './work.js';

const tendEvery = 1000;
const saveEvery = 250;

interface ListenersParts {
  readonly works: readonly Work[];
  readonly store: EventStore;
  readonly feed: Feed;
  readonly db: Queryable;
  readonly locks: Locks;
  readonly log: Log;
  /** Builds a view anew whose table was made by another version of it. */
  readonly buildAnew: (view: string, signal: AbortSignal) => Promise<unknown>;
}

/**
 * All listeners of a process: takes those that no other process has, looks once a second for more and for any that was
 * fenced off, and saves the checkpoints of listeners that had nothing to do, all in one statement.
 */
export class Listeners {
  readonly all: readonly Listener[];
  private readonly stopping = new AbortController();
  private readonly building = new Map<string, Promise<void>>();
  private tending: Promise<void> = Promise.resolve();
  private tendTimer: NodeJS.Timeout | undefined;
  private saveTimer: NodeJS.Timeout | undefined;
  private saving: Promise<void> = Promise.resolve();
  private failures = 0;
  private soon = false;

  constructor(private readonly parts: ListenersParts) {
    const { store, feed, db, log } = parts;
    this.all = parts.works.map((work) => new Listener(work, store, feed, db, log, () => this.tendSoon()));
    parts.locks.on('lost', () => void this.lose());
  }

  /** Resolves when every listener that is free was taken and follows the feed. */
  async start(): Promise<void> {
    await this.tend();
    this.saveTimer = setInterval(() => (this.saving = this.saving.then(() => this.save())), saveEvery);
    this.tendLater(tendEvery);
  }

  /** Finishes what is in hand and saves every checkpoint. The locks stay with their owner. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.tendTimer);
    clearInterval(this.saveTimer);
    await this.tending;
    await Promise.all(this.building.values());
    await this.saving;
    await Promise.all(this.all.map((listener) => listener.drain()));
    await this.save();
    await Promise.all(this.all.map((listener) => listener.end()));
  }

  /** One that runs here; undefined where it is unknown or another process has it. */
  running(name: string): Listener | undefined {
    return this.all.find((listener) => listener.name === name && listener.state === 'running');
  }

  private tendSoon(): void {
    this.soon = true;
    this.tendLater(0);
  }

  /** Looks after the listeners once more after a while, and from then on every second. */
  private tendLater(ms: number): void {
    if (this.stopping.signal.aborted) return;
    clearTimeout(this.tendTimer);
    this.tendTimer = setTimeout(() => {
      this.tending = this.tending.then(async () => {
        this.soon = false;
        try {
          await this.tend();
          this.failures = 0;
        } catch (error) {
          if (++this.failures === 1)
            this.parts.log.warn({ err: error }, 'Listeners could not be looked after; trying again');
        }
        this.tendLater(this.soon ? 0 : backoff(this.failures + 1, tendEvery, 5000));
      });
    }, ms);
  }

  private async tend(): Promise<void> {
    const { locks, db } = this.parts;
    await locks.take(this.all.map(({ name }) => name));
    const held = this.all.filter(({ name }) => locks.holds(name) && !this.building.has(name));
    const known = await checkpoints(
      db,
      held.map(({ name }) => name),
    );
    await Promise.all(
      held.map(async (listener) => {
        const now = known.find(
          ({ listener: name, version }) =>
            name === listener.name && version !== building && version === listener.work.version,
        );
        // Where a view could not be built anew there is no checkpoint of its version until a person has built it.
        const stands = now ? listener.state !== 'fenced' && now.token === listener.token : listener.state === 'stopped';
        if (!stands && (await listener.begin(locks)) === 'outdated') this.buildAnew(listener);
      }),
    );
  }

  private buildAnew(listener: Listener): void {
    const { log, buildAnew } = this.parts;
    const { name } = listener;
    listener.state = 'building';
    log.info({ view: name, version: listener.work.version }, 'A view is built anew: its table is of another version');
    const built = buildAnew(name, this.stopping.signal)
      .then(
        () => void (listener.state = 'fenced'),
        (error: unknown) => {
          if (this.stopping.signal.aborted) return;
          [listener.state, listener.reason] = ['stopped', `It could not be built anew: ${messageOf(error)}`];
          log.error({ err: error, view: name }, 'A view could not be built anew');
        },
      )
      .finally(() => this.building.delete(name));
    this.building.set(name, built);
  }

  private async save(): Promise<void> {
    const moves = this.all.flatMap((listener) => {
      const move = listener.unsaved();
      return move ? [{ listener, ...move }] : [];
    });
    if (moves.length === 0) return;
    try {
      const ours = await moveCheckpoints(this.parts.db, moves);
      for (const { listener, position } of moves) if (ours.get(listener.name)) listener.noteSaved(position);
    } catch (error) {
      this.parts.log.warn({ err: error }, 'Checkpoints could not be saved; trying again');
    }
  }

  /** The locks are gone, so others may have the listeners: nothing goes on until they are taken anew. */
  private async lose(): Promise<void> {
    this.parts.log.warn({}, 'The connection that holds the listeners was lost');
    await Promise.all(this.all.map((listener) => listener.end()));
    this.tendSoon();
  }
}
