import { useSyncExternalStore } from 'react';

export type LiveState = 'connected' | 'interrupted' | 'offline';

let state: LiveState = 'connected';
const listeners = new Set<() => void>();

/** Whether news arrive. Told to every tab by the one that listens. */
export const liveState = {
  now: () => state,
  set: (next: LiveState) => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  },
};

export const useLiveState = (): LiveState =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, liveState.now);
