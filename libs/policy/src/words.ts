/** `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** `1 (H20)` and the like after `Line`, or `Lines` where there are several. */
export const linesInWords = (lines: readonly { readonly line: number; readonly model: string }[]): string =>
  `${lines.length === 1 ? 'Line' : 'Lines'} ${listed(lines.map(({ line, model }) => `${line} (${model})`))}`;
