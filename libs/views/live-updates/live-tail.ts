import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { EventStore } from '@exeat/event-store';

interface Waiter {
  readonly position: number;
  readonly wake: (grown: boolean) => void;
}

const lookEveryMs = 100;

/** Tells many listeners that the log has grown, looking at it once for all of them, and not at all while none waits. */
@Injectable()
export class LiveTail {
  private readonly waiters = new Set<Waiter>();
  private looking = false;

  constructor(private readonly store: EventStore) {}

  /** True as soon as there is a fact after the position; false after `withinMs`, or once the signal is aborted. */
  async beyond(position: number, withinMs: number, signal: AbortSignal): Promise<boolean> {
    const stop = AbortSignal.any([signal, AbortSignal.timeout(withinMs)]);
    if (stop.aborted) return false;
    return new Promise((resolve) => {
      const giveUp = () => waiter.wake(false);
      const waiter: Waiter = {
        position,
        wake: (grown) => {
          stop.removeEventListener('abort', giveUp);
          this.waiters.delete(waiter);
          resolve(grown);
        },
      };
      stop.addEventListener('abort', giveUp, { once: true });
      this.waiters.add(waiter);
      void this.look();
    });
  }

  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    try {
      while (this.waiters.size > 0) {
        // A store that cannot be reached has not grown; health tells of it, and listeners go on waiting.
        const head = await this.store.head().catch(() => undefined);
        for (const { position, wake } of this.waiters) if (head && head.position > position) wake(true);
        await pause(lookEveryMs, undefined, { ref: false });
      }
    } finally {
      this.looking = false;
    }
  }
}
