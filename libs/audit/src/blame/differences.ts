import { same } from '@exeat/kernel';
import { isFields, keysIn, pathStep, pointerStep } from './identity.js';

/** A step on the way to what differs: a field by its name, or an element of a list. */
export type Step = { readonly field: string } | { readonly element: unknown; readonly index: number };

/** Something that is not the same in two values. Left out: `before` where it was added, `after` where it was removed. */
interface Difference {
  /** Into the later value; into the earlier where the later has it no more. */
  readonly pointer: string;
  /** As `Blame` knows it. */
  readonly path: string;
  readonly steps: readonly Step[];
  readonly before?: unknown;
  readonly after?: unknown;
}

type Place = Pick<Difference, 'path' | 'pointer' | 'steps'>;

/** What differs, as far down as both have it. Elements of lists are found again by what names them. */
export const differencesBetween = (before: unknown, after: unknown): readonly Difference[] =>
  between(before, after, { path: '', pointer: '', steps: [] });

const between = (before: unknown, after: unknown, place: Place): readonly Difference[] => {
  if (same(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return betweenLists(before, after, place);
  if (isFields(before) && isFields(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) =>
      between(before[field], after[field], within(place, field, field, { field })),
    );
  return [{ ...place, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
};

const betweenLists = (before: readonly unknown[], after: readonly unknown[], place: Place): readonly Difference[] => {
  const [keysBefore, keysAfter] = [keysIn(before), keysIn(after)];
  const kept = keysAfter.flatMap((key, index) =>
    between(before[keysBefore.indexOf(key)], after[index], within(place, key, index, { element: after[index], index })),
  );
  const gone = keysBefore.flatMap((key, index) =>
    keysAfter.includes(key)
      ? []
      : between(before[index], undefined, within(place, key, index, { element: before[index], index })),
  );
  return [...kept, ...gone];
};

const within = ({ path, pointer, steps }: Place, key: string, name: string | number, step: Step): Place => ({
  path: path + pathStep(key),
  pointer: pointer + pointerStep(name),
  steps: [...steps, step],
});
