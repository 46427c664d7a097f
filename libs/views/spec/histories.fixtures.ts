import type { Company, Recorded } from '@exeat/kernel';
import { northlight } from '@exeat/kernel/spec';
import fc from 'fast-check';
import { CaseSteps } from './case-steps.fixtures.js';
import { recordAll, type Step } from './recorded.fixtures.js';

export const harbourline: Company = { companyId: 'harbourline', name: 'Harbourline Systems LLC' };
const agencyIds = ['state', 'defense', 'energy', 'justice'] as const;

const review = fc.record({
  releases: fc.nat(2),
  findsTwice: fc.boolean(),
  notes: fc.nat(2),
  agencies: fc.subarray([...agencyIds], { minLength: 1 }),
  silent: fc.boolean(),
  changesMind: fc.boolean(),
  proposals: fc.subarray(['p1', 'p2', 'p3']),
});

const life = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constant('ship' as const),
      line: fc.integer({ min: 1, max: 2 }),
      quantity: fc.integer({ min: 1, max: 9 }).map(String),
    }),
    fc.record({ act: fc.constant('certify' as const), quantity: fc.integer({ min: 1, max: 9 }).map(String) }),
    fc.record({ act: fc.constant('owe' as const), name: fc.constantFrom('a', 'b', 'c'), paid: fc.boolean() }),
    fc.record({ act: fc.constantFrom('fulfil' as const, 'overdue' as const), name: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ act: fc.constant('close' as const), period: fc.constantFrom('2026-Q1', '2026-Q2', '2026-Q3') }),
  ),
  { maxLength: 12, size: 'max' },
);

const plan = fc.record({
  company: fc.constantFrom(northlight, harbourline),
  quantities: fc.array(fc.integer({ min: 10, max: 99 }).map(String), { minLength: 1, maxLength: 2 }),
  saves: fc.nat(3),
  documents: fc.boolean(),
  first: review,
  second: review,
  goesBack: fc.constantFrom('no', 'no', 'technical-review', 'security-review', 'licensing', 'withdrawn'),
  ends: fc.constantFrom('approve', 'approve', 'approve', 'deny', 'answered', 'no-licence-required'),
  sentBack: fc.boolean(),
  signatures: fc.integer({ min: 1, max: 2 }),
  settled: fc.array(fc.constantFrom('adopt' as const, 'reword' as const, 'drop' as const), {
    minLength: 3,
    maxLength: 3,
  }),
  life,
  end: fc.constantFrom('open', 'exhausted', 'expired'),
  /** How much of all this has happened so far. */
  share: fc.integer({ min: 1, max: 10 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;
type Review = typeof review extends fc.Arbitrary<infer R> ? R : never;

const technicalReview = (steps: CaseSteps, { releases, findsTwice, notes }: Review): void => {
  steps.after(1).openTechnicalReview().claim();
  for (let release = 0; release < releases; release++) steps.release().claim();
  steps.find();
  if (findsTwice) steps.find(1);
  for (let note = 0; note < notes; note++) steps.note();
};

const securityReview = (steps: CaseSteps, { agencies, silent, changesMind, proposals }: Review): void => {
  steps.openSecurityReview(agencies);
  const [first = 'state', ...others] = agencies;
  if (changesMind) steps.position(first, 'object');
  steps.after(5).position(first, proposals.length > 0 ? 'approve-with-conditions' : 'no-objection', proposals);
  for (const agency of others) {
    if (silent) steps.after(10).silence(agency);
    else steps.position(agency, 'no-objection');
  }
};

/** Goes through one round, and says whether it was sent back to the applicant on its way. */
const round = (steps: CaseSteps, number: number, reviewed: Review, { goesBack, ends }: Plan): boolean => {
  const back = number === 1 ? goesBack : 'no';
  steps.after(2).submit(number).register();
  technicalReview(steps, reviewed);
  if (back === 'technical-review') return Boolean(steps.returned('technical-review'));
  if (ends === 'no-licence-required' && number === 2) {
    steps.completeTechnicalReview(false).openLicensing([], [], 'confirmation');
    return false;
  }
  steps.completeTechnicalReview();
  securityReview(steps, reviewed);
  if (back === 'security-review') return Boolean(steps.returned('security-review'));
  steps.closeSecurityReview(reviewed.agencies, reviewed.proposals);
  steps.openLicensing(reviewed.agencies, reviewed.proposals, 'decision', 2);
  if (back === 'licensing') return Boolean(steps.returned('licensing'));
  return false;
};

const decision = (steps: CaseSteps, given: Plan, proposals: readonly string[]): void => {
  const own = steps.condition('own', { when: 'after-each-shipment', days: 30, evidence: 'delivery-report' });
  proposals.forEach((name, index) => steps.settle(name, given.settled[index] ?? 'adopt'));
  switch (given.ends) {
    case 'approve':
      steps.addCondition(own).propose('approve', [own]);
      if (given.sentBack) steps.sendBack().propose('approve', [own]);
      steps.countersign(given.signatures).grant([own]);
      return licence(steps, given);
    case 'no-licence-required':
      return void steps.propose('no-licence-required').countersign().confirmNoLicenceRequired();
    case 'answered':
      return void steps.propose('deny').countersign().notice().after(10).answer().propose('deny');
    default:
      return void steps.propose('deny').countersign().notice().after(45).deny();
  }
};

const licence = (steps: CaseSteps, { life: acts, end, quantities }: Plan): void => {
  const own = steps.condition('own');
  const owed = new Set<string>();
  for (const each of acts) {
    steps.after(3);
    if (each.act === 'ship') steps.ship(Math.min(each.line, quantities.length), each.quantity);
    else if (each.act === 'certify') steps.certify(each.quantity);
    else if (each.act === 'close') steps.closePeriod(each.period, '125000.00');
    else if (each.act === 'owe' && !owed.has(each.name)) {
      owed.add(each.name);
      steps.owe(each.name, own, each.paid ? '18750.00' : undefined);
    } else if (each.act === 'fulfil' && owed.has(each.name)) steps.fulfil(each.name);
    else if (each.act === 'overdue' && owed.has(each.name)) steps.overdue(each.name);
  }
  if (end === 'exhausted') steps.exhaust();
  if (end === 'expired') steps.expire();
};

/** All steps of a case by its plan, up to the share of them that has happened. */
const stepsOf = (given: Plan, number: number): readonly Step[] => {
  const steps = new CaseSteps(number, given.company, given.quantities).draft(given.saves);
  if (given.documents) steps.documents();
  const back = round(steps, 1, given.first, given);
  if (given.goesBack === 'withdrawn') steps.withdrawn('licensing');
  else {
    if (back) round(steps.after(7), 2, given.second, given);
    decision(steps, given, back ? given.second.proposals : given.first.proposals);
  }
  return steps.steps.slice(0, Math.ceil((steps.steps.length * given.share) / 10));
};

/** Several cases going on at once: each goes its way in order, and `turns` says whose turn it is. */
const interleaved = (cases: readonly (readonly Step[])[], turns: readonly number[]): readonly Step[] => {
  const left = cases.map((steps) => [...steps]);
  const all: Step[] = [];
  for (let turn = 0; left.some((steps) => steps.length > 0); turn++) {
    const waiting = left.filter((steps) => steps.length > 0);
    const next = waiting[(turns[turn % turns.length] ?? 0) % waiting.length]?.shift();
    if (next) all.push(next);
  }
  return all;
};

/** Whole histories of up to four cases, as the store would give them. */
export const histories: fc.Arbitrary<readonly Recorded[]> = fc
  .record({
    plans: fc.array(plan, { minLength: 1, maxLength: 4 }),
    turns: fc.array(fc.nat(3), { minLength: 5, maxLength: 40, size: 'max' }),
  })
  .map(({ plans, turns }) =>
    recordAll(
      interleaved(
        plans.map((each, index) => stepsOf(each, index + 1)),
        turns,
      ),
    ),
  );

/** Steps of so many cases, numbered from `first`; the same for the same seed. */
export const casesFrom = (first: number, count: number, seed: number): readonly (readonly Step[])[] =>
  fc.sample(plan, { numRuns: count, seed }).map((given, index) => stepsOf(given, first + index));

/** Sizes of the batches in which facts come in. */
export const batchSizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });
