import { signedOut } from '../session/signed-out';
import { liveState, type LiveState } from './live-state';

/** What happened, as the stream tells it. */
export interface News {
  readonly caseId: string;
  readonly type: string;
  readonly sentence: string;
}

/** What the tab that listens tells the others; a tab that was opened later asks how it stands. */
type Told = { readonly news: News } | { readonly state: LiveState; readonly missed: boolean } | { readonly asks: true };

interface Listener {
  readonly onNews: (news: News) => void;
  /** There was nobody to hear for a while: what is shown may lack something. */
  readonly onMissed: () => void;
}

/** How long after an answer that was no stream it is asked for again. */
const againMs = 5_000;

/**
 * News of what happens, for as long as the signal stands. All tabs of a browser share one stream: a server over HTTP/1.1
 * gives a browser six connections, and six tabs with a stream each would leave none to work with.
 */
export const listen = ({ onNews, onMissed }: Listener, signal: AbortSignal): void => {
  const others = new BroadcastChannel('exeat-live');
  let isListening = false;
  const hear = (told: Told) => {
    if ('news' in told) onNews(told.news);
    else if ('state' in told) {
      liveState.set(told.state);
      if (told.missed) onMissed();
    } else if (isListening) others.postMessage({ state: liveState.now(), missed: false } satisfies Told);
  };
  const tell = (told: Told) => {
    hear(told);
    others.postMessage(told);
  };
  others.onmessage = ({ data }: MessageEvent<Told>) => hear(data);
  others.postMessage({ asks: true } satisfies Told);
  signal.addEventListener('abort', () => others.close());
  const stream = (takesOver: boolean) => {
    isListening = true;
    return streamUntil(signal, takesOver, tell);
  };
  navigator.locks
    .request('exeat-live', { ifAvailable: true }, (lock) => lock && stream(false))
    // Whoever had to wait takes over from a tab that was closed; what happened in between nobody heard.
    .then(() => navigator.locks.request('exeat-live', { signal }, () => stream(true)))
    // This tab has ended.
    .catch(() => undefined);
};

const streamUntil = (signal: AbortSignal, takesOver: boolean, tell: (told: Told) => void): Promise<void> =>
  new Promise((ended) => {
    let stream: EventSource | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let hasMissed = takesOver;
    const lost = () => {
      hasMissed = true;
      tell({ state: navigator.onLine ? 'interrupted' : 'offline', missed: false });
    };
    const open = () => {
      clearTimeout(again);
      stream?.close();
      stream = new EventSource('/api/v1/live');
      stream.onopen = () => {
        tell({ state: 'connected', missed: hasMissed });
        hasMissed = false;
      };
      stream.onmessage = ({ data }: MessageEvent<string>) => tell({ news: JSON.parse(data) as News });
      stream.onerror = () => {
        lost();
        // The browser connects again by itself, except after an answer that was none.
        if (stream?.readyState === EventSource.CLOSED) void whyClosed();
      };
    };
    const whyClosed = async () => {
      const status = await fetch('/api/v1/me', { credentials: 'same-origin' }).then(
        (answer) => answer.status,
        () => 0,
      );
      if (signal.aborted) return;
      // Whoever is not signed in hears nothing; once they are, the stream is opened again.
      if (status === 401) signedOut.tell();
      else again = setTimeout(open, againMs);
    };
    const unsubscribe = signedOut.subscribe(() => {
      if (!signedOut.now()) open();
    });
    window.addEventListener('offline', lost, { signal });
    window.addEventListener('online', open, { signal });
    open();
    signal.addEventListener('abort', () => {
      unsubscribe();
      clearTimeout(again);
      stream?.close();
      ended();
    });
  });
