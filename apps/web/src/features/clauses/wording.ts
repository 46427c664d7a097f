import { countryInSentence, isCountry } from '@exeat/kernel';
import type { Clause, ClauseParameter } from './use-clauses';

export type Typed = Readonly<Record<string, string | undefined>>;

/** A piece of a wording: words of the clause, or what a parameter puts there. */
export interface Piece {
  readonly text: string;
  /** The parameter that stands here. */
  readonly parameter?: string;
  /** Nothing was typed yet and the clause has nothing to fall back on. */
  readonly isMissing?: boolean;
}

/** The wording of a clause with what is typed in place, as the server will write it. What was typed is never read again. */
export const piecesOf = (
  { wording, parameters }: Pick<Clause, 'wording' | 'parameters'>,
  typed: Typed,
): readonly Piece[] =>
  wording.split(/(\{\w+\})/).flatMap((text): readonly Piece[] => {
    if (text === '') return [];
    const parameter = parameters.find(({ name }) => text === `{${name}}`);
    if (!parameter) return [{ text }];
    const value = valueOf(parameter, typed);
    return [
      value === undefined
        ? { text: parameter.title, parameter: parameter.name, isMissing: true }
        : { text: worded(parameter, value), parameter: parameter.name },
    ];
  });

/** The same in one text; undefined while something is missing. */
export const wordingOf = (clause: Pick<Clause, 'wording' | 'parameters'>, typed: Typed): string | undefined => {
  const pieces = piecesOf(clause, typed);
  return pieces.some(({ isMissing = false }) => isMissing) ? undefined : pieces.map(({ text }) => text).join('');
};

/** A field left empty is one that was not given: the clause's own value stands. */
const valueOf = ({ name, default: usual }: ClauseParameter, typed: Typed): string | undefined => {
  const value = typed[name];
  return value === undefined || value.trim() === '' ? usual : value;
};

const worded = ({ type }: ClauseParameter, value: string): string =>
  type === 'country' && isCountry(value) ? countryInSentence(value) : value.trim();
