/**
 * One thing wrong with a command: a stable code, a sentence a person can act on, and, where the fault lies in a field,
 * its JSON pointer (RFC 6901) in the command's data.
 */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly sentence: string;
  readonly pointer?: string;
}

/** A command that was turned down, with every reason; nothing was changed. */
export interface Refusal<Code extends string = string> {
  readonly refused: readonly Problem<Code>[];
}

export const refuse = <Code extends string>(code: Code, sentence: string, pointer?: string): Refusal<Code> => ({
  refused: [problem(code, sentence, pointer)],
});

export const problem = <Code extends string>(code: Code, sentence: string, pointer?: string): Problem<Code> =>
  pointer === undefined ? { code, sentence } : { code, sentence, pointer };

export const isRefusal = (outcome: unknown): outcome is Refusal =>
  typeof outcome === 'object' && outcome !== null && 'refused' in outcome;

/** A rule of the trade: nothing where it is kept, otherwise its problems. */
export type Rule<State, Command, Code extends string> = (
  state: State,
  command: Command,
) => Problem<Code> | readonly Problem<Code>[] | undefined;

/** Asks every rule and lists all problems together; nothing where every rule is kept. */
export const refusalBy = <State, Command, Code extends string>(
  rules: readonly Rule<State, Command, Code>[],
  state: State,
  command: Command,
): Refusal<Code> | undefined => {
  const refused = rules.flatMap((rule) => rule(state, command) ?? []);
  return refused.length > 0 ? { refused } : undefined;
};
