import { invalidFields, type Problem } from '@exeat/kernel';
import type { z } from 'zod';
import { ProblemError } from '../problems/problem-error.js';
import { unsafeIn } from './safe-json.js';

const mostProblems = 100;

/**
 * Parses a request's body. Input is refused whole: 422 INVALID_FIELDS lists every problem with its JSON pointer.
 * Unknown fields are refused too, so the schema must be strict throughout (the host checks that at start).
 */
export const parseBody = <Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> => {
  const unsafe = unsafeIn(body);
  if (unsafe.length > 0) throw invalid(422, unsafe);
  const parsed = schema.safeParse(body === undefined ? {} : body);
  if (!parsed.success) throw invalid(422, invalidFields(parsed.error.issues));
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
  const problems = parsed ? invalidFields(parsed.error.issues) : unsafe;
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
