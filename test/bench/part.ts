import type { DatabaseUrls } from '@exeat/postgres';
import type { Measured } from './report.js';

/** What a part of the bench has to work with. */
export interface Bench {
  /** A fresh database with the whole platform's schema and not a fact in it. */
  readonly emptyDatabase: () => Promise<DatabaseUrls>;
  /** A database with a long history of whole cases; made once, and read by every part that asks for it. */
  readonly history: () => Promise<DatabaseUrls>;
  /** Says what is going on, in place of what was said before. */
  readonly progress: (doing: string) => void;
  /**
   * Something to be ended when the bench ends, however that comes about; what was added last is ended first. Gives how
   * to end it before.
   */
  readonly beforeEnd: (end: () => Promise<unknown>) => () => Promise<unknown>;
}

/** One question to the platform: measures, and gives a figure for each line of the answer. */
export type Part = (bench: Bench) => Promise<readonly Measured[]>;
