/**
 * By what an element of a list is known, whatever its place: the first of these that every element has. A list of
 * anything else goes by place.
 */
const identities: readonly (readonly string[])[] = [
  ['line'],
  ['conditionId'],
  ['condition', 'conditionId'],
  ['obligationId'],
  ['shipmentId'],
  ['certificateId'],
  ['documentId'],
  ['agency'],
  ['stage'],
  ['rule'],
  ['period'],
  ['id'],
  ['position'],
  ['role'],
  ['format'],
];

type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((found, name) => (isFields(found) ? found[name] : undefined), value);

const isName = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** What names each element; undefined where something does not, so that the list goes by place. */
const namesIn = (list: readonly unknown[]): readonly (string | number)[] | undefined => {
  if (list.length > 0 && list.every(isName)) return list;
  for (const path of identities) {
    const names = list.map((element) => at(element, path));
    if (names.every(isName)) return names;
  }
  return undefined;
};

/** A key for each element, the same wherever it stands in the list; of several of one name, in their order. */
export const keysIn = (list: readonly unknown[]): readonly string[] => {
  const names = namesIn(list);
  if (!names) return list.map((_, index) => `#${index}`);
  const seen = new Map<string | number, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? `=${name}` : `=${name}#${times}`;
  });
};

/** A step of a JSON pointer (RFC 6901). */
export const pointerStep = (name: string | number): string =>
  `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** Continues a path by identity; no name in what is stored holds the character in between. */
export const pathStep = (key: string): string => `\u0000${key}`;
