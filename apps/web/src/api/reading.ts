import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import { problemFrom } from './problems';
import type { paths } from './schema';

interface Answered<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer; throws `ApiProblem` for any other. */
export const dataOf = async <Data>(answer: Promise<Answered<Data>>): Promise<Data> => {
  const { data, error, response } = await answer.catch(() => {
    throw problemFrom(0, undefined);
  });
  if (!response.ok) throw problemFrom(response.status, error);
  return data as Data;
};

/** The same of a resource that is one stream, with the version that the next command on it has to name. */
export const versionedOf = async <Data>(
  answer: Promise<Answered<Data>>,
): Promise<{ readonly document: Data; readonly version: number }> => {
  const document = await dataOf(answer);
  const { response } = await answer;
  return { document, version: Number(response.headers.get('ETag')?.replaceAll(/\D/g, '') ?? 0) };
};

/**
 * Where the readings of a case are kept. All keys begin with what they are about, so that news of a case renews what is
 * shown of it and the lists it may stand in (`live/`).
 */
export const caseKey = (caseId: string, ...rest: readonly unknown[]) => ['case', caseId, ...rest] as const;
export const listKey = (list: string, ...rest: readonly unknown[]) => ['list', list, ...rest] as const;

/** A case over all its stages, as everybody who may see it sees it. */
export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: caseKey(caseId, 'overview'),
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/cases/{caseId}', { params: { path: { caseId } }, signal })),
  });

type TimelineItem =
  paths['/api/v1/cases/{caseId}/timeline']['get']['responses'][200]['content']['application/json']['items'][number];

/** All that happened in a case, oldest first, however many pages that takes. */
export const timelineQuery = (caseId: string) =>
  queryOptions({
    queryKey: caseKey(caseId, 'timeline'),
    queryFn: async ({ signal }) => {
      const items: TimelineItem[] = [];
      let cursor: string | undefined;
      do {
        const page = await dataOf(
          api.GET('/api/v1/cases/{caseId}/timeline', {
            params: { path: { caseId }, query: { limit: 500, ...(cursor !== undefined && { cursor }) } },
            signal,
          }),
        );
        items.push(...page.items);
        cursor = page.next;
      } while (cursor !== undefined);
      return items;
    },
  });
