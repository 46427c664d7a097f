import type { Step } from './differences.js';
import { isFields, keysIn } from './identity.js';

/** Where a value is: by the names of fields, and by what names the elements of lists, whatever their order. */
export interface Place {
  readonly keys: readonly string[];
  readonly steps: readonly Step[];
}

const stepsIn = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Where a JSON pointer leads to in a value; undefined where it leads to nothing. */
export const placeOf = (value: unknown, pointer: string): Place | undefined => {
  const keys: string[] = [];
  const steps: Step[] = [];
  let inner = value;
  for (const name of stepsIn(pointer)) {
    if (Array.isArray(inner)) {
      const index = /^(0|[1-9]\d{0,8})$/.test(name) ? Number(name) : inner.length;
      const key = keysIn(inner)[index];
      if (key === undefined) return undefined;
      inner = inner[index] as unknown;
      keys.push(key);
      steps.push({ element: inner, index });
    } else if (isFields(inner) && Object.hasOwn(inner, name)) {
      inner = inner[name];
      keys.push(name);
      steps.push({ field: name });
    } else return undefined;
  }
  return { keys, steps };
};

/** What is at a place in another value; undefined where that has no such place. */
export const valueAt = (value: unknown, { keys }: Place): unknown =>
  keys.reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return inner[keysIn(inner).indexOf(key)] as unknown;
    return isFields(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined;
  }, value);
