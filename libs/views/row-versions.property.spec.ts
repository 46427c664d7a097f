import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@exeat/kernel';
import type { ViewDefinition } from '@exeat/messaging';
import fc from 'fast-check';
import { agencyQueue } from './agency-queue/agency-queue.view.js';
import { caseOverview } from './case-overview/case-overview.view.js';
import { licenceRegister } from './licence-register/licence-register.view.js';
import { myCases } from './my-cases/my-cases.view.js';
import { officerWorklist } from './officer-worklist/officer-worklist.view.js';
import { rowsAfter, rowsOf } from './spec/fold.fixtures.js';
import { histories } from './spec/histories.fixtures.js';
import { technicalQueue } from './technical-queue/technical-queue.view.js';

/** Compliance has a stream for each licence; the others one for each case, named like the context. */
const streamOf = (context: string): string => (context === 'compliance' ? 'licence-' : `${context}-`);

interface Acting {
  readonly caseId: string;
  readonly stage?: string;
  readonly version?: number;
}

/** Each view whose rows carry the version for the next command, and the streams that such a command goes to. */
const acting: readonly (readonly [view: ViewDefinition, stream: string])[] = [
  [myCases, 'submission-'],
  [technicalQueue, 'technical-review-'],
  [agencyQueue, 'security-review-'],
  [officerWorklist, 'licensing-'],
  [licenceRegister, 'licence-'],
];

const versionIn = (facts: readonly Recorded[], caseId: string, stream: string): number =>
  facts.filter((fact) => fact.caseId === caseId && fact.stream.startsWith(stream)).length;

// A view that does not hear every fact of the stream would hand out an If-Match that is stale.
describe.each(acting.map(([view, stream]) => [view.name, view, stream] as const))('%s', (_name, view, stream) => {
  it('carries the version of the stream that the next command goes to', () =>
    fc.assert(
      fc.property(histories, (facts) => {
        for (const { caseId, stage, version } of rowsAfter(view, facts) as readonly unknown[] as readonly Acting[])
          // A case that is only registered stands in nobody's queue yet.
          if (stage !== 'registered') expect([caseId, version]).toEqual([caseId, versionIn(facts, caseId, stream)]);
      }),
      { numRuns: 60 },
    ));
});

it('case-overview carries the version of every stream of the case', () =>
  fc.assert(
    fc.property(histories, (facts) => {
      for (const { caseId, versions } of rowsOf(caseOverview, facts))
        for (const [context, version] of Object.entries(versions))
          expect([context, version]).toEqual([context, versionIn(facts, caseId, streamOf(context))]);
    }),
    { numRuns: 60 },
  ));
