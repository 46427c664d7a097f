import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { useMemo } from 'react';

/** How many rows are asked for at a time. */
export const pageSize = 200;

/** A page of a list, as every list of the API gives it. */
interface PageOf<Row> {
  readonly items: readonly Row[];
  readonly next?: string;
}

/**
 * A list that is read page after page as one goes on in it. While another filter is read, the rows before it stay. News
 * renew every page that was read.
 */
export const useList = <Row, Page extends PageOf<Row> = PageOf<Row>>(
  queryKey: QueryKey,
  read: (cursor: string | undefined, signal: AbortSignal) => Promise<Page & PageOf<Row>>,
) => {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const rows = useMemo<readonly Row[]>(() => data?.pages.flatMap(({ items }) => items) ?? none, [data]);
  return {
    rows,
    /** What the list says of itself, such as its counts. */
    head: data?.pages[0],
    error: query.error,
    isRead: data !== undefined,
    /** Other rows than these are on their way. */
    isChanging: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    isReadingMore: query.isFetchingNextPage,
    readMore: () => void query.fetchNextPage({ cancelRefetch: false }),
    again: () => void query.refetch(),
  };
};

const none: readonly never[] = [];

export type ReadList<Row> = Omit<ReturnType<typeof useList<Row>>, 'head'>;
