import { addDays } from '@exeat/kernel';
import { pointerTo, type DataProblem } from '../data/problems.js';
import type { DataFile } from '../data/read-folder.js';
import type { Notice } from '../requirements/notice.schema.js';
import type { CountryGroups } from './places.js';
import type { RuleSetFile } from './schema.js';

type Files<Content> = readonly DataFile<Content>[];
type Check = readonly [path: readonly PropertyKey[], sentence: string];

/** What the shape of a rule set file cannot say: references that lead somewhere, and days in order. */
export const ruleSetChecks = (files: Files<RuleSetFile>, groups: Files<CountryGroups>): readonly DataProblem[] => [
  ...files.flatMap(({ file, content }) =>
    checksOf(content, groups).map(([path, sentence]) => ({ file, pointer: pointerTo(path), sentence })),
  ),
  ...succession(files),
];

/** Notices are read under every rule set, so their groups must be known to all files of country groups. */
export const noticeChecks = (files: Files<Notice>, groups: Files<CountryGroups>): readonly DataProblem[] => [
  ...files.flatMap(({ file, content }) => [
    ...groups.flatMap((each) =>
      unknownGroups(content, each.content).map(([path, sentence]) => ({ file, pointer: pointerTo(path), sentence })),
    ),
    ...(content.effectiveUntil !== undefined && content.effectiveUntil < content.issuedOn
      ? [{ file, pointer: '/effectiveUntil', sentence: 'ends before it was issued' }]
      : []),
  ]),
  ...repeated(files.map(({ file, content }) => ({ file, id: content.noticeId, pointer: '/noticeId' }))),
];

const checksOf = (ruleSet: RuleSetFile, groups: Files<CountryGroups>): readonly Check[] => {
  const known = groups.find(({ content }) => content.id === ruleSet.countryGroups)?.content;
  const authorised = ruleSet.authorisations.map(({ id }) => id);
  const ids = ruleSet.rules.map(({ id }) => id);
  const last = ruleSet.reviewPolicies.at(-1);
  return [
    ...(known
      ? unknownGroups(ruleSet, known)
      : [[['countryGroups'], `no file of country groups "${ruleSet.countryGroups}"`] as const]),
    ...ids.flatMap((id, index): Check[] =>
      ids.indexOf(id) < index ? [[['rules', index, 'id'], `"${id}" is used twice`]] : [],
    ),
    ...ruleSet.rules.flatMap((rule, index) => [
      ...termChecks(rule, ['rules', index]),
      ...('authorisations' in rule ? rule.authorisations : []).flatMap((id): Check[] =>
        authorised.includes(id) ? [] : [[['rules', index, 'authorisations'], `no authorisation "${id}"`]],
      ),
    ]),
    ...ruleSet.authorisations.flatMap((entry, index) => termChecks(entry, ['authorisations', index])),
    ...ruleSet.reviewPolicies.flatMap((policy, index) => termChecks(policy, ['reviewPolicies', index])),
    ...termChecks(ruleSet, []),
    ...(last?.when.kind === 'otherwise' && last.effectiveTo === undefined && last.effectiveFrom <= ruleSet.effectiveFrom
      ? []
      : [[['reviewPolicies'], 'the last must be "otherwise" and hold for as long as the rule set'] as const]),
  ];
};

interface Days {
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | undefined;
  readonly stays?: readonly { readonly from: string; readonly to?: string | undefined }[];
}

const termChecks = (
  { effectiveFrom, effectiveTo, stays = [] }: Days,
  path: readonly PropertyKey[],
): readonly Check[] => [
  ...(effectiveTo !== undefined && effectiveTo < effectiveFrom
    ? [[[...path, 'effectiveTo'], 'ends before it begins'] as const]
    : []),
  ...stays.flatMap(({ from, to }, index): Check[] =>
    to !== undefined && to < from ? [[[...path, 'stays', index, 'to'], 'ends before it begins']] : [],
  ),
];

/** Group names anywhere in the file that the file of country groups does not have. */
const unknownGroups = (value: unknown, known: CountryGroups, path: readonly PropertyKey[] = []): readonly Check[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]): readonly Check[] =>
    (key === 'groups' || key === 'butNotGroups') && Array.isArray(inside)
      ? (inside as readonly unknown[]).flatMap((group, index): Check[] =>
          typeof group === 'string' && !Object.hasOwn(known.groups, group)
            ? [[[...path, key, index], `${known.id} has no Country Group ${group}`]]
            : [],
        )
      : unknownGroups(inside, known, [...path, key]),
  );
};

/** Each rule set begins the day after the one before ends, and the last one has no end. */
const succession = (files: Files<RuleSetFile>): readonly DataProblem[] => {
  const inOrder = [...files].sort((one, other) => (one.content.effectiveFrom < other.content.effectiveFrom ? -1 : 1));
  return [
    ...repeated(files.map(({ file, content }) => ({ file, id: content.id, pointer: '/id' }))),
    ...inOrder.flatMap(({ file, content: { effectiveTo } }, index) => {
      const next = inOrder[index + 1]?.content;
      const wanted = next && addDays(next.effectiveFrom, -1);
      if (effectiveTo === wanted) return [];
      const sentence = next
        ? `must be ${wanted}, the day before ${next.id} begins`
        : 'the latest rule set has no end until the next one is on file';
      return [{ file, pointer: '/effectiveTo', sentence }];
    }),
  ];
};

const repeated = (named: readonly { file: string; id: string; pointer: string }[]): readonly DataProblem[] =>
  named.flatMap(({ file, id, pointer }, index) =>
    named.slice(0, index).some((earlier) => earlier.id === id)
      ? [{ file, pointer, sentence: `"${id}" stands in an earlier file` }]
      : [],
  );
