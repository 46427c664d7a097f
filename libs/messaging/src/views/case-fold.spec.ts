import { system, type Fact, type Recorded } from '@exeat/kernel';
import { describe, expect, it } from '@jest/globals';
import { EntitySchema } from 'typeorm';
import { defineView, type ViewDefinition, type ViewRow } from '../view-definition.js';
import { foldFacts, FoldFailure } from './case-fold.js';
import { ViewTable } from './view-table.js';

interface Count extends ViewRow {
  readonly times: number;
  readonly note: string | null;
}
type Counted = Fact<'Counted', { by: number }> | Fact<'Cleared', object> | Fact<'Strayed', object>;

const counts = defineView<Count, Counted>({
  name: 'some-counts',
  version: 1,
  entity: new EntitySchema<Count>({
    name: 'some-counts',
    tableName: 'some_counts',
    schema: 'views',
    columns: {
      key: { type: 'text', primary: true },
      caseId: { type: 'text', name: 'case_id' },
      times: { type: 'int' },
      note: { type: 'text', nullable: true },
    },
  }),
  on: {
    Counted: ({ caseId, data: { by } }, rows) => {
      if (by < 0) throw new Error('Nothing is counted backwards');
      rows.put({ key: caseId, caseId, times: (rows.get(caseId)?.times ?? 0) + by, note: null });
    },
    Cleared: ({ caseId }, rows) => rows.remove(caseId),
    Strayed: ({ caseId }, rows) => rows.put({ key: caseId, caseId: 'elsewhere', times: 0, note: null }),
  },
});

let position = 0;
const recorded = (caseId: string, fact: Counted | Fact): Recorded => ({
  ...fact,
  ...{ position: ++position, stream: `count-${caseId}`, version: 1, factId: 'f', caseId, schemaVersion: 1 },
  meta: { actor: system('test'), at: '2026-01-01T00:00:00.000Z', commandId: 'x', correlationId: 'x' },
  recordedAt: '2026-01-01T00:00:00.000000Z',
});
const by = (caseId: string, times: number) => recorded(caseId, { type: 'Counted', data: { by: times } });
const fold = (facts: readonly Recorded[], rows: readonly Count[] = [], view: ViewDefinition = counts) =>
  foldFacts(view, facts, rows, (row) => row);

describe('folding facts into rows', () => {
  it('goes on from the rows that there are, case by case', () =>
    expect(fold([by('a', 1), by('b', 5), by('a', 2)], [{ key: 'a', caseId: 'a', times: 10, note: null }])).toEqual({
      put: [
        { key: 'a', caseId: 'a', times: 13, note: null },
        { key: 'b', caseId: 'b', times: 5, note: null },
      ],
      removed: [],
    }));

  it('writes nothing for facts that the view does not handle', () =>
    expect(fold([recorded('a', { type: 'Unheard', data: {} })])).toEqual({ put: [], removed: [] }));

  it('removes a row, and writes one that came again after', () => {
    const cleared = recorded('a', { type: 'Cleared', data: {} });
    const before = [{ key: 'a', caseId: 'a', times: 10, note: null }];
    expect(fold([cleared], before)).toEqual({ put: [], removed: ['a'] });
    expect(fold([cleared, by('a', 1)], before)).toMatchObject({ put: [{ times: 1 }], removed: [] });
  });

  it('names the fact at which the definition threw', () => {
    const bad = by('b', -1);
    expect(() => fold([by('a', 1), bad, by('a', 1)])).toThrow(FoldFailure);
    expect(() => fold([by('a', 1), bad])).toThrow('Nothing is counted backwards');
    try {
      fold([by('a', 1), bad]);
    } catch (error) {
      expect((error as FoldFailure).fact).toBe(bad);
    }
  });

  it('lets no row pass to another case', () =>
    expect(() => fold([recorded('a', { type: 'Strayed', data: {} })])).toThrow(
      /cannot pass from case a to case elsewhere/,
    ));

  it('gives a view that only adds no rows to read', () =>
    expect(() => fold([by('a', 1)], [], { ...counts, appendOnly: true })).toThrow(
      'A view that only adds rows cannot read or remove them',
    ));
});

describe('the table of a view', () => {
  it('makes what was left out null, as it will be when it is read again', () =>
    expect(new ViewTable(counts).complete({ key: 'a', caseId: 'a', times: 1 } as Count)).toEqual({
      ...{ key: 'a', caseId: 'a', times: 1, note: null },
    }));

  it('refuses an entity that is kept elsewhere', () =>
    expect(() => new ViewTable({ ...counts, name: 'other-counts' })).toThrow(/is kept in views.other_counts/));
});
