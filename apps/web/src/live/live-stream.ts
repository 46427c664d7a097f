import { liveState, type LiveState } from './live-state';

/** What happened, as the stream tells it. */
export interface News {
  readonly caseId: string;
  readonly type: string;
  readonly sentence: string;
}

type Told = { readonly news: News } | { readonly state: LiveState };

/**
 * News of what happens, for as long as the signal stands. All tabs of a browser share one stream: a server over HTTP/1.1
 * gives a browser six connections, and six tabs with a stream each would leave none to work with.
 */
export const listen = (onNews: (news: News) => void, signal: AbortSignal): void => {
  const others = new BroadcastChannel('exeat-live');
  const hear = (told: Told) => {
    if ('news' in told) onNews(told.news);
    else liveState.set(told.state);
  };
  const tell = (told: Told) => {
    hear(told);
    others.postMessage(told);
  };
  others.onmessage = ({ data }: MessageEvent<Told>) => hear(data);
  signal.addEventListener('abort', () => others.close());
  navigator.locks
    .request('exeat-live', { signal }, () => streamUntil(signal, tell))
    // Another tab listens, or this one has ended: both are as they should be.
    .catch(() => undefined);
};

const streamUntil = (signal: AbortSignal, tell: (told: Told) => void): Promise<void> =>
  new Promise((ended) => {
    let stream: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      stream = new EventSource('/api/v1/live');
      stream.onopen = () => tell({ state: 'connected' });
      stream.onmessage = ({ data }: MessageEvent<string>) => {
        if (data !== '') tell({ news: JSON.parse(data) as News });
      };
      stream.onerror = () => {
        tell({ state: navigator.onLine ? 'interrupted' : 'offline' });
        // The browser connects again by itself, except after an answer that was none.
        if (stream?.readyState === EventSource.CLOSED) again = setTimeout(open, 5_000);
      };
    };
    open();
    signal.addEventListener('abort', () => {
      clearTimeout(again);
      stream?.close();
      ended();
    });
  });
