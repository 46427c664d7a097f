const accented: Readonly<Record<string, string>> = {
  ...{ a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', y: 'ý', n: 'ñ', c: 'ç', s: 'š', z: 'ž' },
  ...{ A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú', Y: 'Ý', N: 'Ñ', C: 'Ç', S: 'Š', Z: 'Ž' },
};

/**
 * A message as a longer language would have it: accents on its letters, two fifths more of it, and brackets by which one
 * sees what is no message. What ICU reads (placeholders, plurals, tags) stays as it is.
 */
export const pseudo = (message: string): string => {
  let depth = 0;
  let inTag = false;
  let letters = 0;
  const text = [...message]
    .map((each) => {
      if (each === '{') depth += 1;
      else if (each === '}') depth -= 1;
      else if (depth === 0 && each === '<') inTag = true;
      else if (each === '>') inTag = false;
      else if (depth === 0 && !inTag) {
        letters += 1;
        return accented[each] ?? each;
      }
      return each;
    })
    .join('');
  return `⟦${text}${' ~'.repeat(Math.ceil(letters / 5))}⟧`;
};

/** Whether this device asks for it: `localStorage['exeat-pseudo'] = 'on'`. It changes what is shown and nothing else. */
export const isPseudo = (): boolean => {
  try {
    return localStorage.getItem('exeat-pseudo') === 'on';
  } catch {
    return false;
  }
};
