import { describe, expect, it } from '@jest/globals';
import { exact, fold, isRefusal, type Actor, type Position } from '@exeat/kernel';
import { aPerson, walk } from '@exeat/kernel/spec';
import fc from 'fast-check';
import type { LicensingCommand } from './commands.js';
import { licensingFacts, type LicensingFact } from './events.js';
import * as the from './licensing.fixtures.js';
import { licensing } from './licensing.js';
import { lifecycle } from './state.js';

const both = (person: Actor): Actor => ({ ...person, roles: ['licensing-officer', 'countersigner'] });
const insider = both(aPerson('Ida Roe', 'licensing-officer', 'northlight'));
/** People in both roles, so that only the rules keep them apart. */
const person = fc.constantFrom(...[the.olu, the.olu, the.ines, the.cora, the.karl].map(both), the.sam, insider);
const number = fc.constantFrom(1, 2, 3);
const quantity = fc.constantFrom('1', '50', '51', '1000', '1001');
const numbered = fc.constantFrom('Z000001', 'Z000001', 'Z000002', 'Z000003');
const route = fc.constantFrom({}, {}, {}, the.confirming);
const standing = fc.constantFrom<Position>('no-objection', 'no-objection', 'no-objection', 'object', 'return');
const moment = fc.constantFrom(the.at, the.at, the.beforeFinal, the.finalAt);
const licenceNumber = fc.integer({ min: 1, max: 9_999_999 }).map((drawn) => `D${String(drawn).padStart(7, '0')}`);

const opening: fc.Arbitrary<LicensingCommand> = fc
  .tuple(numbered, route, fc.array(standing, { maxLength: 2 }), fc.subarray([1, 2, 3]))
  .map(([drawn, onRoute, positions, proposals]) =>
    the.open({
      file: { ...the.file, number: drawn },
      positions: positions.map((position, index) => the.stands(`agency-${index}`, position)),
      proposals: proposals.map((one) => the.aProposal(one)),
      ...onRoute,
    }),
  );
const settling: fc.Arbitrary<LicensingCommand> = fc.oneof(
  fc.tuple(number, person).map(([one, by]) => the.adopt(one, by)),
  fc.tuple(fc.constantFrom(8, 9), person).map(([one, by]) => the.add(one, by)),
  fc.tuple(number, person).map(([one, by]) => the.reword(one, by)),
  fc.tuple(number, person).map(([one, by]) => the.drop(one, by)),
);
const proposing: fc.Arbitrary<LicensingCommand> = fc.oneof(
  fc
    .tuple(fc.constantFrom(1, 2, 3), quantity, fc.constantFrom(1, 1, 2), person)
    .map(([line, units, signaturesRequired, by]) =>
      the.approve({ lines: [{ line, quantity: units }], signaturesRequired }, by),
    ),
  person.map((by) => the.approve({}, by)),
  fc
    .tuple(fc.subarray(['15 CFR 744.23(d)', '15 CFR 744.21']), person)
    .map(([criteria, by]) => the.deny({ criteria }, by)),
  person.map((by) => the.confirm(by)),
);
const signing: fc.Arbitrary<LicensingCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(person, licenceNumber).map(([by, drawn]) => the.countersign(by, { licenceNumber: drawn })),
  },
  person.map((by) => the.sendBack(by)),
);
const ending: fc.Arbitrary<LicensingCommand> = fc.oneof(
  fc.tuple(fc.constantFrom(the.mei, the.mei, the.stranger), moment).map(([by, when]) => the.answer(by, when)),
  moment.map((when) => the.finalise(when)),
  fc.constantFrom(the.exeat, the.olu).map((by) => the.cancel(by)),
);
const command = fc.oneof(
  opening,
  { weight: 4, arbitrary: settling },
  { weight: 4, arbitrary: proposing },
  { weight: 5, arbitrary: signing },
  ending,
);
const commands = fc.array(command, { maxLength: 60, size: 'max' });
/** A second signature is never the same thing again, and is refused: the walk asks it once. */
const walked = (asks: LicensingCommand[]) =>
  walk(licensing, lifecycle, licensingFacts, asks, { refusedAgain: ['Countersign'] });
const factsOf = (asks: LicensingCommand[]): LicensingFact[] => walked(asks).flatMap((step) => [...step.facts]);
const runs = { numRuns: 300 };
const finals = ['LicenceGranted', 'ApplicationDenied', 'NoLicenceRequiredConfirmed'];

describe('any sequence of commands to licensing', () => {
  it('keeps to the lifecycle, to the stored forms, and to one answer for one question', () =>
    fc.assert(
      fc.property(commands, (asks) => void walked(asks)),
      runs,
    ));

  it('comes to one final outcome at most, and to no fact after it', () =>
    fc.assert(
      fc.property(commands, (asks) => {
        const types = factsOf(asks).map(({ type }) => type);
        const first = types.findIndex((type) => finals.includes(type));
        if (first >= 0) expect(first).toBe(types.length - 1);
      }),
      runs,
    ));

  it('never approves more than was applied for, nor past an open gate', () =>
    fc.assert(
      fc.property(commands, (asks) => {
        for (const { before, facts } of walked(asks))
          for (const fact of facts) {
            if (fact.type !== 'ApprovalProposed' && fact.type !== 'LicenceGranted') continue;
            for (const { line, quantity: units } of fact.data.lines) {
              const applied = the.file.content.items.find((item) => item.line === line);
              expect(exact(units).lessThanOrEqualTo(applied?.quantity ?? '0')).toBe(true);
            }
            if (before.status === 'not-open') throw new Error('Decided before it was opened.');
            expect(before.route).toBe('decision');
            expect(before.positions.map(({ position }) => position)).not.toContain('object');
            expect(before.positions.map(({ position }) => position)).not.toContain('return');
            expect(before.conditions.map((one) => one.standing)).not.toContain('proposed');
          }
      }),
      runs,
    ));

  it('finds nobody in two conflicting roles', () =>
    fc.assert(
      fc.property(commands, (asks) => {
        const round = { participants: new Set<string>(), settlers: new Set<string>(), proposers: new Set<string>() };
        let signers: string[] = [];
        for (const { type, data } of factsOf(asks)) {
          switch (type) {
            case 'LicensingOpened':
              round.participants = new Set(data.participants);
              [round.settlers, round.proposers] = [new Set(), new Set()];
              break;
            case 'ConditionAdopted':
            case 'ConditionAdded':
            case 'ConditionReworded':
            case 'ConditionDropped':
              round.settlers.add(data.officer!.id);
              expect(round.participants).not.toContain(data.officer!.id);
              break;
            case 'ApprovalProposed':
            case 'DenialProposed':
            case 'NoLicenceRequiredProposed':
              signers = [];
              round.proposers.add(data.officer.id);
              expect(round.participants).not.toContain(data.officer.id);
              expect(data.officer.id).not.toBe(insider.id);
              break;
            case 'ProposalCountersigned':
              for (const others of Object.values(round)) expect(others).not.toContain(data.countersigner.id);
              expect(signers).not.toContain(data.countersigner.id);
              expect(data.countersigner.id).not.toBe(insider.id);
              signers.push(data.countersigner.id);
              expect(data.order).toBe(signers.length);
              break;
            default:
          }
        }
      }),
      runs,
    ));

  it('decides with the last signature that is required, and not before', () =>
    fc.assert(
      fc.property(commands, (asks) => {
        for (const { command: asked, facts } of walked(asks)) {
          if (asked.type !== 'Countersign') continue;
          const [signature, ...decided] = facts;
          if (signature?.type !== 'ProposalCountersigned') throw new Error('Signed without a signature.');
          expect(decided).toHaveLength(signature.data.order === signature.data.of ? 1 : 0);
        }
      }),
      runs,
    ));

  it('keeps the identity of every condition through all that is done to it', () =>
    fc.assert(
      fc.property(commands, (asks) => {
        for (const { after } of walked(asks)) {
          if (after.status === 'not-open') continue;
          const ids = after.conditions.map(({ current }) => current.conditionId);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids).toEqual(after.conditions.map(({ proposal }) => proposal.condition.conditionId));
        }
      }),
      runs,
    ));

  it('lets the first of two people win who act at once on what both have seen', () =>
    fc.assert(
      fc.property(commands, fc.tuple(signing, signing), (asks, [one, other]) => {
        const seen = fold(licensing, factsOf(asks));
        const first = licensing.decide(one, seen);
        const second = licensing.decide(other, isRefusal(first) ? seen : first.reduce(licensing.evolve, seen));
        const all = [first, second].flatMap((outcome) => (isRefusal(outcome) ? [] : outcome));
        expect(all.filter(({ type }) => finals.includes(type)).length).toBeLessThanOrEqual(1);
      }),
      runs,
    ));

  it('reaches every status', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(commands, (asks) => walked(asks).forEach(({ after }) => reached.add(after.status))),
      { numRuns: 1500, seed: 7 },
    );
    expect([...reached].sort()).toEqual(
      Object.keys(lifecycle)
        .filter((status) => status !== 'not-open')
        .sort(),
    );
  });
});
