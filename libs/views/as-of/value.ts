import { placeOf, positionsTold, valueAt } from '@exeat/audit';
import { same, type Actor } from '@exeat/kernel';
import { z } from 'zod';
import { CaseScreen, withoutTime } from './case-screen.js';
import type { CaseUpTo } from './moments.js';
import { wordsOf } from './words.js';

export const caseValueSchema = z.strictObject({
  pointer: z.string(),
  label: z.string().describe('What it is, in words.'),
  values: z
    .array(
      z.strictObject({
        value: z.unknown().optional().describe('Left out for the time when there was none.'),
        position: z
          .int()
          .nullable()
          .describe('Of the fact that set it; null where auditors are not told of that fact.'),
      }),
    )
    .describe('Oldest first; the last is how it stood.'),
});

type Told = z.infer<typeof caseValueSchema>['values'][number];

/** Everything a value of the page of a case has been; undefined where the page has no such value. */
export const caseValue = (
  caseId: string,
  { folded, told, now }: CaseUpTo,
  by: Actor,
  pointer: string,
): z.infer<typeof caseValueSchema> | undefined => {
  const positionOf = positionsTold(told);
  const afterEach = function* () {
    const screen = new CaseScreen(caseId);
    for (const fact of folded) {
      screen.apply(fact);
      const seen = screen.seenBy(by, now);
      if (seen) yield { seen: withoutTime(seen), position: positionOf(fact) ?? null };
    }
  };
  let page: Record<string, unknown> = {};
  for (const { seen } of afterEach()) page = seen;
  const place = placeOf(page, pointer);
  if (!place) return undefined;

  const values: Told[] = [];
  let before: unknown;
  for (const { seen, position } of afterEach()) {
    const value = valueAt(seen, place);
    if (same(before, value)) continue;
    before = value;
    values.push({ ...(value !== undefined && { value }), position });
  }
  return { pointer, label: wordsOf([{ field: 'case' }, ...place.steps]), values };
};
