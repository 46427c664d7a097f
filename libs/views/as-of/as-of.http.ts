import { Controller, Get, Query } from '@nestjs/common';
import { momentSchema } from '@exeat/audit';
import { Allow, SignedIn } from '@exeat/auth';
import { EventStore } from '@exeat/event-store';
import type { Actor } from '@exeat/kernel';
import { CaseFolds } from '@exeat/messaging';
import { CaseId, ClockSource, Documented, parseQuery, problemError } from '@exeat/service-host';
import { z } from 'zod';
import { caseAsOf, caseAsOfSchema } from './case-as-of.js';
import { caseDifference, caseDifferenceSchema } from './difference.js';
import { caseUpTo } from './moments.js';
import { caseValue, caseValueSchema } from './value.js';

const asOfQuery = z.strictObject({
  /** A position in the log, or a moment; left out, the case as it stands. */
  at: momentSchema.optional(),
});
const differenceQuery = z.strictObject({ from: momentSchema, to: momentSchema });

const valueQuery = z.strictObject({
  ...asOfQuery.shape,
  /** A JSON pointer into the page of the case, as it stood then. */
  pointer: z.string().min(2).max(500).startsWith('/'),
});

const reversed = () =>
  problemError(422, 'MOMENTS_REVERSED', 'The first moment must not be later than the second.', '/from');

/** A case at moments of its history. Folded from the log itself, so it needs no view to have caught up. */
@Controller('cases/:caseId')
export class AsOfController {
  constructor(
    private readonly store: EventStore,
    private readonly folds: CaseFolds,
    private readonly clock: ClockSource,
  ) {}

  @Get('as-of')
  @Allow('audit:read')
  @Documented({
    summary: 'The page of a case as it stood',
    description:
      'What GET /cases/{caseId} answered then, with the licence, what was owed, and what had happened. ' +
      'Days are counted to the moment, or to the fact at the position.',
    query: asOfQuery,
    response: caseAsOfSchema,
    refusals: ['CASE_NOT_FOUND', 'INVALID_QUERY'],
  })
  async asOf(@CaseId() caseId: string, @Query() query: unknown, @SignedIn() by: Actor) {
    const { at } = parseQuery(asOfQuery, query);
    return caseAsOf(caseId, caseUpTo(await this.store.readCase(caseId), at, this.clock.now()), by);
  }

  @Get('difference')
  @Allow('audit:read')
  @Documented({
    summary: 'What differs in a case between two moments',
    description:
      'On its page and in what the deciders saw, in words, with the fact that changed it. Elements of lists are found again ' +
      'by what names them: a line, a condition, an agency. What time alone moves is left out.',
    query: differenceQuery,
    response: caseDifferenceSchema,
    refusals: ['CASE_NOT_FOUND', 'INVALID_QUERY', 'MOMENTS_REVERSED'],
  })
  async difference(@CaseId() caseId: string, @Query() query: unknown, @SignedIn() by: Actor) {
    const asked = parseQuery(differenceQuery, query);
    if (typeof asked.from === typeof asked.to && asked.from > asked.to) throw reversed();
    const facts = await this.store.readCase(caseId);
    const now = this.clock.now();
    const [from, to] = [caseUpTo(facts, asked.from, now), caseUpTo(facts, asked.to, now)];
    // A position and a moment are compared by what had happened.
    if (from.told.length > to.told.length) throw reversed();
    return caseDifference(caseId, from, to, by, this.folds);
  }

  @Get('value')
  @Allow('audit:read')
  @Documented({
    summary: 'What one value of a case has been, and the facts that set it',
    description:
      'A value of the page of the case, or a group of them, with all it was before. Found again by what names its line, ' +
      'condition or agency, wherever that stood in a list.',
    query: valueQuery,
    response: caseValueSchema,
    refusals: ['CASE_NOT_FOUND', 'INVALID_QUERY', 'VALUE_NOT_FOUND'],
  })
  async value(@CaseId() caseId: string, @Query() query: unknown, @SignedIn() by: Actor) {
    const { at, pointer } = parseQuery(valueQuery, query);
    const found = caseValue(caseId, caseUpTo(await this.store.readCase(caseId), at, this.clock.now()), by, pointer);
    if (found) return found;
    throw problemError(404, 'VALUE_NOT_FOUND', 'There was no such value in the case then.', '/pointer');
  }
}
