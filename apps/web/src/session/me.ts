import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import { dataOf } from '../api/reading';

/** Who is signed in, and what they may do. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/me', { signal })),
  staleTime: Infinity,
});

export type Me = Awaited<ReturnType<NonNullable<typeof meQuery.queryFn>>>;
export type Permission = Me['permissions'][number];

/** The same past what was read before; undefined where nobody is signed in, or nobody answers. */
export const meNow = (): Promise<Me | undefined> => dataOf(api.GET('/api/v1/me')).catch(() => undefined);

/** The person at this screen. Only below `Shell`, which has read it. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** Whether the person may. A screen asks this to show or leave out; the server decides. */
export const useMay = (): ((permission: Permission) => boolean) => {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
};
