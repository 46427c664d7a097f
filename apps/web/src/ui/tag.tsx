import type { ReactNode } from 'react';

/** Colour only underlines what the text says. */
export type Tone = 'neutral' | 'active' | 'good' | 'bad' | 'warn';

export const Tag = ({ tone = 'neutral', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <strong className={`usa-tag tag tag--${tone}`}>{children}</strong>
);
