import type { FactDefinition, Recorded } from '@exeat/kernel';
import type { Type } from '@nestjs/common';
import type { DeadlineTable } from './deadline-table.js';
import type { Reaction } from './reaction.js';

/** What a context hands to whoever starts it. */
export interface ContextParts {
  /** As in its streams and listeners: `technical-review`. */
  readonly name: string;
  /** Its Nest module: handlers and controllers. */
  readonly module: Type<unknown>;
  /** The stored forms of its facts. */
  readonly facts: readonly FactDefinition[];
  readonly reactions: readonly Reaction[];
  readonly deadlines?: DeadlineTable;
  /**
   * The state that the facts of one of its streams lead to: what its decider would see. From the first fact on, or from a
   * state that it gave before.
   */
  readonly stateOf: (facts: readonly Recorded[], from?: unknown) => unknown;
}
