import { describe, expect, it } from '@jest/globals';
import { aPerson } from '@exeat/kernel/spec';
import { aRegisteredCase, factsOf } from '../spec/a-case.fixtures.js';
import type { CaseSteps } from '../spec/case-steps.fixtures.js';
import { rowsOf } from '../spec/fold.fixtures.js';
import { caseSeenBy } from './case-as-seen.js';
import { caseOverview } from './case-overview.view.js';

const row = (steps: CaseSteps) => {
  const [first] = rowsOf(caseOverview, factsOf(steps));
  if (!first) throw new Error('No row');
  return first;
};
const now = '2026-01-15T12:00:00.000Z';
const exporter = aPerson('Ines Moreau', 'exporter', 'northlight');
const officer = aPerson('Tomas Lind', 'licensing-officer');
const reviewer = aPerson('Reviewer', 'security-reviewer', 'state');

const reviewed = () =>
  aRegisteredCase()
    .openTechnicalReview()
    .claim()
    .find()
    .completeTechnicalReview()
    .openSecurityReview(['state', 'energy']);
const share = (steps: CaseSteps) =>
  steps.condition('share', { when: 'each-quarter', days: 30, evidence: 'remittance', percentOfShippedValue: '15' });

describe('the overview of a case', () => {
  it('follows the case through its contexts, with the version of each stream', () =>
    expect(row(reviewed())).toMatchObject({
      status: 'in-security-review',
      number: 'Z000001',
      findings: [{ line: 1 }],
      requirements: [{ reviewPolicy: 'case-by-case' }],
      versions: { submission: 4, 'technical-review': 4, 'security-review': 3 },
    }));
  it('is untouched by notes', () => expect(row(reviewed().after(3).note().note())).toEqual(row(reviewed())));
  it('counts the positions that are in, silence among them', () => {
    const steps = reviewed().position('state', 'object').silence('energy');
    expect(row(steps)).toMatchObject({
      positionsAsked: 2,
      positionsTaken: 2,
      referrals: [
        { agency: 'state', position: 'object', silent: false },
        { agency: 'energy', position: null, silent: true },
      ],
    });
  });
  it('counts an agency that changes its mind once', () =>
    expect(row(reviewed().position('state', 'object').position('state', 'no-objection'))).toMatchObject({
      positionsTaken: 1,
      referrals: [{ position: 'no-objection' }, { position: null }],
    }));
  it('shows a proposal with its signatures until it is sent back', () => {
    const steps = aRegisteredCase().openLicensing([], [], 'decision', 2).propose('approve').countersign();
    expect(row(steps)).toMatchObject({
      status: 'awaiting-countersignature',
      proposal: { kind: 'approval', signatures: [{ name: 'Ruth Okafor' }], signaturesRequired: 2 },
    });
    expect(row(steps.sendBack())).toMatchObject({ status: 'in-licensing', proposal: null });
  });
  it('shows what a proposal proposes: lines, conditions and last day of an approval, grounds of a denial', () => {
    const steps = aRegisteredCase().openLicensing([], [], 'decision');
    const { proposal } = row(steps.propose('approve', [share(steps)]));
    expect(proposal).toMatchObject({
      lines: [{ line: 1, quantity: expect.any(String), value: { amount: expect.any(String) } }],
      conditions: [{ duty: { percentOfShippedValue: '15' } }],
      validUntil: '2030-01-04',
    });
    expect(row(steps.sendBack().propose('deny')).proposal).toEqual(
      expect.objectContaining({ kind: 'denial', criteria: ['15 CFR 742.6(b)(10)'] }),
    );
    expect(row(steps).proposal).not.toHaveProperty('conditions');
  });
  it('forgets the findings of a round once the application is submitted again', () =>
    expect(row(reviewed().returned('security-review').submit(2))).toMatchObject({
      status: 'submitted',
      round: 2,
      findings: [],
      requirements: [],
      referrals: [],
      wentBackBecause: null,
    }));
  it('keeps every number the case ever had', () =>
    expect(row(aRegisteredCase().returned().submit(2).register('Z000009'))).toMatchObject({
      number: 'Z000009',
      numbers: ['Z000001', 'Z000009'],
    }));
  it('shows no proposal and no notice of a round that was called off', () => {
    const noticed = () => aRegisteredCase().openLicensing([], [], 'decision').propose('deny').countersign().notice();
    expect(row(noticed().withdrawn('licensing'))).toMatchObject({ status: 'withdrawn', proposal: null, notice: null });
    expect(row(noticed().returned('licensing'))).toMatchObject({ status: 'returned', proposal: null, notice: null });
  });
  it('keeps licence facts as its own: the version of the licence stands beside the others', () =>
    expect(row(aRegisteredCase().openLicensing([], [], 'decision').grant([]).expire())).toMatchObject({
      status: 'licensed',
      licenceNumber: 'D0000001',
      versions: { compliance: 2 },
    }));
});

describe('a draft', () => {
  it('is its applicant’s own: the authority goes on seeing what was submitted last, and when', () => {
    const before = row(reviewed().returned('security-review'));
    const edited = row(reviewed().returned('security-review').after(3).save({ endUse: 'Weather.', items: [] }));
    expect(caseSeenBy(officer, edited, now)).toMatchObject({
      endUse: before.endUse,
      items: [{ line: 1 }],
      review: { changedAt: before.changedAt },
    });
    expect(caseSeenBy(exporter, edited, now)).toMatchObject({ endUse: 'Weather.', items: [] });
  });
  it('becomes what everybody sees with its submission', () => {
    const again = row(reviewed().returned('security-review').save({ endUse: 'Weather.' }).submit(2));
    expect(again.unsubmitted).toEqual({});
    expect(caseSeenBy(exporter, again, now).endUse).toBe(caseSeenBy(officer, again, now).endUse);
  });
});

describe('the overview as somebody sees it', () => {
  it('shows an applicant nothing of the review, nor that a decision is proposed', () => {
    const seen = caseSeenBy(exporter, row(reviewed().openLicensing(['state'], [], 'decision').propose('deny')), now);
    expect(seen).toMatchObject({ status: 'in-licensing', versions: { submission: 4 } });
    expect(seen).not.toHaveProperty('review');
    expect(Object.keys(seen.versions)).toEqual(['submission']);
    expect(JSON.stringify(seen)).not.toContain('denial');
  });
  it('gives an applicant the version to answer a notice with', () =>
    expect(
      caseSeenBy(exporter, row(aRegisteredCase().openLicensing([], [], 'decision').propose('deny').notice()), now),
    ).toMatchObject({ status: 'intent-to-deny', versions: { submission: 4, licensing: 3 } }));
  it('gives no version to answer with once the denial is final', () => {
    const denied = aRegisteredCase().openLicensing([], [], 'decision').propose('deny').countersign().notice().deny();
    expect(Object.keys(caseSeenBy(exporter, row(denied), now).versions)).toEqual(['submission']);
  });
  it('shows the authority all of it', () =>
    expect(caseSeenBy(officer, row(reviewed()), now)).toMatchObject({ review: { positionsAsked: 2 } }));
  it('never shows what an agency withheld', () =>
    expect(JSON.stringify(caseSeenBy(officer, row(reviewed().position('state', 'object')), now))).not.toContain(
      'Held',
    ));
  it('keeps the terms that are proposed from reviewers, whatever else they are', () => {
    const steps = aRegisteredCase().openLicensing([], [], 'decision');
    const waiting = row(steps.propose('approve', [share(steps)]));
    const both = { ...officer, roles: [...officer.roles, ...reviewer.roles] };
    for (const by of [reviewer, aPerson('Ada Reyes', 'technical-reviewer'), both]) {
      const seen = caseSeenBy(by, waiting, now);
      expect(seen.review?.proposal).toMatchObject({ kind: 'approval', lines: [{ line: 1 }] });
      expect(seen.review?.proposal).not.toHaveProperty('conditions');
      expect(JSON.stringify(seen)).not.toContain('remittance');
    }
    expect(caseSeenBy(officer, waiting, now).review?.proposal).toHaveProperty('conditions');
    expect(JSON.stringify(caseSeenBy(exporter, waiting, now))).not.toContain('remittance');
  });
  it('keeps the terms of a licence from reviewers, and shows them to its holder', () => {
    const steps = aRegisteredCase().openLicensing([], [], 'decision');
    const granted = row(steps.grant([share(steps)]));
    expect(caseSeenBy(reviewer, granted, now).decision).not.toHaveProperty('conditions');
    expect(caseSeenBy(exporter, granted, now).decision).toHaveProperty('conditions');
    expect(caseSeenBy(officer, granted, now).decision).toHaveProperty('conditions');
  });
});
