import type { Recorded } from '@exeat/kernel';
import type { CaseRows, ViewDefinition, ViewRow } from '../view-definition.js';
import type { Change } from './view-table.js';

type Handler = (fact: Recorded, rows: CaseRows<ViewRow>) => void;

/** A fact that a view's definition threw at. */
export class FoldFailure extends Error {
  override readonly name = 'FoldFailure';
  constructor(
    readonly fact: Recorded,
    override readonly cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

export const handles = ({ on }: ViewDefinition, type: string): boolean => Object.hasOwn(on, type);

/**
 * Folds facts into rows, in memory. `rows` are all rows of the facts' cases (none for a view that only adds). Gives what
 * has to be written. Throws `FoldFailure` with the fact at which the definition threw.
 */
export const foldFacts = (
  definition: ViewDefinition,
  facts: readonly Recorded[],
  rows: readonly ViewRow[],
  complete: (row: ViewRow) => ViewRow,
): Change => {
  const cases = new Map<string, Map<string, ViewRow>>();
  for (const row of rows) rowsIn(cases, row.caseId).set(row.key, row);
  const touched = new Map<string, ViewRow | undefined>();

  for (const fact of facts) {
    const handler = (definition.on as Readonly<Record<string, Handler | undefined>>)[fact.type];
    if (!handler) continue;
    const own = rowsIn(cases, fact.caseId);
    try {
      handler(fact, definition.appendOnly ? adding(fact, touched, complete) : changing(fact, own, touched, complete));
    } catch (error) {
      throw new FoldFailure(fact, error);
    }
  }
  const changed = [...touched.entries()];
  return {
    put: changed.flatMap(([, row]) => row ?? []),
    removed: changed.flatMap(([key, row]) => (row ? [] : [key])),
  };
};

const changing = (
  { caseId }: Recorded,
  own: Map<string, ViewRow>,
  touched: Map<string, ViewRow | undefined>,
  complete: (row: ViewRow) => ViewRow,
): CaseRows<ViewRow> => ({
  all: () => [...own.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
  get: (key) => own.get(key),
  put: (row) => {
    const whole = ofCase(caseId, complete(row), touched);
    own.set(row.key, whole);
    touched.set(row.key, whole);
  },
  remove: (key) => {
    if (own.delete(key)) touched.set(key, undefined);
  },
});

const adding = (
  { caseId }: Recorded,
  touched: Map<string, ViewRow | undefined>,
  complete: (row: ViewRow) => ViewRow,
): CaseRows<ViewRow> => {
  const refuse = () => {
    throw new Error('A view that only adds rows cannot read or remove them');
  };
  return {
    all: refuse,
    get: refuse,
    remove: refuse,
    put: (row) => void touched.set(row.key, ofCase(caseId, complete(row), touched)),
  };
};

const ofCase = (caseId: string, row: ViewRow, touched: ReadonlyMap<string, ViewRow | undefined>): ViewRow => {
  const other = touched.get(row.key)?.caseId ?? caseId;
  if (row.caseId !== caseId || other !== caseId)
    throw new Error(`Row ${row.key} cannot pass from case ${other} to case ${row.caseId}`);
  return row;
};

const rowsIn = (cases: Map<string, Map<string, ViewRow>>, caseId: string): Map<string, ViewRow> => {
  const known = cases.get(caseId);
  if (known) return known;
  const fresh = new Map<string, ViewRow>();
  cases.set(caseId, fresh);
  return fresh;
};
