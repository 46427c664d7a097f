import { describe, expect, it } from '@jest/globals';
import { positions, type Actor } from '@exeat/kernel';
import { aPerson, walk } from '@exeat/kernel/spec';
import fc from 'fast-check';
import type { FilledCondition, SecurityReviewCommand } from './commands.js';
import { securityReviewFacts } from './events.js';
import * as the from './security-review.fixtures.js';
import { securityReview } from './security-review.js';
import { lifecycle } from './state.js';

const insider = aPerson('Ida Roe', 'security-reviewer', 'northlight');
const reviewer: fc.Arbitrary<Actor> = fc.constantFrom(the.sam, the.sam, the.dee, the.dee, the.eli, the.ada, insider);
const moment = fc.constantFrom(the.at, the.at, the.beforeDue, the.dueAt);
/** Ids are drawn for each command and differ within it. */
const conditions: fc.Arbitrary<readonly FilledCondition[]> = fc.uniqueArray(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }).map((number) => the.filled(the.aProposal(number))) },
    fc.constant(the.filled(the.aProposal(99), true)),
    fc.constant({ problems: [{ code: 'PARAMETER_MISSING' as const, sentence: 'Say which site.' }] }),
  ),
  { maxLength: 2, selector: (one) => JSON.stringify(one) },
);
const position = fc.constantFrom(...positions);
const why = fc.constantFrom({}, { reasons: '15 CFR 744.23' }, { reasons: '15 CFR 744.23', withheldReasons: 'secret' });

const command: fc.Arbitrary<SecurityReviewCommand> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('Z000001', 'Z000002', 'Z000003'),
      fc.subarray(['state', 'defense', 'energy'], { minLength: 1 }),
    )
    .map(([number, agencies]) => the.open({ number, agencies })),
  {
    weight: 6,
    arbitrary: fc
      .tuple(reviewer, position, why, fc.oneof(fc.constant([]), conditions), moment)
      .map(([by, taken, reasons, asked, when]) =>
        the.take(by, { position: taken, conditions: [...asked], ...reasons }, when),
      ),
  },
  { weight: 2, arbitrary: reviewer.map((by) => the.take(by)) },
  fc
    .tuple(fc.constantFrom('state', 'defense', 'energy', 'justice'), moment)
    .map(([agency, when]) => the.noteSilence(agency, when)),
  fc.constantFrom(the.exeat, the.exeat, the.sam).map((by) => the.cancel(by)),
);
const commands = fc.array(command, { maxLength: 60, size: 'max' });
const walked = (asks: SecurityReviewCommand[]) => walk(securityReview, lifecycle, securityReviewFacts, asks);
const runs = { numRuns: 300 };

describe('any sequence of commands to security review', () => {
  it('keeps to the lifecycle, to the stored forms, and to one answer for one question', () =>
    fc.assert(
      fc.property(commands, (asks) => void walked(asks)),
      runs,
    ));

  it('closes exactly when every agency of the round has taken a position or let its day pass', () =>
    fc.assert(
      fc.property(commands, (asks) => {
        let asked = new Set<string>();
        let heard = new Set<string>();
        for (const { facts, after } of walked(asks)) {
          for (const fact of facts) {
            if (fact.type === 'SecurityReviewOpened') [asked, heard] = [new Set(), new Set()];
            if (fact.type === 'CaseReferred') asked.add(fact.data.agency);
            if (fact.type === 'PositionTaken' || fact.type === 'AgencySilenceNoted') heard.add(fact.data.agency);
            if (fact.type === 'SecurityReviewClosed')
              expect(fact.data.positions.map(({ agency }) => agency)).toEqual([...asked]);
          }
          if (after.status !== 'cancelled') expect(after.status === 'closed').toBe(heard.size === asked.size);
        }
      }),
      runs,
    ));

  it('hears an agency through its own people alone, none of whom reviewed before or belongs to the applicant', () =>
    fc.assert(
      fc.property(commands, (asks) => {
        for (const { command, facts, before } of walked(asks))
          for (const fact of facts) {
            if (fact.type !== 'PositionTaken') continue;
            expect(fact.data.agency).toBe(command.by.organisation);
            expect(before.status === 'in-review' && before.participants).not.toContain(fact.data.reviewer.id);
            expect(fact.data.reviewer.id).not.toBe(insider.id);
          }
      }),
      runs,
    ));

  it('carries on the proposals of the positions that count, none of them financial, and nothing withheld', () =>
    fc.assert(
      fc.property(commands, (asks) => {
        const last = new Map<string, readonly string[]>();
        for (const fact of walked(asks).flatMap((step) => step.facts)) {
          if (fact.type === 'SecurityReviewOpened') last.clear();
          if (fact.type === 'PositionTaken') last.set(fact.data.agency, fact.data.conditionIds);
          if (fact.type !== 'SecurityReviewClosed') continue;
          const carried = fact.data.proposals.map(({ condition }) => condition.conditionId).sort();
          expect(carried).toEqual([...last.values()].flat().sort());
          expect(carried).not.toContain(the.aProposal(99).condition.conditionId);
          expect(JSON.stringify(fact.data)).not.toContain('secret');
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
    expect([...reached].sort()).toEqual(['cancelled', 'closed', 'in-review']);
  });
});
