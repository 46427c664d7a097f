import type { Recorded } from '@exeat/kernel';
import { assertContiguous, StoreCorrupted, type EventStore } from '@exeat/event-store';
import type { Log } from '../log.js';
import { NoMore, type Feed, type Subscription, type Take } from './feed.js';
import { backoff, pause } from './pause.js';
import type { Tail } from './tail.js';

const live = 500;
const page = 2000;

/**
 * The feed over the fact table. Listeners that have caught up share the tail; one that is behind reads pages by itself
 * until it has. The order is that of the whole log, so it holds for each case.
 */
export class PostgresFeed implements Feed {
  constructor(
    private readonly store: EventStore,
    private readonly tail: Tail,
    private readonly log: Log,
  ) {}

  subscribe(listener: string, after: number, take: Take): Subscription {
    const stopping = new AbortController();
    const ended = this.follow(listener, after, take, stopping.signal);
    return {
      ended,
      stop: async () => {
        stopping.abort();
        await ended;
      },
    };
  }

  private async follow(listener: string, after: number, take: Take, signal: AbortSignal): Promise<Error | undefined> {
    for (let position = after; !signal.aborted && !this.tail.failure;)
      try {
        const facts = await this.next(position);
        const last = facts.at(-1);
        if (!last) await this.tail.moved(position, signal);
        else {
          await this.give(listener, facts, take, signal);
          position = last.position;
        }
      } catch (error) {
        if (error instanceof NoMore || error instanceof StoreCorrupted) return error;
        this.log.warn({ err: error, listener }, 'The store cannot be read; trying again');
        await pause(500, signal);
      }
    return this.tail.failure;
  }

  private async next(position: number): Promise<readonly Recorded[]> {
    const recent = this.tail.after(position, live);
    if (recent) return recent;
    const facts = await this.store.read(position, page);
    assertContiguous(facts, position);
    return facts;
  }

  /** Gives a batch until it is taken, or the subscription ends. */
  private async give(listener: string, facts: readonly Recorded[], take: Take, signal: AbortSignal): Promise<void> {
    for (let attempt = 1; !signal.aborted; attempt++)
      try {
        return await take(facts);
      } catch (error) {
        if (error instanceof NoMore) throw error;
        this.log.warn(
          { err: error, listener, attempt, position: facts[0]?.position },
          'Facts were not taken; giving them again',
        );
        await pause(backoff(attempt, 50, 2000), signal);
      }
  }
}
