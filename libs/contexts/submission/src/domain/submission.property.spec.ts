import { describe, expect, it } from '@jest/globals';
import { system, type Actor, type Draft } from '@exeat/kernel';
import { aContent, aParty, aPerson, northlight, walk } from '@exeat/kernel/spec';
import fc from 'fast-check';
import type { SubmissionCommand } from './commands.js';
import { submissionFacts } from './events.js';
import { lifecycle, type Submission } from './state.js';
import { aDocument } from './submission.fixtures.js';
import { submission } from './submission.js';

const people: readonly Actor[] = [
  aPerson('Mei Lin', 'exporter', 'northlight'),
  aPerson('Tom Baker', 'exporter', 'farpoint'),
  aPerson('Olu Ade', 'licensing-officer'),
  aPerson('Ida Roe', 'licensing-officer', 'northlight'),
  system('submission'),
];
const whole: Draft = aContent();
const drafts: readonly Draft[] = [
  whole,
  whole,
  {},
  { exportFrom: 'DE' },
  { endUse: 'unknown' },
  { parties: [aParty('purchaser')] },
  { items: [] },
];
const companies = [northlight, { companyId: 'farpoint', name: 'Farpoint Systems LLC' }];
const outcomes = [
  { outcome: 'denied' },
  { outcome: 'no-licence-required' },
  { outcome: 'licensed', licenceNumber: 'D0000001' },
] as const;
const reasons = ['insufficient-information', 'not-our-jurisdiction'] as const;

/** What is asked, mostly by those who may ask it, so that walks get far. */
const question: fc.Arbitrary<Pick<SubmissionCommand, 'type' | 'data'>> = fc.oneof(
  fc.record({
    type: fc.constant('StartDraft' as const),
    data: fc.record({ applicant: fc.constantFrom(...companies), reference: fc.constantFrom('a', 'b') }),
  }),
  fc.record({ type: fc.constant('SaveDraft' as const), data: fc.record({ sections: fc.constantFrom(...drafts) }) }),
  fc.record({ type: fc.constant('SaveDraft' as const), data: fc.constant({ sections: whole }) }),
  fc.record({
    type: fc.constant('AttachDocument' as const),
    data: fc
      .record({ id: fc.nat(9), bytes: fc.constantFrom('a', 'b', 'c') })
      .map(({ id, bytes }) => aDocument(id, bytes)),
  }),
  fc.record({
    type: fc.constant('RemoveDocument' as const),
    data: fc.nat(9).map((id) => ({ documentId: aDocument(id).documentId })),
  }),
  fc.record({
    type: fc.constant('SubmitApplication' as const),
    data: fc.record({
      signatory: fc.constantFrom('Mei Lin', 'Ben Ode'),
      capacity: fc.constant('Director'),
      digest: fc.constant('d1'),
    }),
  }),
  fc.record({
    type: fc.constant('RegisterApplication' as const),
    data: fc.record({
      round: fc.constantFrom(1, 1, 2, 3),
      number: fc.integer({ min: 1, max: 999_999 }).map((n) => `Z${String(n).padStart(6, '0')}`),
      resolveBy: fc.constant('2026-11-01'),
    }),
  }),
  fc.record({
    type: fc.constant('ReturnApplication' as const),
    data: fc.record({ reason: fc.constantFrom(...reasons), explanation: fc.constant('Say more.') }),
  }),
  fc.record({ type: fc.constant('WithdrawApplication' as const), data: fc.constant({ reason: 'Order cancelled' }) }),
  fc.record({ type: fc.constant('CloseApplication' as const), data: fc.constantFrom(...outcomes) }),
);

const usual: Record<SubmissionCommand['type'], Actor> = {
  StartDraft: people[0]!,
  SaveDraft: people[0]!,
  AttachDocument: people[0]!,
  RemoveDocument: people[0]!,
  SubmitApplication: people[0]!,
  WithdrawApplication: people[0]!,
  ReturnApplication: people[2]!,
  RegisterApplication: people[4]!,
  CloseApplication: people[4]!,
};
const asked = fc
  .tuple(question, fc.option(fc.constantFrom(...people), { freq: 4 }))
  .map(([{ type, data }, by]) => ({ type, data, by: by ?? usual[type], at: '2026-08-03T09:00:00.000Z' }));
const commands = fc.array(asked, { maxLength: 60, size: 'max' }) as fc.Arbitrary<SubmissionCommand[]>;
const documentsOf = (state: Submission) => (state.status === 'not-started' ? [] : state.documents);
const walked = (asks: SubmissionCommand[]) => walk(submission, lifecycle, submissionFacts, asks);

describe('any sequence of commands to submission', () => {
  it('keeps to the lifecycle, to the stored forms, and to one answer for one question', () =>
    fc.assert(
      fc.property(commands, (asks) => void walked(asks)),
      { numRuns: 300 },
    ));

  it('counts its rounds, and numbers no round twice', () =>
    fc.assert(
      fc.property(commands, (asks) => {
        const facts = walked(asks).flatMap((step) => step.facts);
        const rounds = facts.flatMap((fact) => (fact.type === 'ApplicationSubmitted' ? [fact.data.round] : []));
        expect(rounds).toEqual(rounds.map((_, index) => index + 1));
        expect(facts.filter(({ type }) => type === 'ApplicationRegistered').length).toBeLessThanOrEqual(rounds.length);
      }),
      { numRuns: 300 },
    ));

  it('keeps no bytes twice, and freezes with a submission just what is attached', () =>
    fc.assert(
      fc.property(commands, (asks) => {
        for (const { before, after, facts } of walked(asks)) {
          const held = documentsOf(after);
          expect(new Set(held.map(({ sha256 }) => sha256)).size).toBe(held.length);
          for (const fact of facts)
            if (fact.type === 'ApplicationSubmitted') expect(fact.data.documents ?? []).toEqual(documentsOf(before));
            else if (!/^Document/.test(fact.type)) expect(held).toEqual(documentsOf(before));
        }
      }),
      { numRuns: 300 },
    ));

  it('lets nobody act on the case of another company, nor an officer on the case of their own', () =>
    fc.assert(
      fc.property(commands, (asks) => {
        for (const { command, after } of walked(asks)) {
          if (after.status === 'not-started' || command.by.roles.includes('system')) continue;
          const own = command.by.organisation === after.applicant.companyId;
          expect(own).toBe(command.type !== 'ReturnApplication');
        }
      }),
      { numRuns: 300 },
    ));

  it('reaches every status', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(commands, (asks) => walked(asks).forEach(({ after }) => reached.add(after.status))),
      { numRuns: 1000, seed: 7 },
    );
    expect([...reached].sort()).toEqual(
      Object.keys(lifecycle)
        .filter((status) => status !== 'not-started')
        .sort(),
    );
  });
});
