import { randomBytes } from 'node:crypto';
import type { ViewRow } from '../view-definition.js';

/** A column of a view's table: the property of its rows, the column's name, its type. */
export type Column = readonly [property: string, column: string, type: string];

/**
 * Splits the values of a column, and stands for null among them. Begin with control characters that no text here may
 * hold, and end with what nobody can guess.
 */
const ending = randomBytes(3).toString('base64url');
const [separator, nothing] = [`\u001f${ending}`, `\u001e${ending}`];

/**
 * Rows on their way to the database: each column travels as one text and is taken apart by the server. Measured, that
 * costs it little more than half of what the same rows cost as JSON.
 */
export class RowColumns {
  /** The rows as a table expression named `row`, whose parameters are numbered from `first`. */
  readonly table: string;

  constructor(
    private readonly columns: readonly Column[],
    quoted: (name: string) => string,
    first: number,
  ) {
    const arrays = columns.map(
      // Each value has a separator before it, also the first: so one empty text is told from no value at all.
      ([, , type], index) => `(string_to_array($${first + 2 + index}, $${first}, $${first + 1}))[2:]::${type}[]`,
    );
    const names = columns.map(([, column]) => quoted(column)).join(', ');
    this.table = `unnest(${arrays.join(', ')}) as row (${names})`;
  }

  values(rows: readonly ViewRow[]): readonly string[] {
    const texts = this.columns.map(([property, , type]) => {
      const textOf = type === 'jsonb' ? JSON.stringify : String;
      let text = '';
      for (const row of rows as unknown as readonly Readonly<Record<string, unknown>>[]) {
        const value = row[property];
        text += separator + (value === null || value === undefined ? nothing : textOf(value));
      }
      return text;
    });
    return [separator, nothing, ...texts];
  }
}
