import type { z } from 'zod';
import type { Problem } from './refusal.js';

type Invalid = Problem<'INVALID_FIELDS'>;
type Issue = z.core.$ZodIssue;

/** A path as a JSON pointer (RFC 6901): `['items', 0, 'a/b']` is `/items/0/a~1b`. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/**
 * What a schema has against an input, as problems that a form can show: one for each field, in the same words on the
 * server and in the browser. Pointers lead into the input.
 */
export const invalidFields = (issues: readonly Issue[]): readonly Invalid[] =>
  issues.flatMap((issue) => problemsOf(issue));

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
  if (issue.code === 'invalid_type' && missing(issue)) return 'Is missing.';
  if (issue.code === 'too_small' && issue.origin === 'string')
    return Number(issue.minimum) <= 1 ? 'Is missing.' : `Takes at least ${issue.minimum} characters.`;
  if (issue.code === 'too_big' && issue.origin === 'string') return `Takes at most ${issue.maximum} characters.`;
  if (issue.code === 'invalid_value' && issue.values.length > 1) return `Choose one of: ${issue.values.join(', ')}.`;
  const said = issue.message.replace(/^Invalid input: expected /, 'Expected ');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${said.endsWith('.') ? '' : '.'}`;
};

const missing = (issue: Issue): boolean =>
  ('input' in issue ? issue.input : undefined) === undefined && issue.message.endsWith('undefined');
