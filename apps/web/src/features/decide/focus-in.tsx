import { useEffect, useRef, type ReactNode } from 'react';

/** A form that comes up where one asked for it takes the focus, at its first field. */
export const FocusIn = ({ children }: { readonly children: ReactNode }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  return <div ref={box}>{children}</div>;
};

/** What had the focus may be gone once something was done: then it goes to what took its place. */
export const focusUnlessElsewhere = (element: HTMLElement | null): void => {
  if (document.activeElement === null || document.activeElement === document.body) element?.focus();
};
