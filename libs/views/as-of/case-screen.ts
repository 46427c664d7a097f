import type { Actor, Instant, Recorded } from '@exeat/kernel';
import { CaseInMemory } from '@exeat/messaging';
import { z } from 'zod';
import { caseAsSeenSchema, caseSeenBy } from '../case-overview/case-as-seen.js';
import { caseOverview } from '../case-overview/case-overview.view.js';
import { licenceOf, licenceSchema } from '../licence-register/licence-register.http.js';
import { licenceRegister } from '../licence-register/licence-register.view.js';
import { obligationOf, obligationSchema } from '../obligations-due/obligations-due.http.js';
import { obligationsDue } from '../obligations-due/obligations-due.view.js';

/** Everything that the page of a case shows: the case, its licence where it has one, and what is owed under it. */
export const caseScreenSchema = caseAsSeenSchema.extend({
  licence: licenceSchema.nullable(),
  obligations: z.array(obligationSchema),
});

/**
 * The page of a case, folded in memory by the definitions that the tables of the views are kept by, and shown by the
 * functions that show the tables.
 */
export class CaseScreen {
  private readonly overview = new CaseInMemory(caseOverview);
  private readonly licences = new CaseInMemory(licenceRegister);
  private readonly owed = new CaseInMemory(obligationsDue);

  constructor(private readonly caseId: string) {}

  /** Folds one more fact of the case in. */
  apply(fact: Recorded): void {
    for (const view of [this.overview, this.licences, this.owed]) view.apply(fact);
  }

  /** As somebody who may see the case sees it at a moment; undefined before the case began. */
  seenBy(by: Actor, now: Instant) {
    const row = this.overview.row(this.caseId);
    if (!row) return undefined;
    // A case is decided once, so it has one licence at most.
    const licence = this.licences.rows().find(({ kind }) => kind === 'licence');
    return {
      ...caseSeenBy(by, row, now),
      licence: licence ? licenceOf(licence) : null,
      obligations: this.owed
        .rows()
        .filter(({ kind }) => kind === 'obligation')
        .sort((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0))
        .map(obligationOf),
    };
  }
}

/** What time alone moves: no fact sets it. */
const movedByTime = ['daysElapsed', 'daysLeft'];

/** The page without what time alone moves. */
export const withoutTime = (screen: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(screen).filter(([name]) => !movedByTime.includes(name)));
