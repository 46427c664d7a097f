/** Runs `work` with so many in flight for a while, after a warm-up; gives how many were done a second. */
export const perSecond = async (
  inFlight: number,
  work: (worker: number) => Promise<number>,
  { warmUpMs = 300, runMs = 2000 } = {},
): Promise<number> => {
  await during(inFlight, work, warmUpMs);
  return during(inFlight, work, runMs);
};

const during = async (inFlight: number, work: (worker: number) => Promise<number>, ms: number): Promise<number> => {
  const began = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: inFlight }, async (_, worker) => {
      while (performance.now() - began < ms) {
        // Apart from the addition: `done += await` would forget what others did in the meantime.
        const more = await work(worker);
        done += more;
      }
    }),
  );
  return (done * 1000) / (performance.now() - began);
};

type Rate = () => Promise<number>;

/** Our rate, and that of a floor beside it. */
export interface Pair {
  readonly ours: number;
  readonly floor: number;
}

/**
 * Measures our rate and its floors in turns, so that whatever else the machine does falls on all of them; gives for each
 * floor the round with the median ratio.
 */
export const inTurns = async <Floor extends string>(
  ours: Rate,
  floors: Readonly<Record<Floor, Rate>>,
  rounds = 3,
): Promise<Readonly<Record<Floor, Pair>>> => {
  const names = Object.keys(floors) as Floor[];
  const pairs = new Map<Floor, Pair[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const measured: [Floor, number][] = [];
    for (const name of names) measured.push([name, await floors[name]()]);
    const own = await ours();
    for (const [name, floor] of measured) pairs.get(name)?.push({ ours: own, floor });
  }
  return Object.fromEntries([...pairs].map(([name, all]) => [name, medianOf(all)])) as Record<Floor, Pair>;
};

const medianOf = (pairs: readonly Pair[]): Pair => {
  const sorted = [...pairs].sort((one, other) => one.ours / one.floor - other.ours / other.floor);
  const median = sorted[Math.floor(sorted.length / 2)];
  if (!median) throw new Error('At least one round is needed.');
  return median;
};

/** The value below which this share of the values lies. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
