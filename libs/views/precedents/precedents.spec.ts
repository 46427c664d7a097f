import { describe, expect, it } from '@jest/globals';
import { northlight } from '@exeat/kernel/spec';
import { aRegisteredCase, factsOf } from '../spec/a-case.fixtures.js';
import { CaseSteps } from '../spec/case-steps.fixtures.js';
import { rowsOf } from '../spec/fold.fixtures.js';
import { precedentShown } from './precedents.http.js';
import { folded, precedents } from './precedents.view.js';

const rows = (steps: CaseSteps) => rowsOf(precedents, factsOf(steps));
const claimed = () => aRegisteredCase().after(1).openTechnicalReview().claim();
const twoLines = () =>
  new CaseSteps(2, northlight, ['10', '20']).draft().submit().register().openTechnicalReview().claim();
const standing = (steps: CaseSteps) => rows(steps).filter(({ found }) => found !== null);

describe('the precedents', () => {
  it('have a finding with its application, its figures and its reviewer, as soon as it is recorded', () => {
    const [row] = rows(claimed().find());
    expect(row && precedentShown(row)).toEqual({
      caseId: aRegisteredCase().caseId,
      number: 'Z000001',
      line: 1,
      model: 'Chip 1',
      manufacturer: 'NVIDIA',
      paragraph: '3A090.a',
      tpp: '15824',
      performanceDensity: null,
      departure: null,
      ruleSet: 'us-ear-2026-07-23',
      reviewerName: 'Ada Reyes',
      recordedAt: '2026-01-06T09:00:00.000Z',
    });
  });
  it('have none for a line that nothing was found of', () => {
    expect(rows(claimed())).toMatchObject([{ found: null, foundPosition: 0 }]);
    expect(standing(twoLines().find(1))).toMatchObject([{ line: 1 }]);
    expect(() => rows(claimed()).map(precedentShown)).toThrow('Nothing was found of line 1 of Z000001');
  });
  it('have the later finding of a line, alone', () => {
    const [earlier] = standing(claimed().find());
    const later = standing(claimed().find().after(2).find());
    expect(later).toMatchObject([{ line: 1, found: { recordedAt: '2026-01-08T09:00:00.000Z' } }]);
    expect(later[0]?.foundPosition).toBeGreaterThan(earlier?.foundPosition ?? 0);
  });
  it('keep what was found after the review is complete and the case decided', () => {
    const complete = claimed().find().completeTechnicalReview();
    expect(standing(complete)).toHaveLength(1);
    expect(
      standing(complete.openLicensing([], [], 'decision').propose('deny').countersign().notice().deny()),
    ).toHaveLength(1);
  });
  it('lose what a cancelled review had found, and take what the next round finds under its number', () => {
    const back = claimed().find().completeTechnicalReview().returned('technical-review');
    expect(rows(back)).toEqual([]);
    const again = back.submit(2).register('Z000096').openTechnicalReview().claim().find();
    expect(standing(again)).toMatchObject([{ line: 1, number: 'Z000001' }]);
  });
  it('lose what was found of a withdrawn application', () =>
    expect(rows(claimed().find().withdrawn('technical-review'))).toEqual([]));
  it('compare models without regard to capitals', () => {
    expect(folded('H20 SXM')).toBe(folded('h20 sxm'));
    expect(rows(claimed())).toMatchObject([{ modelFolded: 'chip 1' }]);
  });
});
