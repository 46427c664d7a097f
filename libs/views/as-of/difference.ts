import { Blame, differencesBetween, positionsTold } from '@exeat/audit';
import type { Actor } from '@exeat/kernel';
import type { CaseFolds } from '@exeat/messaging';
import { z } from 'zod';
import { CaseScreen, withoutTime } from './case-screen.js';
import type { CaseUpTo } from './moments.js';
import { wordsOf } from './words.js';

const momentSchema = z.strictObject({
  position: z.int().describe('Of the last fact that counts.'),
  at: z.string().describe('When that fact happened.'),
});

export const caseDifferenceSchema = z.strictObject({
  from: momentSchema,
  to: momentSchema,
  items: z.array(
    z.strictObject({
      pointer: z
        .string()
        .describe(
          'Below `/case`, into the page of the case; below `/state/<stream>`, into what the deciders saw. Of what is gone, as it was before.',
        ),
      label: z.string().describe('What differs, in words.'),
      before: z.unknown().optional().describe('Left out for what was added.'),
      after: z.unknown().optional().describe('Left out for what was removed.'),
      position: z.int().describe('Of the fact that last changed it, or anything within.'),
    }),
  ),
});

/** Versions move with every fact and say nothing of the case; the status is told once, in words, and not in stages. */
const untold = ['versions', 'status', 'stages', 'clock'];

/** The page without what is not worth telling. */
const told = (screen: object): Record<string, unknown> => {
  const { licence, review, ...page } = withoutTime(screen) as {
    readonly licence?: { readonly version: number } | null;
    readonly review?: { readonly changedAt: string };
  };
  const { version: _version, ...licensed } = licence ?? {};
  const { changedAt: _changedAt, ...reviewed } = review ?? {};
  return {
    ...Object.fromEntries(Object.entries(page).filter(([name]) => !untold.includes(name))),
    ...(review && { review: reviewed }),
    licence: licence ? licensed : null,
  };
};

/** What differs in a case between two moments: on its page, and in the states of its streams; with who changed it. */
export const caseDifference = (caseId: string, from: CaseUpTo, to: CaseUpTo, by: Actor, folds: CaseFolds) => {
  const blame = new Blame();
  const positionOf = positionsTold(to.told);
  const page = (upTo: CaseUpTo, each: (seen: Record<string, unknown>, position: number | undefined) => void) => {
    const screen = new CaseScreen(caseId);
    let seen: Record<string, unknown> = {};
    for (const fact of upTo.folded) {
      screen.apply(fact);
      const now = screen.seenBy(by, upTo.now);
      if (now) each((seen = told(now)), positionOf(fact));
    }
    return seen;
  };
  const before = { case: page(from, () => undefined), state: folds.statesOf(from.told) };
  const after = {
    case: page(to, (seen, position) => blame.after(seen, position, ['case'])),
    state: folds.statesOf(to.told),
  };
  for (const { fact, state } of folds.statesAfterEach(to.told))
    blame.after(state, positionOf(fact), ['state', fact.stream]);

  return {
    from: { position: from.last.position, at: from.last.meta.at },
    to: { position: to.last.position, at: to.last.meta.at },
    items: differencesBetween(before, after).flatMap(({ pointer, path, steps, ...values }) => {
      const position = blame.lastWithin(path);
      return position === undefined ? [] : [{ pointer, label: wordsOf(steps), ...values, position }];
    }),
  };
};
