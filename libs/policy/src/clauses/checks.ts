import type { DataProblem } from '../data/problems.js';
import type { DataFile } from '../data/read-folder.js';
import { notA } from './parameters.js';
import { placeholdersOf, type Clause, type ClauseParameter, type ConditionClause } from './schema.js';

/** What the shape of a clause file cannot say: names that match, and versions that are told apart. */
export const clauseChecks = (files: readonly DataFile<Clause>[]): readonly DataProblem[] => [
  ...files.flatMap(({ file, content }) =>
    checksOf(content).map(([pointer, sentence]) => ({ file, pointer, sentence })),
  ),
  ...repeatedVersions(files),
];

type Check = readonly [pointer: string, sentence: string];

const checksOf = (clause: Clause): readonly Check[] => {
  const declared = clause.parameters.map(({ name }) => name);
  const inWording = placeholdersOf(clause.wording);
  const inDuty = clause.kind === 'condition' ? dutyParameters(clause) : [];
  const inDutyNames = inDuty.map(({ name }) => name);
  return [
    ...inWording
      .filter((name) => !declared.includes(name))
      .map((name): Check => ['/wording', `{${name}} is no parameter of the clause`]),
    ...inDuty.flatMap(({ name, type, pointer }): Check[] =>
      clause.parameters.some((each) => each.name === name && each.type === type)
        ? []
        : [[pointer, `"${name}" is no parameter of type ${type}`]],
    ),
    ...clause.parameters.flatMap((parameter, index) =>
      parameterChecks(parameter, index, declared, [...inWording, ...inDutyNames]),
    ),
  ];
};

const parameterChecks = (
  parameter: ClauseParameter,
  index: number,
  declared: readonly string[],
  used: readonly string[],
): readonly Check[] => {
  const { name, default: preset } = parameter;
  const wanted = preset === undefined ? undefined : notA(parameter, preset);
  return [
    ...(declared.indexOf(name) < index ? [[`/parameters/${index}/name`, `"${name}" is declared twice`] as const] : []),
    ...(used.includes(name)
      ? []
      : [[`/parameters/${index}/name`, `"${name}" is used in neither wording nor duty`] as const]),
    ...(wanted === undefined ? [] : [[`/parameters/${index}/default`, `must be ${wanted}`] as const]),
  ];
};

const dutyParameters = ({ duty }: ConditionClause) => [
  ...('days' in duty && typeof duty.days !== 'number'
    ? [{ name: duty.days.parameter, type: 'days', pointer: '/duty/days' }]
    : []),
  ...('percentOfShippedValue' in duty && duty.percentOfShippedValue
    ? [{ name: duty.percentOfShippedValue.parameter, type: 'percent', pointer: '/duty/percentOfShippedValue' }]
    : []),
];

const repeatedVersions = (files: readonly DataFile<Clause>[]): readonly DataProblem[] =>
  files.flatMap(({ file, content: { clause, version } }, index) =>
    files.slice(0, index).some((earlier) => earlier.content.clause === clause && earlier.content.version === version)
      ? [{ file, pointer: '/version', sentence: `version ${version} of "${clause}" stands in an earlier file` }]
      : [],
  );
