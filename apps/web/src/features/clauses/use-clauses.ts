import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { dataOf } from '../../api/reading';

/** The clause library in its latest versions, as far as the person reads it. It changes with a release alone. */
const clausesQuery = queryOptions({
  queryKey: ['clauses'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/clauses', { signal })),
  staleTime: Infinity,
});

export type Clause = Awaited<ReturnType<NonNullable<typeof clausesQuery.queryFn>>>['items'][number];
export type ClauseParameter = Clause['parameters'][number];

export const useClauses = () => useQuery(clausesQuery);
