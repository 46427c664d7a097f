import type { Fact, FactNamed, Recorded } from '@exeat/kernel';
import type { EntitySchema } from 'typeorm';

/** A row of a view. Every row belongs to one case, so that the rows of a case can be folded by themselves. */
export interface ViewRow {
  /** The primary key. */
  readonly key: string;
  readonly caseId: string;
}

/** The rows of the fact's case, as a view may read and change them. Rows are values: change one by putting a new one. */
export interface CaseRows<Row> {
  all(): readonly Row[];
  get(key: string): Row | undefined;
  put(row: Row): void;
  remove(key: string): void;
}

/**
 * A view: a pure fold of facts into the rows of their case. It reads no clock, no table and no other case, so that it
 * can be dropped and computed again from history, and gives the same rows.
 */
export interface ViewDefinition<Row extends ViewRow = ViewRow, F extends Fact = Fact> {
  /** The question it answers, in kebab-case; its table has the same name with underscores. */
  readonly name: string;
  /** Grows whenever the same history gives other rows: the view is then built anew. */
  readonly version: number;
  readonly entity: EntitySchema<Row>;
  /** Rows are only added, each under a key of its own: earlier rows of the case need not be read. */
  readonly appendOnly?: boolean;
  /** What happens to a stream with a fact that cannot be applied: set aside while others flow, or the view stops. */
  readonly onFailure?: 'park' | 'stop';
  readonly on: { readonly [Type in F['type']]?: OnFact<Row, F, Type> };
}

// Written as a method so that views over different facts can stand in one list: a handler is only ever called with
// facts of the type it is named for, and with rows of its own table.
type OnFact<Row, F extends Fact, Type extends F['type']> = {
  on(fact: Recorded<FactNamed<F, Type>>, rows: CaseRows<Row>): void;
}['on'];

export const defineView = <Row extends ViewRow, F extends Fact>(
  definition: ViewDefinition<Row, F>,
): ViewDefinition<Row, F> => definition;
