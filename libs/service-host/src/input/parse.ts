import type { Problem } from '@exeat/kernel';
import type { z } from 'zod';
import { ProblemError } from '../problems/problem-error.js';
import { pointerTo } from './pointer.js';
import { unsafeIn } from './safe-json.js';

type Invalid = Problem<'INVALID_FIELDS'>;
type Issue = z.core.$ZodIssue;

const mostProblems = 100;

/**
 * Parses a request's body. Input is refused whole: 422 INVALID_FIELDS lists every problem with its JSON pointer.
 * Unknown fields are refused too, so the schema must be strict throughout (the host checks that at start).
 */
export const parseBody = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> => {
  const unsafe = unsafeIn(body);
  if (unsafe.length > 0) throw invalid(422, unsafe);
  const parsed = schema.safeParse(body === undefined ? {} : body);
  if (!parsed.success)
    throw invalid(
      422,
      parsed.error.issues.flatMap((issue) => problemsOf(issue)),
    );
  return parsed.data;
};

/** Parses a request's query; everything in it arrives as text. 400 INVALID_QUERY lists every problem. */
export const parseQuery = <Schema extends z.ZodType>(schema: Schema, query: unknown): z.output<Schema> => {
  const given = { ...(query as Record<string, unknown>) };
  // Every view can be asked to be at least at a position; its interceptor has read that one already.
  if (!('shape' in schema && Object.hasOwn(schema.shape as object, 'position'))) delete given['position'];
  const unsafe = unsafeIn(given);
  const parsed = unsafe.length > 0 ? undefined : schema.safeParse(given);
  if (parsed?.success) return parsed.data;
  const problems = parsed ? parsed.error.issues.flatMap((issue) => problemsOf(issue)) : unsafe;
  throw invalid(
    400,
    problems.map((each) => ({ ...each, code: 'INVALID_QUERY' as const })),
  );
};

const invalid = (status: number, problems: readonly Problem[]): ProblemError => {
  const [first, ...others] = problems.slice(0, mostProblems);
  return new ProblemError([first ?? { code: 'INVALID_FIELDS', sentence: 'The input is not valid.' }, ...others], {
    status,
  });
};

/** One issue of the schema as problems a form can show: one for each field. */
const problemsOf = (issue: Issue, above: readonly PropertyKey[] = []): readonly Invalid[] => {
  const path = [...above, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => wrong([...path, key], `"${key.slice(0, 100)}" is not a field here.`));
    case 'invalid_union': {
      const nearest = nearestBranch(issue.errors);
      return nearest ? nearest.flatMap((each) => problemsOf(each, path)) : [wrong(path, sentenceOf(issue))];
    }
    case 'invalid_key':
    case 'invalid_element':
      return [wrong(path, issue.issues.map(sentenceOf).join(' '))];
    default:
      return [wrong(path, sentenceOf(issue))];
  }
};

/** Of the ways a value could have been meant, the one it comes closest to. */
const nearestBranch = (branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined => {
  const meant = branches.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  return [...(meant.length > 0 ? meant : branches)].sort((one, other) => one.length - other.length)[0];
};

const wrong = (path: readonly PropertyKey[], sentence: string): Invalid => ({
  code: 'INVALID_FIELDS',
  sentence,
  pointer: pointerTo(path),
});

const sentenceOf = (issue: Issue): string => {
  const given = 'input' in issue ? issue.input : undefined;
  if (issue.code === 'invalid_type' && given === undefined && issue.message.endsWith('undefined')) return 'Is missing.';
  const said = issue.message.replace(/^Invalid input: expected /, 'Expected ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${said.endsWith('.') ? '' : '.'}`;
};
