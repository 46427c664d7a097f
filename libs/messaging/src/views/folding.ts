import { StoreCorrupted, type EventStore } from '@exeat/event-store';
import type { Recorded } from '@exeat/kernel';

const page = 5000;

/** Facts after a position up to and including another, in batches; the next page is read while one is worked on. */
export async function* factsBetween(
  store: EventStore,
  after: number,
  upTo: number,
): AsyncGenerator<readonly Recorded[], void, undefined> {
  const read = (position: number): Promise<readonly Recorded[]> | undefined => {
    if (position >= upTo) return undefined;
    const facts = store.read(position, Math.min(page, upTo - position));
    // Awaited one page later: an error must not count as unhandled until then.
    facts.catch(() => undefined);
    return facts;
  };
  let position = after;
  for (let ahead = read(position); ahead;) {
    const facts = await ahead;
    const last = facts.at(-1);
    if (!last || facts[0]?.position !== position + 1 || last.position !== position + facts.length)
      throw new StoreCorrupted(`Position ${position + 1} or one of the next ${facts.length} is missing`);
    position = last.position;
    ahead = read(position);
    yield facts;
  }
}
