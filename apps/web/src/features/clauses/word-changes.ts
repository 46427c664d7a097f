export interface Part {
  readonly kind: 'kept' | 'inserted' | 'deleted';
  readonly text: string;
}

/** Words with the blanks after them. */
const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*/g) ?? [];
const bare = (word: string | undefined) => word?.trimEnd();

/** What became of a text, word by word: as much kept as can be (the longest common subsequence), deletions first. */
export const wordChanges = (before: string, after: string): readonly Part[] => {
  const old = wordsOf(before);
  const now = wordsOf(after);
  const common = commonLengths(old, now);
  const parts: Part[] = [];
  const put = (kind: Part['kind'], text: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
    else parts.push({ kind, text });
  };
  let from = 0;
  let to = 0;
  while (from < old.length || to < now.length) {
    const deleted = old[from];
    const inserted = now[to];
    if (deleted !== undefined && inserted !== undefined && bare(deleted) === bare(inserted)) {
      put('kept', inserted);
      from += 1;
      to += 1;
    } else if (
      deleted !== undefined &&
      (inserted === undefined || (common[from + 1]?.[to] ?? 0) >= (common[from]?.[to + 1] ?? 0))
    ) {
      put('deleted', deleted);
      from += 1;
    } else {
      put('inserted', inserted ?? '');
      to += 1;
    }
  }
  return parts;
};

/** How many words the rests of both texts have in common, from each pair of places on. */
const commonLengths = (old: readonly string[], now: readonly string[]): readonly (readonly number[])[] => {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let from = old.length - 1; from >= 0; from -= 1)
    for (let to = now.length - 1; to >= 0; to -= 1) {
      const row = lengths[from];
      if (!row) continue;
      row[to] =
        bare(old[from]) === bare(now[to])
          ? (lengths[from + 1]?.[to + 1] ?? 0) + 1
          : Math.max(lengths[from + 1]?.[to] ?? 0, row[to + 1] ?? 0);
    }
  return lengths;
};
