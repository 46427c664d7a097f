import { StoreBusy } from './contract.js';

export interface CoalescerLimits {
  /** Batches under way at the same time. Two: one is prepared and parsed while the other holds the log. */
  readonly lanes: number;
  /** Items and bytes of one batch. A single item may be larger. */
  readonly items: number;
  readonly bytes: number;
  /** Items and bytes that may wait before `StoreBusy` is the answer. */
  readonly waitingItems: number;
  readonly waitingBytes: number;
}

export const coalescerLimits: CoalescerLimits = {
  lanes: 2,
  items: 256,
  bytes: 1024 * 1024,
  waitingItems: 4096,
  waitingBytes: 32 * 1024 * 1024,
};

/** Fewer than this are not worth a second commit: they go together though another lane is free. */
const smallestShare = 16;

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly bytes: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Gathers what waits and sends it together. There is no timer: a lone item leaves in the same turn of the event loop,
 * and while batches are under way the next ones gather. Each item has an answer of its own.
 */
export class Coalescer<Item, Answer> {
  private readonly waiting: Waiting<Item, Answer>[] = [];
  private waitingBytes = 0;
  private freeLanes: number;
  private flushIsDue = false;
  /** Smoothed milliseconds from sending a batch to its answer, for each of its items. */
  private pace = 1;

  /** `send` answers every item, in order, and never rejects. */
  constructor(
    private readonly send: (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Answer>[]>,
    private readonly limits: CoalescerLimits = coalescerLimits,
  ) {
    this.freeLanes = limits.lanes;
  }

  /** Throws `StoreBusy` where too much waits already. `bytes` is about what the item weighs. */
  submit(item: Item, bytes: number): Promise<Answer> {
    const { waitingItems, waitingBytes } = this.limits;
    if (this.waiting.length >= waitingItems || (this.waiting.length > 0 && this.waitingBytes + bytes > waitingBytes))
      return Promise.reject(new StoreBusy(this.secondsToDrain()));
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, bytes, resolve, reject });
      this.waitingBytes += bytes;
      this.flushSoon();
    });
  }

  /** At the end of this turn, so that all who come in the same one go together. */
  private flushSoon(): void {
    if (this.flushIsDue || this.freeLanes === 0 || this.waiting.length === 0) return;
    this.flushIsDue = true;
    setImmediate(() => {
      this.flushIsDue = false;
      while (this.freeLanes > 0 && this.waiting.length > 0) void this.run(this.take());
    });
  }

  /** An equal share for each free lane, so that they keep each other's pace. */
  private take(): readonly Waiting<Item, Answer>[] {
    const share = Math.max(smallestShare, Math.ceil(this.waiting.length / this.freeLanes));
    const most = Math.min(this.limits.items, share, this.waiting.length);
    let count = 0;
    let bytes = 0;
    for (const { bytes: more } of this.waiting) {
      if (count === most || (count > 0 && bytes + more > this.limits.bytes)) break;
      bytes += more;
      count++;
    }
    this.waitingBytes -= bytes;
    return this.waiting.splice(0, count);
  }

  private async run(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    this.freeLanes--;
    const started = performance.now();
    const answers = await this.send(batch.map(({ item }) => item));
    this.pace = 0.8 * this.pace + (0.2 * (performance.now() - started)) / batch.length;
    this.freeLanes++;
    batch.forEach(({ resolve, reject }, index) => {
      const answer = answers[index];
      if (answer?.status === 'fulfilled') resolve(answer.value);
      else reject(answer?.reason ?? new Error('A batch came back without an answer for each of its items.'));
    });
    this.flushSoon();
  }

  private secondsToDrain(): number {
    const seconds = (this.waiting.length * this.pace) / this.limits.lanes / 1000;
    return Math.min(60, Math.max(1, Math.ceil(seconds)));
  }
}
