import { same } from '@exeat/kernel';
import type { Draft, Party } from './data';
import type { InWords, Wording } from './in-words';
import type { SectionName } from './places';

/** One thing that two drafts say differently; undefined where a draft says nothing of it. */
export interface Difference {
  readonly key: string;
  readonly section: SectionName;
  /** Which part of the section, where it has several. */
  readonly part?: string;
  readonly name?: string;
  readonly before?: string;
  readonly after?: string;
}

interface Pair<Each> {
  readonly key: string;
  readonly before?: Each;
  readonly after?: Each;
}

/** Field by field, in words, what differs between two drafts. */
export const differencesOf = (before: Draft, after: Draft, words: Wording): readonly Difference[] => [
  ...plain(
    'exportFrom',
    before.exportFrom && words.country(before.exportFrom),
    after.exportFrom && words.country(after.exportFrom),
  ),
  ...rows('parties', pairsOf(before.parties, after.parties, likeness), words.party, ({ name }) => name),
  ...rows(
    'items',
    pairsOf(before.items, after.items, (one, other) => (one.line === other.line ? 1 : 0)),
    words.item,
    ({ model }) => model,
  ),
  ...plain('endUse', before.endUse, after.endUse),
  ...fields(
    'certifications',
    'certifications',
    words.answers(before.certifications),
    words.answers(after.certifications),
  ),
];

const plain = (section: SectionName, before?: string, after?: string): readonly Difference[] =>
  before === after
    ? []
    : [{ key: section, section, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];

const fields = (
  key: string,
  section: SectionName,
  before: readonly InWords[],
  after: readonly InWords[],
  part?: string,
): readonly Difference[] => {
  const names = new Map([...before, ...after].map((field) => [field.key, field.name]));
  return [...names].flatMap(([field, name]) => {
    const [one, other] = [before, after].map((all) => all.find((each) => each.key === field)?.value);
    if (one === other) return [];
    return [
      {
        ...{ key: `${key}/${field}`, section, name },
        ...(part !== undefined && { part }),
        ...(one !== undefined && { before: one }),
        ...(other !== undefined && { after: other }),
      },
    ];
  });
};

/** A part that is in one draft alone is told as a whole. */
const rows = <Each>(
  section: SectionName,
  pairs: readonly Pair<Each>[],
  inWords: (each: Each) => readonly InWords[],
  nameOf: (each: Each) => string,
): readonly Difference[] =>
  pairs.flatMap(({ key, before, after }) => {
    const either = after ?? before;
    if (either === undefined) return [];
    const part = nameOf(either);
    if (before !== undefined && after !== undefined)
      return fields(`${section}/${key}`, section, inWords(before), inWords(after), part);
    const whole = inWords(either)
      .map(({ name, value }) => `${name}: ${value.replaceAll('\n', ', ')}`)
      .join('\n');
    return [
      { key: `${section}/${key}`, section, part, ...(before === undefined ? { after: whole } : { before: whole }) },
    ];
  });

/** How surely two entries are the same party: by all they say, by role and name, by one of them. */
const likeness = (one: Party, other: Party): number =>
  (one.role === other.role ? 1 : 0) + (one.name === other.name ? 1 : 0);

/** Brings the rows of two lists together: equal ones first, then the most alike; the rest stays alone. */
const pairsOf = <Each>(
  before: readonly Each[] = [],
  after: readonly Each[] = [],
  alike: (one: Each, other: Each) => number,
): readonly Pair<Each>[] => {
  const taken = new Map<number, number>();
  const isFree = (index: number) => ![...taken.values()].includes(index);
  for (const fits of [
    (one: Each, other: Each) => same(one, other),
    (one: Each, other: Each) => alike(one, other) >= 2,
    (one: Each, other: Each) => alike(one, other) >= 1,
  ])
    before.forEach((one, index) => {
      if (taken.has(index)) return;
      const found = after.findIndex((other, at) => isFree(at) && fits(one, other));
      if (found >= 0) taken.set(index, found);
    });
  return [
    ...before.map((one, index): Pair<Each> => {
      const other = taken.get(index);
      const matched = other === undefined ? undefined : after[other];
      return { key: `before-${index}`, before: one, ...(matched !== undefined && { after: matched }) };
    }),
    ...after.flatMap((other, index): Pair<Each>[] => (isFree(index) ? [{ key: `after-${index}`, after: other }] : [])),
  ];
};
