import {
  countryInSentence,
  countrySchema,
  decimalText,
  exact,
  problem,
  proseText,
  unreachable,
  type Problem,
} from '@exeat/kernel';
import type { ClauseParameter } from './schema.js';

export type ParameterProblem = 'PARAMETER_MISSING' | 'PARAMETER_INVALID' | 'PARAMETER_UNKNOWN';

/** The parameters of a clause as text, with defaults in place of what was left out; or every problem with them. */
export const readParameters = (
  declared: readonly ClauseParameter[],
  values: Readonly<Record<string, string>>,
): { readonly parameters: Record<string, string>; readonly problems: readonly Problem<ParameterProblem>[] } => {
  const parameters: Record<string, string> = {};
  const problems: Problem<ParameterProblem>[] = [];
  for (const parameter of declared) {
    const { name, title } = parameter;
    const value = Object.hasOwn(values, name) ? values[name] : parameter.default;
    if (value === undefined) {
      problems.push(problem('PARAMETER_MISSING', `${title} is missing.`, pointerOf(name)));
      continue;
    }
    const wanted = notA(parameter, value);
    if (wanted !== undefined)
      problems.push(problem('PARAMETER_INVALID', `${title} must be ${wanted}.`, pointerOf(name)));
    else parameters[name] = value;
  }
  const known = new Set(declared.map(({ name }) => name));
  for (const name of Object.keys(values).filter((each) => !known.has(each)))
    problems.push(problem('PARAMETER_UNKNOWN', `The clause has no parameter "${name}".`, pointerOf(name)));
  return { parameters, problems };
};

/** What the value should have been; undefined where it is right. */
export const notA = (parameter: ClauseParameter, value: string): string | undefined => {
  switch (parameter.type) {
    case 'percent':
      return isPercent(value, parameter.max)
        ? undefined
        : `a percentage above 0 and at most ${parameter.max}, with at most two decimals`;
    case 'days':
      return isWhole(value, 1, parameter.max) ? undefined : `a whole number of days from 1 to ${parameter.max}`;
    case 'integer':
      return isWhole(value, parameter.min, parameter.max)
        ? undefined
        : `a whole number from ${parameter.min} to ${parameter.max}`;
    case 'text':
      return proseText(parameter.max).safeParse(value).success
        ? undefined
        : `text of at most ${parameter.max} characters`;
    case 'country':
      return countrySchema.safeParse(value).success
        ? undefined
        : 'an ISO 3166-1 country code in two capitals, such as CN';
    default:
      return unreachable(parameter);
  }
};

/** The value as it stands in the wording. */
export const worded = (parameter: ClauseParameter, value: string): string =>
  parameter.type === 'country' ? countryInSentence(value) : value.trim();

const isPercent = (value: string, max: string): boolean =>
  decimalText.safeParse(value).success &&
  exact(value).greaterThan(0) &&
  exact(value).lessThanOrEqualTo(max) &&
  exact(value).decimalPlaces() <= 2;

const isWhole = (value: string, min: number, max: number): boolean =>
  /^(0|[1-9]\d{0,9})$/.test(value) && Number(value) >= min && Number(value) <= max;

const pointerOf = (name: string): string => `/parameters/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
