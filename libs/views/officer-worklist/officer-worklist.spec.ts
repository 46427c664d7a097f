import { describe, expect, it } from '@jest/globals';
import { aRegisteredCase, factsOf } from '../spec/a-case.fixtures.js';
import type { CaseSteps } from '../spec/case-steps.fixtures.js';
import { rowsOf } from '../spec/fold.fixtures.js';
import { missingIn } from './officer-worklist.http.js';
import { officerWorklist } from './officer-worklist.view.js';

const rows = (steps: CaseSteps) => rowsOf(officerWorklist, factsOf(steps));
const missing = (steps: CaseSteps, now = '2026-01-15T00:00:00.000Z') =>
  rows(steps).flatMap((row) => missingIn(row, now));
const settling = (proposals: readonly string[] = [], signatures = 1) =>
  aRegisteredCase().openLicensing(['state'], proposals, 'decision', signatures);

describe('the officer worklist', () => {
  it('has a case from licensing on until it is decided', () => {
    expect(rows(settling())).toMatchObject([{ stage: 'settling', number: 'Z000001', resolveBy: '2026-04-05' }]);
    expect(rows(settling().propose('approve').countersign().grant([]))).toEqual([]);
    expect(rows(settling().propose('deny').countersign().notice().deny())).toEqual([]);
    expect(rows(settling().returned('licensing'))).toEqual([]);
  });
  it('names proposed conditions that are not settled', () => {
    expect(missing(settling(['p1', 'p2']))).toEqual(['2 proposed conditions to settle', 'a proposed decision']);
    expect(missing(settling(['p1', 'p2', 'p3']).settle('p1', 'adopt').settle('p2', 'drop'))).toContain(
      '1 proposed condition to settle',
    );
  });
  it('names the agencies whose position bars an approval', () => {
    const positions = ['object', 'return', 'no-objection'] as const;
    const [row] = rows(aRegisteredCase().openLicensing(['state', 'defense', 'energy'], [], 'decision', 1, positions));
    expect(row?.objections).toEqual([
      { agency: 'state', position: 'object' },
      { agency: 'defense', position: 'return' },
    ]);
  });
  it('counts the conditions that stand: adopted, reworded or added, not dropped', () => {
    const steps = settling(['p1', 'p2', 'p3']).settle('p1', 'adopt').settle('p2', 'reword').settle('p3', 'drop');
    expect(rows(steps.addCondition(steps.condition('own')))[0]?.conditions).toHaveLength(3);
    expect(rows(steps.settle('p1', 'drop'))[0]?.conditions).toHaveLength(2);
  });
  it('names the signatures that are missing, and who has signed', () => {
    const proposed = settling([], 2).propose('approve');
    expect(missing(proposed)).toEqual(['2 countersignatures of 2']);
    expect(missing(proposed.countersign())).toEqual(['1 countersignature of 2']);
    expect(rows(proposed)[0]?.signatures).toEqual([{ id: 'ruth-okafor', name: 'Ruth Okafor' }]);
  });
  it('voids the signatures when the proposal is sent back', () =>
    expect(rows(settling([], 2).propose('approve').countersign().sendBack())).toMatchObject([
      { stage: 'settling', proposal: null, signatures: [], officer: null },
    ]));
  it('waits for the applicant until the notice can no longer be answered, and then for the last day', () => {
    const noticed = settling().propose('deny').countersign().notice();
    expect(missing(noticed)).toEqual(["the applicant's answer, before 2026-01-26T00:00:00.000Z"]);
    expect(missing(noticed, '2026-01-26T00:00:00.000Z')).toEqual([
      'the day the denial is final, 2026-02-19T00:00:00.000Z',
    ]);
  });
  it('has an answered notice to be decided again', () =>
    expect(rows(settling().propose('deny').countersign().notice().answer())).toMatchObject([
      { stage: 'settling', answered: true, proposal: null },
    ]));
});
