type Listener = () => void;

const listeners = new Set<Listener>();
let ended = false;

/** Whether the session has ended while the page was open. Whoever finds out tells; the shell asks to sign in again. */
export const signedOut = {
  tell: () => set(true),
  over: () => set(false),
  now: () => ended,
  subscribe: (listener: Listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

const set = (value: boolean) => {
  if (ended === value) return;
  ended = value;
  for (const listener of listeners) listener();
};
