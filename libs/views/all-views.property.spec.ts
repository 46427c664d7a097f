import { describe, expect, it } from '@jest/globals';
import { auditTrail, caseTypes, publishedFacts } from '@exeat/audit';
import type { Recorded } from '@exeat/kernel';
import type { CaseRows, ViewDefinition, ViewRow } from '@exeat/messaging';
import fc from 'fast-check';
import { allViews } from './all-views.js';
import { batchSizes, histories } from './spec/histories.fixtures.js';
import { rowsAfter } from './spec/fold.fixtures.js';

const views: readonly ViewDefinition[] = [...allViews, auditTrail];

describe('a generated history', () => {
  it('holds only facts that fit their stored forms', () =>
    fc.assert(
      fc.property(histories, (facts) => {
        const forms = new Map<string, (typeof publishedFacts)[number]>(publishedFacts.map((form) => [form.type, form]));
        for (const { type, data } of facts)
          expect([type, forms.get(type)?.schema.safeParse(data).error]).toEqual([type, undefined]);
      }),
      { numRuns: 60 },
    ));
  it('comes to every kind of fact', () => {
    const seen = new Set(
      fc
        .sample(histories, { numRuns: 150, seed: 1 })
        .flat()
        .map(({ type }) => type),
    );
    expect(caseTypes.filter((type) => !seen.has(type))).toEqual([]);
  });
});

it('a view that keeps anything beside its rows is found out', () => {
  let facts = 0;
  const forgetful: ViewDefinition = {
    ...allViews[0],
    on: {
      DraftStarted: ({ caseId }: Recorded, rows: CaseRows<ViewRow>) => {
        facts += 1;
        rows.put({ key: `${caseId}:${facts}`, caseId });
      },
    },
  };
  const found = fc.check(
    fc.property(histories, batchSizes, (history, sizes) => {
      expect(rowsAfter(forgetful, history, sizes)).toEqual(rowsAfter(forgetful, history));
    }),
  );
  expect(found.failed).toBe(true);
});

describe.each(views.map((view) => [view.name, view] as const))('%s', (_name, view) => {
  it('is the same built batch by batch and built anew from history', () =>
    fc.assert(
      fc.property(histories, batchSizes, (facts, sizes) => {
        expect(rowsAfter(view, facts, sizes)).toEqual(rowsAfter(view, facts));
      }),
    ));
  it('gives every column of its table a value, and no other', () =>
    fc.assert(
      fc.property(histories, (facts) => {
        const columns = Object.entries<{ nullable?: boolean } | undefined>(view.entity.options.columns);
        for (const row of rowsAfter(view, facts)) {
          expect(Object.keys(row).sort()).toEqual(columns.map(([name]) => name).sort());
          const required = columns.filter(([, column]) => column?.nullable !== true).map(([name]) => name);
          const values = row as unknown as Record<string, unknown>;
          expect(required.filter((name) => values[name] === null)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    ));
  it('does not show cases to each other: a case alone gives the same rows', () =>
    fc.assert(
      fc.property(histories, (facts) => {
        const rows = rowsAfter(view, facts);
        for (const caseId of new Set(facts.map((fact) => fact.caseId)))
          expect(
            rowsAfter(
              view,
              facts.filter((fact) => fact.caseId === caseId),
            ),
          ).toEqual(rows.filter((row) => row.caseId === caseId));
      }),
      { numRuns: 60 },
    ));
});
