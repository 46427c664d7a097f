/** Prints for people, or as JSON where asked. Progress goes to standard error, so that output can be piped. */
export class Output {
  constructor(readonly json: boolean) {}

  line(text = ''): void {
    if (!this.json) process.stdout.write(`${text}\n`);
  }

  document(value: unknown): void {
    if (this.json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** Columns as wide as their widest cell. */
  table(head: readonly string[], rows: readonly (readonly string[])[]): void {
    const widths = head.map((title, column) =>
      Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
    );
    for (const row of [head, ...rows])
      this.line(
        row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd(),
      );
  }

  /** One line that is written over on a terminal, and one line each elsewhere. */
  progress(text: string): void {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
    else process.stderr.write(`${text}\n`);
  }

  progressDone(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K');
  }
}
