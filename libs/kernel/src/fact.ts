import type { z } from 'zod';
import type { Actor } from './actor.js';
import type { Instant } from './time.js';

/** What happened, in the past tense. `data` is stored form: see `defineFact`. */
export interface Fact<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** What came in with the command and is stored beside each of its facts. */
export interface FactMeta {
  readonly actor: Actor;
  /** The business moment of the command, from the injected clock; the database's own `recordedAt` stands beside it. */
  readonly at: Instant;
  readonly commandId: string;
  /** The same for all that followed from one request. */
  readonly correlationId: string;
  /** The id of the fact that made this command happen (reactions, deadlines). */
  readonly causationId?: string;
  readonly traceparent?: string;
  /** Rule sets by which something was computed. */
  readonly ruleSets?: readonly string[];
}

/** A fact as the store gives it back. */
export interface Recorded<F extends Fact = Fact> {
  /** 1, 2, 3, ... over the whole store, without holes, in commit order. */
  readonly position: number;
  readonly stream: string;
  /** 1, 2, 3, ... within the stream. */
  readonly version: number;
  readonly factId: string;
  readonly caseId: string;
  readonly type: F['type'];
  readonly schemaVersion: number;
  readonly data: F['data'];
  readonly meta: FactMeta;
  /** The database's clock, microseconds, ISO 8601. Informational: order never comes from time. */
  readonly recordedAt: string;
}

/** The recorded fact, as a union that narrows by `type`. */
export type RecordedOf<F extends Fact> = F extends Fact ? Recorded<F> : never;

/** How an older stored form becomes the next one. Pure. */
export type Upcaster = (data: unknown) => unknown;

export interface FactDefinition<Type extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly type: Type;
  /** The version in which facts of this type are written today. */
  readonly schemaVersion: number;
  readonly schema: Schema;
  /** `upcasters[1]` lifts version 1 to version 2, and so on. */
  readonly upcasters: Readonly<Record<number, Upcaster>>;
}

/**
 * Defines a stored form. A released name or field never changes meaning: a new meaning is a new fact, a new shape is a
 * new version with an upcaster from the one before.
 */
export const defineFact = <const Type extends string, Schema extends z.ZodType>(
  type: Type,
  schema: Schema,
  older: { readonly schemaVersion?: number; readonly upcasters?: Readonly<Record<number, Upcaster>> } = {},
): FactDefinition<Type, Schema> => ({
  type,
  schema,
  schemaVersion: older.schemaVersion ?? 1,
  upcasters: older.upcasters ?? {},
});

/** The union of facts of a list of definitions. */
export type FactOf<Definitions extends readonly FactDefinition[]> = {
  [Index in keyof Definitions]: Definitions[Index] extends FactDefinition<infer Type, infer Schema>
    ? Fact<Type, z.infer<Schema>>
    : never;
}[number];

/** The fact of one type, out of a union. */
export type FactNamed<F extends Fact, Type extends F['type']> = Extract<F, { type: Type }>;

/** One sentence for each fact, total by type: a new fact does not compile until it has one. */
export type SentencesFor<F extends Fact> = {
  readonly [Type in F['type']]: (fact: Recorded<FactNamed<F, Type>>) => string;
};

/**
 * Who may read that a fact happened: the applicant and the authority, the authority alone, or the applicant alone, as
 * for a draft, which is nobody else's before it is submitted.
 */
export type Audience = 'applicant' | 'authority' | 'applicant-only';

/** The audience of each fact of a union, total by type. */
export type AudienceFor<F extends Fact> = { readonly [Type in F['type']]: Audience };
