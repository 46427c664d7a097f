import { createContext, use, type ReactNode } from 'react';

/** Wraps a value of a case, named by its JSON pointer (RFC 6901) into the overview: an auditor clicks it to see its fact. */
export type Mark = (pointer: string, node: ReactNode) => ReactNode;

const asItIs: Mark = (_pointer, node) => node;

export const Marks = createContext<Mark>(asItIs);

/** Gives the parts below it their marks; none where left out. */
export const Marked = ({
  mark = asItIs,
  children,
}: {
  readonly mark?: Mark | undefined;
  readonly children: ReactNode;
}) => <Marks value={mark}>{children}</Marks>;

/** One value of the case. */
export const Leaf = ({ at, children }: { readonly at: string; readonly children: ReactNode }) => (
  <>{use(Marks)(at, children)}</>
);
