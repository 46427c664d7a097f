/** One column of a table as it is taken away. */
export interface Column<Row> {
  readonly name: string;
  readonly of: (row: Row) => string | number | null;
}

/**
 * Rows as CSV (RFC 4180), in UTF-8 with its mark so that spreadsheets read it as such. A cell that a spreadsheet would
 * take for a formula begins with an apostrophe.
 */
export const csvOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  `\uFEFF${[columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ of }) => of(row)))]
    .map((cells) => cells.map(cellOf).join(','))
    .join('\r\n')}\r\n`;

const cellOf = (value: string | number | null): string => {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const harmless = /^[\s\u0000-\u001f]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) ? `'${text}` : text;
  return /["',;\r\n\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** Rows as JSON Lines: one object a line, as the API answered them. */
export const jsonLinesOf = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

export const types = { csv: 'text/csv;charset=utf-8', jsonl: 'application/jsonl;charset=utf-8' } as const;
export type FileKind = keyof typeof types;

/** Lets the browser keep a text as a file. */
export const saveFile = (name: string, kind: FileKind, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: types[kind] }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.${kind}`;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
