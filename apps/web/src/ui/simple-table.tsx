import type { ReactNode } from 'react';

export interface SimpleColumn<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
  /** The cell that names its row. */
  readonly isRowHead?: boolean;
}

interface SimpleTableProps<Row> {
  readonly caption: ReactNode;
  readonly hidesCaption?: boolean;
  readonly columns: readonly SimpleColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
}

/** A table of a few rows. Where it is wider than the screen it scrolls by itself, by keyboard too. */
export const SimpleTable = <Row,>({ caption, hidesCaption = false, columns, rows, keyOf }: SimpleTableProps<Row>) => (
  <ScrollingTable>
    <table className="usa-table usa-table--borderless table">
      <caption className={hidesCaption ? 'usa-sr-only' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, head, isNumber }) => (
            <th key={key} scope="col" className={isNumber ? 'table__number' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ key, cell, isNumber, isRowHead }) =>
              isRowHead ? (
                <th key={key} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={key} className={isNumber ? 'table__number' : undefined}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollingTable>
);

/** Around a table, which scrolls by itself where it is wider than the page. */
export const ScrollingTable = ({ children }: { readonly children: ReactNode }) => (
  // Scrollable regions take the focus, so that arrow keys can scroll them.
  <div className="table-scroll" role="group" tabIndex={0}>
    {children}
  </div>
);
