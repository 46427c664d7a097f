import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import { caseKey, dataOf } from './reading';

/** The files of a case, sent in or still in its draft. */
export const documentsQuery = (caseId: string) =>
  queryOptions({
    queryKey: caseKey(caseId, 'documents'),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/cases/{caseId}/documents', { params: { path: { caseId } }, signal })),
  });

/** One of them. */
export type AttachedDocument = Awaited<
  ReturnType<NonNullable<ReturnType<typeof documentsQuery>['queryFn']>>
>['items'][number];
