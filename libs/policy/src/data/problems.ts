/** One thing wrong with a data file: which file, where in it (JSON pointer, RFC 6901), and what. */
export interface DataProblem {
  readonly file: string;
  readonly pointer: string;
  readonly sentence: string;
}

/** Data files that cannot be used. Thrown at start, with every problem of every file. */
export class PolicyDataError extends Error {
  constructor(readonly problems: readonly DataProblem[]) {
    const lines = problems.map(({ file, pointer, sentence }) => `  ${file}${pointer && `#${pointer}`}: ${sentence}`);
    super(`The policy data cannot be used:\n${lines.join('\n')}`);
    this.name = 'PolicyDataError';
  }
}

/** The path of a field as a JSON pointer. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
