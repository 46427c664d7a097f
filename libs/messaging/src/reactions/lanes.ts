/**
 * Works through lanes at the same time, at most `width` of them, each in its own order. Waits for all that were begun; a
 * lane that fails stops itself alone, and the first error is thrown at the end.
 */
export const inLanes = async <Item>(
  width: number,
  lanes: Iterable<readonly Item[]>,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const waiting = [...lanes];
  const errors: unknown[] = [];
  const next = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift())
      try {
        for (const item of lane) await work(item);
      } catch (error) {
        errors.push(error);
      }
  };
  await Promise.all(Array.from({ length: Math.min(width, waiting.length) }, next));
  if (errors.length > 0) throw errors[0];
};

/** Items by a key, in the order in which they came. */
export const lanesBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const lanes = new Map<string, Item[]>();
  for (const item of items) {
    const lane = lanes.get(keyOf(item));
    if (lane) lane.push(item);
    else lanes.set(keyOf(item), [item]);
  }
  return lanes;
};
