import { countryName } from '@exeat/kernel';

/** `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const takesArticle =
  /^(United|People's|Democratic|Central African|Dominican|Russian|Syrian|Lao |Netherlands|Philippines|Bahamas|Gambia|Maldives|Seychelles|Comoros|Republic)/;

/** A country's name within a sentence: `Japan`, `the United Arab Emirates`. */
export const inSentence = (country: string): string => {
  const name = countryName(country);
  return takesArticle.test(name) ? `the ${name}` : name;
};

/** `1 (H20)` and the like after `Line`, or `Lines` where there are several. */
export const linesInWords = (lines: readonly { readonly line: number; readonly model: string }[]): string =>
  `${lines.length === 1 ? 'Line' : 'Lines'} ${listed(lines.map(({ line, model }) => `${line} (${model})`))}`;
