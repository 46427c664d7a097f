import { describe, expect, it } from '@jest/globals';
import { submittedIn } from '@exeat/audit';
import type { Recorded } from '@exeat/kernel';
import { aPerson } from '@exeat/kernel/spec';
import { CaseFolds } from '@exeat/messaging';
import fc from 'fast-check';
import { caseSeenBy } from '../case-overview/case-as-seen.js';
import { caseOverview } from '../case-overview/case-overview.view.js';
import { licenceRegister } from '../licence-register/licence-register.view.js';
import { obligationsDue } from '../obligations-due/obligations-due.view.js';
import { aCase, aRegisteredCase, factsOf } from '../spec/a-case.fixtures.js';
import type { CaseSteps } from '../spec/case-steps.fixtures.js';
import { rowsOf } from '../spec/fold.fixtures.js';
import { histories } from '../spec/histories.fixtures.js';
import { caseAsOf } from './case-as-of.js';
import { caseDifference } from './difference.js';
import { caseUpTo } from './moments.js';
import { caseValue } from './value.js';

const auditor = aPerson('Priya Nair', 'auditor');
const late = '2030-01-01T00:00:00.000Z';
const folds = new CaseFolds([]);

const asOf = (facts: readonly Recorded[], at?: number | string, now = late) =>
  caseAsOf(facts[0]!.caseId, caseUpTo(facts, at, now), auditor);
const difference = (facts: readonly Recorded[], from: number, to: number) =>
  caseDifference(facts[0]!.caseId, caseUpTo(facts, from, late), caseUpTo(facts, to, late), auditor, folds);

/** The value at a JSON pointer. */
const at = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((found, step) => (found as Record<string, unknown> | undefined)?.[step], value);

const casesIn = (facts: readonly Recorded[]): readonly (readonly Recorded[])[] =>
  [...new Set(facts.map(({ caseId }) => caseId))].map((caseId) => facts.filter((fact) => fact.caseId === caseId));

describe('a case as it stood', () => {
  it('is at every position what views built from only those facts show', () =>
    fc.assert(
      fc.property(histories, (history) => {
        for (const facts of casesIn(history))
          for (const { position, meta } of submittedIn(facts)) {
            const upTo = facts.filter((fact) => fact.position <= position);
            const {
              licence,
              obligations,
              position: counted,
              at: when,
              timeline,
              setBy: _,
              ...seen
            } = asOf(facts, position);
            expect(seen).toEqual(caseSeenBy(auditor, rowsOf(caseOverview, upTo)[0]!, meta.at));
            const row = rowsOf(licenceRegister, upTo).find(({ kind }) => kind === 'licence');
            expect(licence).toEqual(row ? expect.objectContaining({ licenceNumber: row.key, lines: row.lines }) : null);
            const owed = rowsOf(obligationsDue, upTo).filter(({ kind }) => kind === 'obligation');
            expect(obligations.map(({ obligationId }) => obligationId).sort()).toEqual(owed.map(({ key }) => key));
            expect([counted, when]).toEqual([position, meta.at]);
            expect(timeline.at(-1)?.position).toBe(position);
          }
      }),
      { numRuns: 25 },
    ));

  it('names for every value a fact that had happened, and none for what time alone moves', () =>
    fc.assert(
      fc.property(histories, (history) => {
        for (const facts of casesIn(history)) {
          const known = submittedIn(facts).map(({ position }) => position);
          if (known.length === 0) continue;
          const found = asOf(facts);
          for (const [pointer, position] of Object.entries(found.setBy)) {
            expect(known).toContain(position);
            expect([pointer, at(found, pointer)]).not.toEqual([pointer, undefined]);
          }
          expect(Object.keys(found.setBy)).not.toContain('/daysElapsed');
          expect(Object.keys(found.setBy)).toContain('/reference');
        }
      }),
      { numRuns: 25 },
    ));

  it('counts days to the moment that is asked for', () => {
    const facts = factsOf(aRegisteredCase().after(3).openTechnicalReview().claim());
    const registered = facts.find(({ type }) => type === 'ApplicationRegistered')!;
    expect(asOf(facts, registered.position)).toMatchObject({ daysElapsed: 0, status: 'registered' });
    const tenDaysOn = new Date(Date.parse(registered.meta.at) + 10 * 86_400_000).toISOString();
    expect(asOf(facts, tenDaysOn)).toMatchObject({ daysElapsed: 10, status: 'in-technical-review' });
    expect(asOf(facts, '2029-01-01T00:00:00.000Z', tenDaysOn)).toMatchObject({ daysElapsed: 10 });
    expect(asOf(facts, undefined, tenDaysOn)).toMatchObject({ daysElapsed: 10 });
  });

  it('says which fact set a status and which a finding', () => {
    const facts = factsOf(aRegisteredCase().openTechnicalReview().claim().find().completeTechnicalReview());
    const of = (type: string) => facts.find((fact) => fact.type === type)?.position;
    const { setBy } = asOf(facts);
    expect(setBy['/status']).toBe(of('TechnicalReviewOpened'));
    expect(setBy['/review/technicalReviewer/name']).toBe(of('TechnicalReviewClaimed'));
    expect(setBy['/review/findings/0/paragraph']).toBe(of('FindingRecorded'));
    expect(setBy['/number']).toBe(of('ApplicationRegistered'));
  });

  it('is nothing of a draft that was never submitted, and of none before it began', () => {
    const notThere = expect.objectContaining({ message: 'There is no such case.' });
    expect(() => asOf(factsOf(aCase().draft()))).toThrow(notThere);
    expect(() => asOf(factsOf(aRegisteredCase()), '2020-01-01T00:00:00.000Z')).toThrow('There is no such case.');
  });

  it('tells nothing of what is saved after a return', () => {
    const steps = aRegisteredCase().returned();
    const before = factsOf(steps).length;
    const facts = factsOf(steps.save({ endUse: 'A secret use' }));
    expect(facts.length).toBeGreaterThan(before);
    const found = asOf(facts);
    expect(found.position).toBe(before);
    expect(JSON.stringify(found)).not.toContain('A secret use');
    expect(Object.values(found.setBy).every((position) => position <= before)).toBe(true);
  });
});

describe('the difference of two moments', () => {
  const labels = (steps: CaseSteps, fromType: string) => {
    const facts = factsOf(steps);
    const from = facts.find(({ type }) => type === fromType)!.position;
    return difference(facts, from, facts.at(-1)!.position).items.map(({ label, position }) => [label, position]);
  };
  it('says in words what has changed, and by which fact', () => {
    const steps = aRegisteredCase().openTechnicalReview().claim().find();
    const facts = factsOf(steps);
    const of = (type: string) => facts.find((fact) => fact.type === type)?.position;
    expect(labels(steps, 'ApplicationRegistered')).toEqual([
      ['Status', of('TechnicalReviewOpened')],
      ['Waits for', of('TechnicalReviewOpened')],
      ['Waits on', of('TechnicalReviewOpened')],
      ['Review, technical reviewer', of('TechnicalReviewClaimed')],
      ['Review, findings, line 1', of('FindingRecorded')],
    ]);
  });
  it('finds an agency again by its name', () => {
    const steps = aRegisteredCase()
      .openTechnicalReview()
      .claim()
      .find()
      .completeTechnicalReview()
      .openSecurityReview(['state', 'energy'])
      .position('energy', 'object');
    const facts = factsOf(steps);
    const last = facts.at(-1)!.position;
    expect(difference(facts, last - 1, last).items).toEqual([
      {
        pointer: '/case/review/referrals/1/position',
        label: 'Review, agencies, Department of Energy, position',
        before: null,
        after: 'object',
        position: last,
      },
      {
        pointer: '/case/review/positionsTaken',
        label: 'Review, agencies that answered',
        before: 0,
        after: 1,
        position: last,
      },
    ]);
  });
  it('is nothing between a moment and itself', () => {
    const facts = factsOf(aRegisteredCase());
    expect(difference(facts, 3, 3).items).toEqual([]);
  });
  it('lies between its moments, over any history', () =>
    fc.assert(
      fc.property(histories, fc.nat(40), (history, first) => {
        for (const facts of casesIn(history)) {
          const known = submittedIn(facts).map(({ position }) => position);
          const from = known[first % Math.max(1, known.length)];
          const to = known.at(-1);
          if (from === undefined || to === undefined) continue;
          for (const { position, label } of difference(facts, from, to).items) {
            expect(position).toBeGreaterThan(from);
            expect(label).toMatch(/^[A-Z0-9]/);
          }
        }
      }),
      { numRuns: 25 },
    ));
});

describe('a value of a case', () => {
  const value = (facts: readonly Recorded[], pointer: string, upTo?: number) =>
    caseValue(facts[0]!.caseId, caseUpTo(facts, upTo, late), auditor, pointer);

  it('is told with all that it was before, and the facts that set it', () => {
    const facts = factsOf(aRegisteredCase().openTechnicalReview().claim());
    const of = (type: string) => facts.find((fact) => fact.type === type)!.position;
    const found = value(facts, '/status')!;
    expect(found.label).toBe('Status');
    expect(found.values.slice(-2)).toEqual([
      { value: 'registered', position: of('ApplicationRegistered') },
      { value: 'in-technical-review', position: of('TechnicalReviewOpened') },
    ]);
    expect(value(facts, '/status', of('ApplicationRegistered'))?.values.at(-1)?.value).toBe('registered');
  });
  it('is found again by what names its line or agency, wherever that stood', () => {
    const facts = factsOf(
      aRegisteredCase()
        .openTechnicalReview()
        .claim()
        .find()
        .completeTechnicalReview()
        .openSecurityReview(['state', 'energy'])
        .position('energy', 'object'),
    );
    const found = value(facts, '/review/referrals/1/position')!;
    expect(found.label).toBe('Review, agencies, Department of Energy, position');
    expect(found.values.map((each) => each.value)).toEqual([null, 'object']);
  });
  it('ends with the fact that is named as the one that set it', () =>
    fc.assert(
      fc.property(histories, (history) => {
        for (const facts of casesIn(history)) {
          if (submittedIn(facts).length === 0) continue;
          const page = asOf(facts);
          for (const [pointer, position] of Object.entries(page.setBy).slice(0, 40))
            expect([pointer, value(facts, pointer)?.values.at(-1)]).toEqual([
              pointer,
              { value: at(page, pointer), position },
            ]);
        }
      }),
      { numRuns: 4 },
    ));
  it.each(['/nothing', '/items/9/model', '/items/-1', '/items/model', '/constructor', '/'])(
    'is none where the page has none: %s',
    (pointer) => expect(value(factsOf(aRegisteredCase()), pointer)).toBeUndefined(),
  );
});
