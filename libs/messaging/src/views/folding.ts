import { StoreCorrupted, type EventStore } from '@exeat/event-store';
import type { Recorded } from '@exeat/kernel';

const page = 5000;

/** Pages that are read, and taken apart, while one is worked on: the database and this process work at the same time. */
const pagesAhead = 3;

/** Facts after a position up to and including another, in batches; the next ones are read while one is worked on. */
export async function* factsBetween(
  store: EventStore,
  after: number,
  upTo: number,
): AsyncGenerator<readonly Recorded[], void, undefined> {
  const ahead: Promise<readonly Recorded[]>[] = [];
  let asked = after;
  const ask = (): void => {
    for (; ahead.length < pagesAhead && asked < upTo; asked += page) {
      const facts = store.read(asked, Math.min(page, upTo - asked));
      // Awaited some pages later: an error must not count as unhandled until then.
      facts.catch(() => undefined);
      ahead.push(facts);
    }
  };
  let position = after;
  for (ask(); ahead.length > 0;) {
    const facts = (await ahead.shift()) ?? [];
    ask();
    const expected = Math.min(page, upTo - position);
    if (
      facts.length !== expected ||
      facts[0]?.position !== position + 1 ||
      facts.at(-1)?.position !== position + expected
    )
      throw new StoreCorrupted(`Position ${position + 1} or one of the next ${expected} is missing`);
    position += expected;
    yield facts;
  }
}
