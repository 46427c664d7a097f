import { describe, expect, it } from '@jest/globals';
import { daysAfter, dayOf, exact, fold, isRefusal, type Fact } from '@exeat/kernel';
import fc from 'fast-check';
import {
  aLine,
  anId,
  certify,
  closePeriod,
  deliveryReport,
  expire,
  fulfil,
  issue,
  laboratoryTest,
  noteOverdue,
  planOnce,
  quarterlyStatement,
  revenueShare,
  ship,
  stranger,
} from '../spec/licences.js';
import type { ComplianceCommand } from './commands.js';
import { complianceFacts, type ComplianceFact } from './events.js';
import { unitsLeft, valueLeft, type Licence } from './ledger.js';
import { licence, lifecycle } from './licence.js';

const conditions = [deliveryReport, laboratoryTest, revenueShare, quarterlyStatement, planOnce];
const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1'];
const units = fc.integer({ min: 1, max: 12 }).map(String);
const licensed = fc.integer({ min: 8, max: 40 }).map(String);
const cents = fc.integer({ min: 0, max: 200_000 }).map((value) => (value / 100).toFixed(2));
const id = (from: number) => fc.integer({ min: from, max: from + 5 }).map(anId);

/** A moment of the command, in days after issue; a licence here is valid for 300 days. */
const moment = fc.integer({ min: 0, max: 420 }).map((days) => daysAfter('2026-02-10T12:00:00.000Z', days));

const command: fc.Arbitrary<ComplianceCommand> = moment.chain((at) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(issue()) },
    {
      weight: 6,
      arbitrary: fc
        .record({
          shipmentId: id(900),
          reference: fc.constantFrom('AES-1', 'AES-2', 'AES-3', 'AES-4'),
          daysAgo: fc.integer({ min: -1, max: 30 }),
          lines: fc.array(
            fc.record(
              {
                line: fc.constantFrom(1, 1, 1, 2, 2, 2, 3),
                quantity: units,
                value: fc.record({ amount: cents, currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR') }),
              },
              { requiredKeys: ['line', 'quantity'] },
            ),
            { minLength: 1, maxLength: 3 },
          ),
          foreign: fc.constantFrom(false, false, false, true),
        })
        .map(({ shipmentId, reference, daysAgo, lines, foreign }) =>
          ship('1', {
            at,
            on: dayOf(daysAfter(at, -daysAgo)),
            shipmentId,
            reference,
            lines,
            ...(foreign && { by: stranger }),
          }),
        ),
    },
    {
      weight: 3,
      arbitrary: fc
        .record({ quantity: units, certificateId: id(800), line: fc.constantFrom(1, 2, 3) })
        .map(({ quantity, certificateId, line }) => ({
          ...certify(quantity, { certificateId, line, reference: certificateId, testedOn: dayOf(at) }),
          at,
        })),
    },
    { weight: 2, arbitrary: id(700).map((obligationId) => ({ ...fulfil(obligationId), at })) },
    { weight: 2, arbitrary: id(700).map((obligationId) => noteOverdue(at, obligationId)) },
    { weight: 2, arbitrary: fc.constantFrom(...quarters).map((period) => closePeriod(period, at)) },
    { weight: 1, arbitrary: fc.constant(expire(at)) },
  ),
);

const commands = fc
  .record({
    quantities: fc.tuple(licensed, licensed),
    kept: fc.subarray(conditions),
    asked: fc.array(command, { maxLength: 60, size: 'max' }),
    inOrder: fc.boolean(),
  })
  .map(({ quantities: [one, two], kept, asked, inOrder }): ComplianceCommand[] => [
    issue({ lines: [aLine(1, one), aLine(2, two)], conditions: kept, validUntil: '2026-12-06' }),
    // In the order of their moments a year passes; in any other, clocks are wrong and messages late.
    ...(inOrder ? asked.toSorted((one, other) => (one.at < other.at ? -1 : 1)) : asked),
  ]);

/** The whole history that the commands lead to, asking `check` after each. */
const play = (
  asked: readonly ComplianceCommand[],
  check: (before: Licence, command: ComplianceCommand, facts: readonly ComplianceFact[], after: Licence) => void,
): readonly ComplianceFact[] =>
  asked.reduce<readonly ComplianceFact[]>((history, each) => {
    const before = fold(licence, history);
    const outcome = licence.decide(each, before);
    const facts = isRefusal(outcome) ? [] : outcome;
    check(before, each, facts, facts.reduce(licence.evolve, before));
    return [...history, ...facts];
  }, []);

describe('whatever is asked of a licence', () => {
  it('never overdraws a line in quantity, nor in value beyond the tolerance', () =>
    fc.assert(
      fc.property(commands, (asked) => {
        play(asked, (_before, _command, _facts, after) => {
          if (after.status === 'unissued') return;
          for (const line of after.lines) {
            expect(unitsLeft(line).isNegative()).toBe(false);
            expect(valueLeft(line, after.valueTolerancePercent).isNegative()).toBe(false);
          }
        });
      }),
    ));

  it('changes status only as the lifecycle table says', () =>
    fc.assert(
      fc.property(commands, (asked) => {
        play(asked, (before, { type }, facts, after) => {
          if (facts.length > 0) expect(lifecycle[before.status][type] ?? []).toContain(after.status);
          else expect(after).toBe(before);
        });
      }),
    ));

  it('counts every shipment of a closed quarter once: closed periods and uncounted shipments add up', () =>
    fc.assert(
      fc.property(commands, (asked) => {
        const history = play(asked, () => undefined);
        const after = fold(licence, history);
        if (after.status === 'unissued') return;
        const closed = history
          .filter((fact) => fact.type === 'ReportingPeriodClosed')
          .reduce((total, { data }) => total.plus(data.shippedValue.amount), exact(0));
        const uncounted = after.shipments
          .filter(({ counted }) => !counted)
          .flatMap(({ lines }) => lines)
          .reduce((total, { value }) => total.plus(value.amount), exact(0));
        const shippedValue = after.lines.reduce((total, line) => total.plus(line.shippedValue), exact(0));
        expect(closed.plus(uncounted).toFixed(2)).toBe(shippedValue.toFixed(2));
      }),
    ));

  it('ships nothing that its certificates do not cover', () =>
    fc.assert(
      fc.property(commands, (asked) => {
        const after = fold(
          licence,
          play(asked, () => undefined),
        );
        if (after.status === 'unissued' || !after.conditions.includes(laboratoryTest)) return;
        for (const { line, shippedQuantity } of after.lines) {
          const tested = after.certificates.filter((one) => one.line === line);
          const covered = tested.reduce((total, { quantity }) => total.plus(quantity), exact(0));
          expect(covered.greaterThanOrEqualTo(shippedQuantity)).toBe(true);
        }
      }),
    ));

  it('answers a command that was just carried out with nothing more', () =>
    fc.assert(
      fc.property(commands, (asked) => {
        play(asked, (_before, each, facts, after) => {
          if (facts.length > 0) expect(licence.decide(each, after)).toEqual([]);
        });
      }),
    ));

  it('writes only facts that fit their stored forms', () =>
    fc.assert(
      fc.property(commands, (asked) => {
        const forms = new Map(complianceFacts.map(({ type, schema }) => [type as string, schema]));
        play(asked, () => undefined).forEach(({ type, data }: Fact) =>
          expect(forms.get(type)?.safeParse(data).error).toBeUndefined(),
        );
      }),
    ));
});
