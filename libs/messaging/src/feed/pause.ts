/** Waits, or returns at once when the signal comes. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });

/** The wait before the next attempt: doubles from `first` up to `most` milliseconds. */
export const backoff = (attempt: number, first: number, most: number): number =>
  Math.min(most, first * 2 ** (attempt - 1));
