/** How many words count; the more there are, the more each row costs. */
const mostWords = 8;

/** What somebody typed, word by word, without the marks that texts within JSON are written with. */
export const wordsIn = (typed: string): readonly string[] =>
  typed
    .normalize('NFC')
    .split(/\s+/u)
    .map((word) => word.replaceAll(/["\\]/g, ''))
    .filter((word) => word !== '')
    .slice(0, mostWords);

/**
 * That every word is somewhere in a text that is in lower case, with the parameters for it. Not LIKE: what people type
 * may hold its wildcards.
 */
export const holdingAll = (
  text: string,
  words: readonly string[],
): readonly [condition: string, parameters: Readonly<Record<string, string>>] => [
  words.map((_, index) => `strpos(${text}, lower(:word${index})) > 0`).join(' and ') || 'true',
  Object.fromEntries(words.map((word, index) => [`word${index}`, word])),
];
