import { Blame, positionsTold } from '@exeat/audit';
import type { Actor } from '@exeat/kernel';
import { z } from 'zod';
import { caseNotFound } from '../access/reader.js';
import { timelineEntryOf, timelineEntrySchema } from '../timeline/timeline.http.js';
import { entryOf } from '../timeline/timeline.view.js';
import { caseScreenSchema, CaseScreen, withoutTime } from './case-screen.js';
import type { CaseUpTo } from './moments.js';

export const caseAsOfSchema = caseScreenSchema.extend({
  position: z.int().describe('Of the last fact that counts.'),
  at: z.string().describe('When that fact happened.'),
  timeline: z.array(timelineEntrySchema),
  setBy: z
    .record(z.string(), z.int())
    .describe('By JSON pointer into this answer, the position of the fact that last set each value of the case.'),
});

/** The page of a case as it stood, with the fact that last set each of its values. Throws 404 where there was no case. */
export const caseAsOf = (caseId: string, { folded, told, last, now }: CaseUpTo, by: Actor) => {
  const screen = new CaseScreen(caseId);
  const blame = new Blame();
  const positionOf = positionsTold(told);
  for (const fact of folded) {
    screen.apply(fact);
    const seen = screen.seenBy(by, now);
    if (seen) blame.after(withoutTime(seen), positionOf(fact));
  }
  const seen = screen.seenBy(by, now);
  if (!seen) throw caseNotFound();
  return {
    ...seen,
    position: last.position,
    at: last.meta.at,
    timeline: told.map((fact) => timelineEntryOf(entryOf(fact))),
    setBy: blame.setBy,
  };
};
