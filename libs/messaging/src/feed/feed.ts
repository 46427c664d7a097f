import type { Recorded } from '@exeat/kernel';

/** What a listener does with facts. It resolves when they are applied; rejecting asks for them again. */
export type Take = (facts: readonly Recorded[]) => Promise<void>;

/**
 * How facts reach a listener. Every feed keeps the same promise, and test/contracts holds its suite: in order per case,
 * at least once, from the position it is asked for; one listener that is slow or fails holds up no other.
 */
export interface Feed {
  subscribe(listener: string, after: number, take: Take): Subscription;
}

export interface Subscription {
  /** Ends it; resolves when nothing more is given, the batch in hand included. */
  stop(): Promise<void>;
  /** Resolves with the reason when the feed cannot go on, or the listener said so with `NoMore`; never rejects. */
  readonly ended: Promise<Error | undefined>;
}

/** Thrown by a listener that will not take facts any longer: they are not given again. */
export class NoMore extends Error {
  override readonly name: string = 'NoMore';
}
