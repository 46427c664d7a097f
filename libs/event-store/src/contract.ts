import type { Fact, FactMeta, Recorded, RecordedOf } from '@exeat/kernel';

/** What the sender believes of the stream: exactly this version, that it is new, that it exists, or nothing. */
export type Expectation = { readonly exact: number } | 'none' | 'exists' | 'any';

/** One command's facts, to be stored together or not at all. */
export interface Append {
  readonly stream: string;
  readonly caseId: string;
  readonly expect: Expectation;
  readonly commandId: string;
  /** SHA-256 over what was asked and by whom, in hexadecimal: the same command id with another digest is refused. */
  readonly requestDigest: string;
  /** May be empty: then only the receipt is kept. */
  readonly facts: readonly Fact[];
  readonly meta: FactMeta;
}

/** What was answered to a command: kept beside its facts, and given again to whoever asks again. */
export interface Receipt {
  readonly commandId: string;
  readonly requestDigest: string;
  readonly stream: string;
  readonly caseId: string;
  /** The stream's version after the command. */
  readonly version: number;
  /** The position of the command's last fact; of the store's head where it had none. */
  readonly position: number;
  /** How many facts it led to. */
  readonly facts: number;
}

export type AppendOutcome =
  | { readonly outcome: 'appended' | 'repeated'; readonly receipt: Receipt }
  /** The expectation did not hold; nothing was stored. */
  | { readonly outcome: 'conflict'; readonly actualVersion: number }
  /** The command id is known with other content; nothing was stored. */
  | { readonly outcome: 'mismatch' };

export interface Head {
  /** How many facts there are, and the position of the last. */
  readonly position: number;
  /** Changes when the store is restored or forked: a reader from before must not go on by itself. */
  readonly epoch: string;
}

export interface Loaded<F extends Fact> {
  readonly facts: readonly RecordedOf<F>[];
  readonly version: number;
  /** Present where the command id is known already. */
  readonly receipt?: Receipt;
}

/**
 * The log of facts. An abstract class so that it can be asked for by constructor; its one implementation is
 * `PostgresEventStore`, and test/contracts holds the suite that any other would have to pass.
 */
export abstract class EventStore {
  /** A stream's facts in today's form, oldest first, and the receipt of the command that is about to be decided. */
  abstract load<F extends Fact>(stream: string, commandId?: string): Promise<Loaded<F>>;

  /**
   * Stores one command's facts. Waits for whatever else is being appended and goes with it in one commit.
   * Throws `StoreBusy` where too many wait, `StoreUnavailable` where the database cannot be reached, `FactNotStorable`
   * where the facts are not of the form they are defined in.
   */
  abstract append(command: Append): Promise<AppendOutcome>;

  /** Facts after a position, in order, at most `limit`. Throws `StoreCorrupted` where a position is missing. */
  abstract read(after: number, limit: number): Promise<readonly Recorded[]>;

  /** All facts of a case over its streams, in order, up to and including a position where one is given. */
  abstract readCase(caseId: string, upTo?: number): Promise<readonly Recorded[]>;

  abstract head(): Promise<Head>;

  /** The next number of a series: unique, growing, possibly with gaps. */
  abstract nextNumber(series: 'application' | 'licence'): Promise<number>;
}

/** Too much is waiting to be stored. Try again after `retryAfterSeconds`. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
  constructor(readonly retryAfterSeconds: number) {
    super('The store has more waiting than it takes; nothing was stored.');
  }
}

/** The database could not be reached, or gave no answer. Whether the command was stored can be asked by its id. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** A position is missing or a stored form cannot be read: the reader must stop. */
export class StoreCorrupted extends Error {
  override readonly name = 'StoreCorrupted';
}

/** These facts cannot be stored as they are: another form than their definition, or text the database has no room for. */
export class FactNotStorable extends Error {
  override readonly name = 'FactNotStorable';
}
