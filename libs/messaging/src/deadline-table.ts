import type { Envelope, Fact, FactNamed, Instant, Recorded } from '@exeat/kernel';
import type { ICommand } from '@nestjs/cqrs';

/** A moment at which a context has to act by itself. */
export interface Due {
  /** Unique in its case and context, for example `silence:state`. Setting it again moves the moment. */
  readonly key: string;
  readonly dueAt: Instant;
  /** The type of command that will be asked for. */
  readonly ask: string;
  /** What the command needs to know beside its case, for example the agency or the obligation. */
  readonly subject: Readonly<Record<string, string>>;
}

/** The due times of the fact's case, as a table of deadlines may change them. */
export interface DueTimes {
  set(due: Due): void;
  clear(key: string): void;
  clearAll(): void;
}

/**
 * Which facts of a context set or clear a due time, and what is asked for when it has come. The decider checks the
 * time itself and refuses `NOT_YET_DUE`.
 */
export interface DeadlineTable<F extends Fact = Fact> {
  readonly context: string;
  readonly on: { readonly [Type in F['type']]?: OnDue<F, Type> };
  /** The command that is due. Pure; `envelope` and `at` go into it as they are. */
  readonly command: (due: Due & { readonly caseId: string }, at: Instant, envelope: Envelope) => ICommand;
}

// Written as a method so that the table of one context can stand in a list of tables: a handler is only ever called
// with facts of the type it is named for.
type OnDue<F extends Fact, Type extends F['type']> = {
  on(fact: Recorded<FactNamed<F, Type>>, due: DueTimes): void;
}['on'];
