import { pointerTo, type Problem } from '@exeat/kernel';

/** Bounds of what is looked at; a whole application with a hundred items stays far below them. */
const deepest = 24;
const mostValues = 50_000;
const mostProblems = 100;

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What no schema needs to see: nesting and size beyond every form, names that reach into an object's prototype, and
 * text that no store can keep (unpaired surrogates, NUL) or that was no UTF-8 when it was sent. Empty where the input is fit to be parsed.
 */
export const unsafeIn = (input: unknown): readonly Problem<'INVALID_FIELDS'>[] => {
  const problems: Problem<'INVALID_FIELDS'>[] = [];
  const found = (path: readonly PropertyKey[], sentence: string) => {
    if (problems.length < mostProblems) problems.push({ code: 'INVALID_FIELDS', sentence, pointer: pointerTo(path) });
  };
  let values = 0;

  const visit = (value: unknown, path: readonly PropertyKey[]): void => {
    if (++values > mostValues) return;
    if (typeof value === 'string' && !storable(value)) found(path, 'Holds characters that are not text.');
    if (typeof value !== 'object' || value === null) return;
    if (path.length >= deepest) return found(path, `Is nested deeper than ${deepest} levels.`);
    if (Array.isArray(value)) return value.forEach((each, index) => visit(each, [...path, index]));
    for (const key of Object.keys(value)) {
      if (forbidden.has(key)) found([...path, key], `"${key}" is not a field.`);
      else if (!storable(key)) found(path, 'Has a field whose name is not text.');
      else visit((value as Record<string, unknown>)[key], [...path, key]);
    }
  };
  visit(input, []);
  if (values > mostValues) found([], `Holds more than ${mostValues} values.`);
  return problems;
};

// U+FFFD is what the reader of the body puts where bytes are no UTF-8: what was meant there is lost.
const storable = (text: string): boolean => !/[\p{Cs}\0\uFFFD]/u.test(text);
