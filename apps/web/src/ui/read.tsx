import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '../api/problems';
import { Failed, Loading } from './states';

interface ReadProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

/**
 * What a query has read, or that it is still reading, or why it could not. What is old is shown until
 * the new is there, or is refused: who may not read it any more is not left with what they read before.
 */
export const Read = <Data,>({ query, rows = 4, children }: ReadProps<Data>) => {
  if (query.data !== undefined && !isRefused(query.error)) return <>{children(query.data)}</>;
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading rows={rows} />;
};

/** Whether the answer was that there is nothing for this person, rather than none. */
const isRefused = (error: unknown): boolean => {
  if (error === null) return false;
  const { status, isNotThere } = problemOf(error);
  return status === 403 || isNotThere;
};
