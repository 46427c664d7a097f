import { Controller, Get, Query } from '@nestjs/common';
import { Allow, SignedIn } from '@exeat/auth';
import { EventStore } from '@exeat/event-store';
import { holds, type Actor } from '@exeat/kernel';
import { CaseFolds } from '@exeat/messaging';
import { CaseId, Documented, parseQuery, problemError } from '@exeat/service-host';
import { z } from 'zod';
import { isForAuthority } from '../sentences.js';
import { caseStateOf, factsUpTo, readsStoredFacts, submittedIn } from './case-state.js';
import { momentSchema } from './moment.js';
import { setByOf } from './set-by.js';

const querySchema = z.strictObject({
  /** A position in the log, or a moment; left out, the case as it stands. */
  at: momentSchema.optional(),
});

const responseSchema = z.strictObject({
  caseId: z.string(),
  position: z.int(),
  versions: z.record(z.string(), z.int()),
  facts: z.array(
    z.strictObject({
      position: z.int(),
      stream: z.string(),
      version: z.int(),
      type: z.string(),
      at: z.string(),
      by: z.string(),
      sentence: z.string(),
      data: z.unknown().optional(),
    }),
  ),
  state: z
    .record(z.string(), z.unknown())
    .describe('By stream, what its decider would see. Left out as stored facts are.'),
  setBy: z
    .record(z.string(), z.int())
    .describe('By JSON pointer into `state`, the position of the fact that last set each of its leaves.'),
});

/** A case at any moment of its history. Read from the log itself, so it needs no view to have caught up. */
@Controller('applications')
export class CaseStateController {
  constructor(
    private readonly store: EventStore,
    private readonly folds: CaseFolds,
  ) {}

  @Get(':caseId/state')
  @Allow('case:read')
  @Documented({
    summary: 'A case as it stood at a position or a moment',
    description: 'From its first submission on; auditors see what was drafted before a submission, too.',
    query: querySchema,
    response: responseSchema,
    refusals: ['CASE_NOT_FOUND', 'INVALID_QUERY'],
  })
  async at(@CaseId() caseId: string, @Query() query: unknown, @SignedIn() by: Actor) {
    const { at } = parseQuery(querySchema, query);
    // Applicants have the timeline; what the authority weighed is not theirs to read, nor that it exists.
    const facts = by.roles.every((role) => role === 'exporter') ? [] : await this.store.readCase(caseId);
    // Auditors look back at drafts, too, once they were submitted; to everybody else those stay the applicant's.
    const audits = holds(by, 'auditor');
    const counted = audits ? factsUpTo(submittedIn(facts), at) : submittedIn(factsUpTo(facts, at));
    const told = audits ? counted : counted.filter(isForAuthority);
    if (told.length === 0) throw problemError(404, 'CASE_NOT_FOUND', 'There is no such case.');
    const withData = readsStoredFacts(by);
    return {
      ...caseStateOf(caseId, told, withData),
      ...(withData
        ? { state: this.folds.statesOf(counted), setBy: setByOf(this.folds, counted, told) }
        : { state: {}, setBy: {} }),
    };
  }
}
