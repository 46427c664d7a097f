/** Something without which requests cannot be answered. */
export interface Dependency {
  readonly name: string;
  /** What is wrong, in words everybody may read; nothing where all is well. Throwing means that it does not answer. */
  readonly check: () => Promise<string | undefined>;
}

/** What the process needs, and whether it is on its way out. */
export abstract class Readiness {
  abstract readonly dependencies: readonly Dependency[];
  /** Aborted once stopping has begun: streams should end, and no new requests come. */
  abstract readonly stopping: AbortSignal;
}
