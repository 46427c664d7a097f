import { holds, type Actor, type Recorded } from '@exeat/kernel';
import { ApplicationSubmitted } from '@exeat/submission';
import { isForAuthority, sentenceOf } from '../sentences.js';

/** A case as it stood: what had happened, and how far each of its streams had come. */
export interface CaseState {
  readonly caseId: string;
  /** The position of the last fact that counts. */
  readonly position: number;
  readonly versions: Readonly<Record<string, number>>;
  readonly facts: readonly {
    readonly position: number;
    readonly stream: string;
    readonly version: number;
    readonly type: string;
    readonly at: string;
    readonly by: string;
    readonly sentence: string;
    /** As stored. Left out for readers who may not see everything it can hold. */
    readonly data?: unknown;
  }[];
}

/**
 * Stored facts hold what an agency withholds from the others, and financial terms, which must not weigh on technical or
 * security review. Their people read the sentences, which hold neither.
 */
export const readsStoredFacts = (by: Actor): boolean =>
  holds(by, 'auditor') ||
  ((holds(by, 'licensing-officer') || holds(by, 'countersigner')) &&
    !holds(by, 'technical-reviewer') &&
    !holds(by, 'security-reviewer'));

/**
 * What the authority may learn from: nothing of a case that was never submitted, and of its drafts only what a
 * submission followed.
 */
export const submittedIn = (facts: readonly Recorded[]): readonly Recorded[] => {
  const submissions = facts.filter(({ type }) => type === ApplicationSubmitted.type).map(({ position }) => position);
  const [first, last] = [submissions[0], submissions.at(-1)];
  if (first === undefined || last === undefined) return [];
  return facts.filter((fact) => (isForAuthority(fact) ? fact.position >= first : fact.position < last));
};

/** The facts up to a position or, where a moment is given, those of commands up to that moment. */
export const factsUpTo = (facts: readonly Recorded[], at: number | string | undefined): readonly Recorded[] =>
  facts.filter(({ position, meta }) =>
    at === undefined ? true : typeof at === 'number' ? position <= at : meta.at <= at,
  );

/** Tells the facts that count, in order; stored data only for readers who may see all of it. */
export const caseStateOf = (caseId: string, counted: readonly Recorded[], withData: boolean): CaseState => {
  return {
    caseId,
    position: counted.at(-1)?.position ?? 0,
    versions: Object.fromEntries(counted.map(({ stream, version }) => [stream, version])),
    facts: counted.map((fact) => ({
      position: fact.position,
      stream: fact.stream,
      version: fact.version,
      type: fact.type,
      at: fact.meta.at,
      by: fact.meta.actor.name,
      sentence: sentenceOf(fact),
      ...(withData && { data: fact.data }),
    })),
  };
};
