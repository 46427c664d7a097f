import { same } from '@exeat/kernel';
import { isFields, keysIn, pathStep, pointerStep } from './identity.js';

interface Leaf {
  readonly pointer: string;
  /** A text, number, boolean or null; or a list or object with nothing in it. */
  readonly value: unknown;
}

/** Every leaf of a value that lies there, by a path that stays the same when an element of a list moves. */
const leavesOf = (value: unknown, there: readonly string[]): ReadonlyMap<string, Leaf> => {
  const leaves = new Map<string, Leaf>();
  const walk = (inner: unknown, path: string, pointer: string): void => {
    if (inner === undefined) return;
    const before = leaves.size;
    if (Array.isArray(inner)) {
      const keys = keysIn(inner);
      inner.forEach((element, index) =>
        walk(element, path + pathStep(keys[index] ?? ''), pointer + pointerStep(index)),
      );
    } else if (isFields(inner))
      for (const [name, field] of Object.entries(inner))
        walk(field, path + pathStep(name), pointer + pointerStep(name));
    if (leaves.size === before) leaves.set(path, { pointer, value: inner });
  };
  walk(value, there.map(pathStep).join(''), there.map(pointerStep).join(''));
  return leaves;
};

/**
 * Which fact set what. It is shown a value after each fact in turn, compares the leaves with those before, and remembers
 * the position of the fact that last changed each. A value that is made of parts can be shown part by part.
 */
export class Blame {
  private readonly parts = new Map<string, ReadonlyMap<string, Leaf>>();
  private readonly touched = new Map<string, number | undefined>();

  /**
   * The value after a fact, or the part of it that lies under the fields named by `there`. No position where the reader
   * is not told of the fact.
   */
  after(value: unknown, position: number | undefined, there: readonly string[] = []): void {
    const part = there.map(pathStep).join('');
    const known = this.parts.get(part) ?? new Map<string, Leaf>();
    const next = leavesOf(value, there);
    for (const [path, leaf] of next) {
      const before = known.get(path);
      if (!before || !same(before.value, leaf.value)) this.touched.set(path, position);
    }
    for (const path of known.keys()) if (!next.has(path)) this.touched.set(path, position);
    this.parts.set(part, next);
  }

  /** The position of the fact that last set each leaf, by its JSON pointer. Leaves set by untold facts are left out. */
  get setBy(): Readonly<Record<string, number>> {
    const found: [string, number][] = [];
    for (const leaves of this.parts.values())
      for (const [path, { pointer }] of leaves) {
        const position = this.touched.get(path);
        if (position !== undefined) found.push([pointer, position]);
      }
    return Object.fromEntries(found);
  }

  /** The position of the last fact that set, changed or removed anything at a path or below it. */
  lastWithin(path: string): number | undefined {
    const below = path + pathStep('');
    let last: number | undefined;
    for (const [each, position = 0] of this.touched)
      if (position > (last ?? 0) && (each === path || each.startsWith(below))) last = position;
    return last;
  }
}
