/** Runs `work` with so many in flight for a while, after a warm-up; gives how many were done a second. */
export const perSecond = async (
  inFlight: number,
  work: (worker: number) => Promise<number>,
  { warmUpMs = 500, runMs = 2500 } = {},
): Promise<number> => {
  await during(inFlight, work, warmUpMs);
  return during(inFlight, work, runMs);
};

const during = async (inFlight: number, work: (worker: number) => Promise<number>, ms: number): Promise<number> => {
  const began = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: inFlight }, async (_, worker) => {
      while (performance.now() - began < ms) done += await work(worker);
    }),
  );
  return (done * 1000) / (performance.now() - began);
};

/**
 * Measures two rates in turns, so that whatever else the machine does falls on both; gives the pair with the median ratio.
 */
export const inTurns = async (
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
  rounds = 3,
): Promise<{ ours: number; theirs: number }> => {
  const pairs: { ours: number; theirs: number }[] = [];
  for (let round = 0; round < rounds; round++) pairs.push({ theirs: await theirs(), ours: await ours() });
  pairs.sort((one, other) => one.ours / one.theirs - other.ours / other.theirs);
  const median = pairs[Math.floor(rounds / 2)];
  if (!median) throw new Error('At least one round is needed.');
  return median;
};

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
