import type { Recorded } from '@exeat/kernel';
import type { Held, Queryable } from './held.js';

export type ListenerKind = 'view' | 'deadlines' | 'reactions';

/** What a listener does with facts; `Listener` runs it. */
export interface Work {
  readonly listener: string;
  readonly version: string;
  readonly kind: ListenerKind;
  /** Its table, where it has one; locked before the checkpoint whenever both are. */
  readonly table?: string;
  handles(type: string): boolean;
  /** Before the first fact, with the checkpoint just taken. Throws `Stopped` where it cannot begin. */
  prepare(held: Held, position: number): Promise<void>;
  /**
   * Applies facts that it handles. A work that saves its checkpoint does so up to `upTo` in the same transaction. Throws
   * `Fenced` or `Stopped` to end; any other error asks for the facts again.
   */
  apply(held: Held, facts: readonly Recorded[], upTo: number, signal: AbortSignal): Promise<void>;
  /** Applies one parked fact in the caller's transaction, in which the checkpoint is held. Throws where it fails again. */
  retry(client: Queryable, held: Held, fact: Recorded): Promise<void>;
  readonly savesCheckpoint: boolean;
}
