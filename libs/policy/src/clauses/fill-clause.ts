import { problem, type Condition, type Duty, type Problem } from '@exeat/kernel';
import { readParameters, worded, type ParameterProblem } from './parameters.js';
import type { Clause, DutyTemplate } from './schema.js';

export type ClauseProblem = 'CLAUSE_UNKNOWN' | 'CLAUSE_VERSION_UNKNOWN' | 'CLAUSE_IS_A_RIDER' | ParameterProblem;

export interface ClauseAsked {
  readonly clause: string;
  /** The latest, where left out. */
  readonly version?: number;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A condition but for its id, which comes in with the command. */
export type FilledClause = Omit<Condition, 'conditionId'>;

/**
 * The clause of the library with the parameters in place: its wording and its duty. Otherwise every problem, each with
 * a pointer into what was asked.
 */
export const fillClause = (
  library: readonly Clause[],
  { clause: id, version, parameters: values }: ClauseAsked,
): FilledClause | readonly Problem<ClauseProblem>[] => {
  const versions = library.filter(({ clause }) => clause === id);
  if (versions.length === 0) return [problem('CLAUSE_UNKNOWN', `The clause library has no clause "${id}".`, '/clause')];
  const clause = version === undefined ? latestOf(versions) : versions.find((each) => each.version === version);
  if (!clause) return [problem('CLAUSE_VERSION_UNKNOWN', `The clause "${id}" has no version ${version}.`, '/version')];
  if (clause.kind === 'rider')
    return [problem('CLAUSE_IS_A_RIDER', `"${clause.title}" is a rider: it explains, and is no condition.`, '/clause')];
  const { parameters, problems } = readParameters(clause.parameters, values);
  if (problems.length > 0) return problems;
  return {
    clause: clause.clause,
    clauseVersion: clause.version,
    parameters,
    text: wordingOf(clause, parameters),
    duty: dutyOf(clause.duty, parameters),
  };
};

/** The latest version of each clause, in order of name. */
export const latestClauses = (library: readonly Clause[]): readonly Clause[] =>
  library
    .filter((each) => latestOf(library.filter(({ clause }) => clause === each.clause)) === each)
    .sort((one, other) => (one.clause < other.clause ? -1 : 1));

const latestOf = (versions: readonly Clause[]): Clause | undefined =>
  versions.reduce<Clause | undefined>(
    (latest, each) => (latest && latest.version > each.version ? latest : each),
    undefined,
  );

/** One pass, so that braces in what somebody typed stay what they are. */
const wordingOf = ({ wording, parameters: declared }: Clause, parameters: Readonly<Record<string, string>>): string =>
  wording.replace(/\{([^{}]*)\}/g, (placeholder, name: string) => {
    const parameter = declared.find((each) => each.name === name);
    const value = parameters[name];
    return parameter && value !== undefined ? worded(parameter, value) : placeholder;
  });

const dutyOf = (duty: DutyTemplate, parameters: Readonly<Record<string, string>>): Duty => {
  const days = (from: number | { parameter: string }): number =>
    typeof from === 'number' ? from : Number(parameters[from.parameter]);
  switch (duty.when) {
    case 'always':
    case 'before-each-shipment':
      return duty;
    case 'after-each-shipment':
    case 'once':
      return { ...duty, days: days(duty.days) };
    case 'each-quarter': {
      const percent = duty.percentOfShippedValue && parameters[duty.percentOfShippedValue.parameter];
      const { when, evidence } = duty;
      return {
        when,
        days: days(duty.days),
        evidence,
        ...(percent !== undefined && { percentOfShippedValue: percent }),
      };
    }
  }
};
