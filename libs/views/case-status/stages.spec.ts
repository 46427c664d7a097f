import { describe, expect, it } from '@jest/globals';
import { caseOverview } from '../case-overview/case-overview.view.js';
import { aPerson } from '@exeat/kernel/spec';
import fc from 'fast-check';
import { caseSeenBy } from '../case-overview/case-as-seen.js';
import { aCase, aRegisteredCase, factsOf } from '../spec/a-case.fixtures.js';
import type { CaseSteps } from '../spec/case-steps.fixtures.js';
import { rowsOf } from '../spec/fold.fixtures.js';
import { histories } from '../spec/histories.fixtures.js';
import { stageOf } from './stages.js';

const now = '2026-06-01T12:00:00.000Z';
const officer = aPerson('Tomas Lind', 'licensing-officer');
const exporter = aPerson('Ines Moreau', 'exporter', 'northlight');

const seen = (steps: CaseSteps, by = officer) => {
  const [row] = rowsOf(caseOverview, factsOf(steps));
  if (!row) throw new Error('No row');
  return caseSeenBy(by, row, now);
};
const day = (at: string | undefined) => at?.slice(0, 10);
const stages = (steps: CaseSteps, by = officer) =>
  seen(steps, by).stages.map(({ stage, enteredAt, leftAt }) => [stage, day(enteredAt), day(leftAt)]);

const reviewed = () =>
  aRegisteredCase().after(1).openTechnicalReview().claim().find().after(5).completeTechnicalReview();

describe('the stages of a case', () => {
  it('follow each other, each with the moment it was left', () => {
    const steps = reviewed().openSecurityReview(['state']).after(10).openLicensing(['state'], [], 'decision');
    expect(stages(steps.after(2).propose('approve').after(1).countersign().grant([]))).toEqual([
      ['submission', '2026-01-05', '2026-01-06'],
      ['technical-review', '2026-01-06', '2026-01-11'],
      ['security-review', '2026-01-11', '2026-01-21'],
      ['licensing', '2026-01-21', '2026-01-24'],
    ]);
  });
  it('have no end while the case is in the last', () =>
    expect(stages(reviewed()).at(-1)).toEqual(['technical-review', '2026-01-06', undefined]));
  it('come again when the application comes back', () => {
    const again = reviewed().after(1).returned('security-review').after(20).submit(2).after(1).register('Z000002');
    expect(stages(again.openTechnicalReview()).map(([stage]) => stage)).toEqual([
      ...['submission', 'technical-review', 'returned', 'submission', 'technical-review'],
    ]);
  });
  it('of drafting are told to the applicant alone', () => {
    const steps = aCase().draft().after(3).submit();
    expect(stages(steps, exporter)[0]).toEqual(['draft', '2026-01-05', '2026-01-08']);
    expect(stages(steps)).toEqual([['submission', '2026-01-08', undefined]]);
  });
  it('are the same by what happened and by what the applicant was told', () =>
    fc.assert(
      fc.property(histories, (facts) => {
        for (const { status, statusTold } of rowsOf(caseOverview, facts))
          expect([status, stageOf(status)]).toEqual([status, stageOf(statusTold)]);
      }),
      { numRuns: 100 },
    ));
  it('follow each other without a gap, in the order of time, and end with the case', () =>
    fc.assert(
      fc.property(histories, (facts) => {
        for (const { status, stages: passed } of rowsOf(caseOverview, facts)) {
          passed.slice(1).forEach(({ enteredAt }, index) => expect(passed[index]?.leftAt).toBe(enteredAt));
          passed.forEach(({ enteredAt, leftAt }) => expect(leftAt === null || enteredAt <= leftAt).toBe(true));
          const last = passed.at(-1);
          expect(last?.leftAt === null ? last.stage : undefined).toBe(stageOf(status));
        }
      }),
      { numRuns: 100 },
    ));
});

describe('the clock of a case', () => {
  it('is none before the first registration', () => expect(seen(aCase().draft().submit()).clock).toBeNull());
  it('runs since registration', () =>
    expect(seen(aRegisteredCase()).clock).toEqual({ runsSince: '2026-01-05', resolveBy: '2026-04-05', stops: [] }));
  it('is closed by a return, and another begins with the next registration', () => {
    const returned = reviewed().after(4).returned('security-review');
    expect(seen(returned)).toMatchObject({
      closedOn: '2026-01-15',
      daysElapsed: 10,
      daysLeft: null,
      clock: {
        runsSince: '2026-01-05',
        stops: [{ from: '2026-01-15', because: expect.stringMatching(/^The application was returned .* a new one/) }],
      },
    });
    expect(seen(returned.after(20).submit(2)).clock).toMatchObject({
      runsSince: null,
      stops: [{ from: '2026-01-15' }],
    });
    const again = seen(returned.after(1).register('Z000002'));
    expect(again.clock).toEqual({
      runsSince: '2026-02-05',
      resolveBy: '2026-05-06',
      stops: [{ from: '2026-01-15', to: '2026-02-05', because: expect.stringContaining('registered on 2026-02-05') }],
    });
    expect(again).toMatchObject({ daysElapsed: 116, daysLeft: -26 });
  });
  it('stands still from the day of the decision', () => {
    const steps = aRegisteredCase().openLicensing([], [], 'decision').after(30).grant([]);
    expect(seen(steps)).toMatchObject({
      daysElapsed: 30,
      clock: { stops: [{ from: '2026-02-04', because: 'The case was closed: licence granted.' }] },
    });
  });
  it('never stops before it began: what was returned unregistered had none', () =>
    expect(seen(aCase().draft().submit().returned()).clock).toBeNull());
  it('is stopped exactly while the authority is done with a case that was registered', () =>
    fc.assert(
      fc.property(histories, (facts) => {
        for (const { stops, closedOn, registeredOn } of rowsOf(caseOverview, facts)) {
          if (closedOn !== null && registeredOn !== null)
            expect(stops.at(-1)).toMatchObject({ from: closedOn, to: null });
          if (closedOn === null && registeredOn !== null) expect(stops.filter(({ to }) => to === null)).toEqual([]);
          stops.slice(0, -1).forEach(({ from, to }) => expect(to !== null && from <= to).toBe(true));
        }
      }),
      { numRuns: 100 },
    ));
});
