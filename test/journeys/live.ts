import type { Client } from './platform.js';

export interface LiveEvent {
  readonly id: number;
  readonly caseId: string;
  readonly type: string;
  readonly sentence: string;
}

export interface Listening {
  readonly events: readonly LiveEvent[];
  /** The id a client would come back with, of an event or of quiet times. */
  readonly lastId: () => number;
  /** Waits until the id has come so far. */
  readonly reached: (position: number) => Promise<void>;
  readonly stop: () => void;
}

/** Listens to server-sent events, after the one with an id where one is given. */
export const listen = async (client: Client, after?: number): Promise<Listening> => {
  const stop = new AbortController();
  const headers: Record<string, string> = after === undefined ? {} : { 'Last-Event-ID': String(after) };
  const response = await client.send('/live', { headers, signal: stop.signal });
  if (response.status !== 200) throw new Error(`No events: ${response.status} ${await response.text()}`);
  const events: LiveEvent[] = [];
  let last = after ?? 0;
  let wake = (): void => undefined;
  const read = async (): Promise<void> => {
    let rest = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const id = Number(/^id: (\d+)$/m.exec(block)?.[1]);
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) events.push({ ...(JSON.parse(data) as Omit<LiveEvent, 'id'>), id });
        last = id;
      }
      wake();
    }
  };
  let ended: string | undefined;
  void read().then(
    () => (ended = 'in order'),
    (error: unknown) => (ended = String(error)),
  );
  return {
    events,
    lastId: () => last,
    reached: async (position) => {
      const until = Date.now() + 10_000;
      while (last < position) {
        if (ended !== undefined) throw new Error(`The events ended ${ended} at ${last}, before ${position}.`);
        if (Date.now() > until) throw new Error(`The events came to ${last}, not to ${position}.`);
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, 200);
        });
      }
    },
    stop: () => stop.abort(),
  };
};
