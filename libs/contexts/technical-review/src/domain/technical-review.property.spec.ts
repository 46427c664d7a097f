import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@exeat/kernel';
import { aPerson, walk } from '@exeat/kernel/spec';
import fc from 'fast-check';
import type { TechnicalReviewCommand } from './commands.js';
import { technicalReviewFacts, type TechnicalReviewFact } from './events.js';
import { lifecycle } from './state.js';
import * as the from './technical-review.fixtures.js';
import { technicalReview } from './technical-review.js';

const insider = aPerson('Ida Roe', 'technical-reviewer', 'northlight');
const reviewer: fc.Arbitrary<Actor> = fc.constantFrom(the.ada, the.ada, the.ada, the.raj, insider);
const paragraph = fc.constantFrom('none' as const, '3A090.a' as const, '3A090.b' as const, 'undetermined' as const);

const command: fc.Arbitrary<TechnicalReviewCommand> = fc.oneof(
  fc.constantFrom('Z000001', 'Z000002', 'Z000003').map((number) => the.open(number)),
  reviewer.map(the.claim),
  reviewer.map(the.release),
  { weight: 5, arbitrary: fc.tuple(fc.constantFrom(1, 2), reviewer).map(([line, by]) => the.record(line, {}, by)) },
  fc
    .tuple(fc.constantFrom(1, 2, 3), paragraph, fc.constantFrom({}, { departure: 'A newer data sheet' }), reviewer)
    .map(([line, found, why, by]) => the.record(line, { paragraph: found, ...why }, by)),
  { weight: 2, arbitrary: reviewer.map((by) => the.complete([the.aRequirement], by)) },
  fc.constantFrom(the.exeat, the.exeat, the.ada).map((by) => the.cancel(by)),
);
const commands = fc.array(command, { maxLength: 60, size: 'max' });
const walked = (asks: TechnicalReviewCommand[]) => walk(technicalReview, lifecycle, technicalReviewFacts, asks);
const runs = { numRuns: 300 };

describe('any sequence of commands to technical review', () => {
  it('keeps to the lifecycle, to the stored forms, and to one answer for one question', () =>
    fc.assert(
      fc.property(commands, (asks) => void walked(asks)),
      runs,
    ));

  it('completes only what the holder found, line by line, and determined', () =>
    fc.assert(
      fc.property(commands, (asks) => {
        let findings = new Map<number, string>();
        let holder: string | undefined;
        for (const fact of walked(asks).flatMap((step) => step.facts)) {
          holder = holderAfter(fact, holder);
          if (fact.type === 'TechnicalReviewOpened') findings = new Map();
          if (fact.type === 'FindingRecorded') {
            expect(fact.data.reviewer.id).toBe(holder);
            findings.set(fact.data.finding.line, fact.data.finding.paragraph);
          }
          if (fact.type !== 'TechnicalReviewCompleted') continue;
          expect(fact.data.findings.map(({ line, paragraph }) => [line, paragraph])).toEqual([...findings].sort());
          expect(fact.data.findings.map(({ line }) => line)).toEqual([1, 2]);
          expect([...findings.values()]).not.toContain('undetermined');
          expect(fact.data.reviewers).toContain(holder);
        }
      }),
      runs,
    ));

  it('lets nobody take part who belongs to the applicant, and nobody claim what another holds', () =>
    fc.assert(
      fc.property(commands, (asks) => {
        let holder: string | undefined;
        for (const fact of walked(asks).flatMap((step) => step.facts)) {
          if (fact.type === 'TechnicalReviewClaimed') {
            expect(holder).toBeUndefined();
            expect(fact.data.reviewer.id).not.toBe(insider.id);
          }
          holder = holderAfter(fact, holder);
        }
      }),
      runs,
    ));

  it('reaches every status', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(commands, (asks) => walked(asks).forEach(({ after }) => reached.add(after.status))),
      { ...runs, seed: 7 },
    );
    expect([...reached].sort()).toEqual(['cancelled', 'claimed', 'completed', 'open']);
  });
});

/** Who holds the review after a fact. */
const holderAfter = (fact: TechnicalReviewFact, holder: string | undefined): string | undefined => {
  switch (fact.type) {
    case 'TechnicalReviewClaimed':
      return fact.data.reviewer.id;
    case 'TechnicalReviewOpened':
    case 'TechnicalReviewReleased':
    case 'TechnicalReviewCancelled':
      return undefined;
    default:
      return holder;
  }
};
