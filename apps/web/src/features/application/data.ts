import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { api } from '../../api/client';
import { caseKey, dataOf, versionedOf } from '../../api/reading';
import type { components } from '../../api/schema';

export type Draft = components['schemas']['Draft'];
export type Party = components['schemas']['Party'];
export type Item = components['schemas']['Item'];
export type Specification = components['schemas']['Specification'];
export type Classification = components['schemas']['Classification'];

/** An application as it stands, with the version that the next save names. */
export const draftQuery = (caseId: string) =>
  queryOptions({
    queryKey: caseKey(caseId, 'draft'),
    queryFn: async ({ signal }) => {
      const { document, version } = await versionedOf(
        api.GET('/api/v1/applications/{caseId}/draft', { params: { path: { caseId } }, signal }),
      );
      return { ...document, version };
    },
  });
export type Application = Awaited<ReturnType<NonNullable<ReturnType<typeof draftQuery>['queryFn']>>>;
export type DraftProblem = Application['problems'][number];

/** Every save of it, newest first; far more than anybody makes. */
export const savesQuery = (caseId: string) =>
  queryOptions({
    queryKey: caseKey(caseId, 'saves'),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/applications/{caseId}/drafts', {
          params: { path: { caseId }, query: { limit: 500 } },
          signal,
        }),
      ),
  });
export type Save = Awaited<ReturnType<NonNullable<ReturnType<typeof savesQuery>['queryFn']>>>['items'][number];

/** The application that the address names. */
export const useApplication = () => {
  const { caseId = '' } = useParams();
  return { caseId, query: useQuery(draftQuery(caseId)) };
};

/** Whether it can be changed: it has not been submitted, or was returned. */
export const isOpen = ({ status }: Pick<Application, 'status'>): boolean => status === 'draft' || status === 'returned';

/** Where a section leads once it is saved: back to the page that sent here, else to a page of its own. */
export const useOnward = (caseId: string, otherwise: string): { readonly to: string; readonly search: string } => {
  const [parameters] = useSearchParams();
  const from = parameters.get('from');
  const known = from === 'answers' || from === 'submit';
  return known ? { to: `/applications/${caseId}/${from}`, search: `?from=${from}` } : { to: otherwise, search: '' };
};
