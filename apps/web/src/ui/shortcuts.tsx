import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { useHotkeys } from 'react-hotkeys-hook';

export interface Shortcut {
  /** Such as `j` or `g t`; shown as written. */
  readonly keys: string;
  readonly words: string;
  readonly run: () => void;
}

const Registry = createContext<{
  readonly shortcuts: readonly Shortcut[];
  readonly add: (shortcut: Shortcut) => () => void;
}>({ shortcuts: [], add: () => () => undefined });

/** Knows the shortcuts of what is on the screen, for the sheet that `?` opens and for the command menu. */
export const Shortcuts = ({ children }: { readonly children: ReactNode }) => {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  const add = useCallback((shortcut: Shortcut) => {
    setShortcuts((before) => [...before, shortcut]);
    return () => setShortcuts((before) => before.filter((each) => each !== shortcut));
  }, []);
  const value = useMemo(() => ({ shortcuts, add }), [shortcuts, add]);
  return <Registry value={value}>{children}</Registry>;
};

export const useShortcuts = (): readonly Shortcut[] => use(Registry).shortcuts;

const setting = 'exeat-single-keys';
const listeners = new Set<() => void>();

/** Single keys can be switched off: who speaks to the machine would set them off by words (WCAG 2.1.4). */
export const singleKeys = {
  areOn: () => localStorage.getItem(setting) !== 'off',
  turn: (on: boolean) => {
    localStorage.setItem(setting, on ? 'on' : 'off');
    for (const listener of listeners) listener();
  },
};

export const useSingleKeys = (): boolean =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, singleKeys.areOn);

/** A single key, or two in a row (`g q`), that does something while this is on the screen. Never while typing. */
export const useShortcut = (keys: string, words: string, run: () => void, isActive = true): void => {
  const { add } = use(Registry);
  const on = useSingleKeys();
  // Bound once, however often the screen is drawn anew.
  const newest = useRef(run);
  useEffect(() => {
    newest.current = run;
  });
  useHotkeys(
    keys.replace(' ', '>'),
    () => newest.current(),
    { enabled: on && isActive, useKey: true, preventDefault: true, ignoreEventWhen: isBehindDialog },
    [],
  );
  useEffect(() => {
    if (!isActive) return undefined;
    return add({ keys, words, run: () => newest.current() });
  }, [add, keys, words, isActive]);
};

/** What lies behind a dialog does not hear keys. */
const isBehindDialog = (): boolean => document.querySelector('dialog[open]') !== null;
