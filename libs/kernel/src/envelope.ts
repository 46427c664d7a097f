/** What travels around a command: its identity, what it belongs to, and what its sender believes. */
export interface Envelope {
  /** UUID. The same id with the same content gets the first answer again; with other content it is refused. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly traceparent?: string;
  /** The stream version the sender saw (`If-Match`); left out where any version will do. */
  readonly expectedVersion?: number;
}

/** A command was carried out: where its facts stand. */
export interface Done {
  readonly done: true;
  readonly caseId: string;
  readonly stream: string;
  readonly version: number;
  /** The position of the last fact: a view asked to be at least here shows them. */
  readonly position: number;
  /** How many facts it led to; zero where what was asked for already held. */
  readonly facts: number;
  /** True where the same command had been carried out before and this is its first answer. */
  readonly replayed: boolean;
}
