import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { caseKey, dataOf } from '../../api/reading';
import { trailPage, type TrailEntry } from '../history/trail-page';

/** A fact of a case with everything that is stored of it. */
export interface HistoryFact extends TrailEntry {
  readonly data?: unknown;
}

/** Every fact of a case that auditors are told of, oldest first. */
export const historyQuery = (caseId: string) =>
  queryOptions({
    queryKey: caseKey(caseId, 'history'),
    queryFn: async ({ signal }): Promise<readonly HistoryFact[]> => {
      // Refused with 404 where there is no such case, which the trail answers with no rows.
      const stored = dataOf(api.GET('/api/v1/applications/{caseId}/state', { params: { path: { caseId } }, signal }));
      const entries = allEntries(caseId, signal);
      const data = new Map((await stored).facts.map((fact) => [fact.position, fact.data]));
      return (await entries).map((entry) => ({ ...entry, data: data.get(entry.position) }));
    },
  });

const allEntries = async (caseId: string, signal: AbortSignal): Promise<readonly TrailEntry[]> => {
  const entries: TrailEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await trailPage({ case: caseId, limit: 500, ...(cursor !== undefined && { cursor }) }, signal);
    entries.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return entries;
};

export const useHistory = (caseId: string, isActive: boolean) =>
  useQuery({ ...historyQuery(caseId), enabled: isActive });

/** A case as it stood after a fact. What has been cannot change, so news of the case do not renew it. */
export const asOfQuery = (caseId: string, position: number) =>
  queryOptions({
    queryKey: ['replay', caseId, 'as-of', position] as const,
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/cases/{caseId}/as-of', {
          params: { path: { caseId }, query: { at: String(position) } },
          signal,
        }),
      ),
    staleTime: Infinity,
  });
export type AsOf = Awaited<ReturnType<NonNullable<ReturnType<typeof asOfQuery>['queryFn']>>>;

/** What differs between two positions. */
export const differenceQuery = (caseId: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['replay', caseId, 'difference', from, to] as const,
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/cases/{caseId}/difference', {
          params: { path: { caseId }, query: { from: String(from), to: String(to) } },
          signal,
        }),
      ),
    staleTime: Infinity,
  });

/** Everything that a value was, up to a position. */
export const valueQuery = (caseId: string, pointer: string, position: number) =>
  queryOptions({
    queryKey: ['replay', caseId, 'value', pointer, position] as const,
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/cases/{caseId}/value', {
          params: { path: { caseId }, query: { pointer, at: String(position) } },
          signal,
        }),
      ),
    staleTime: Infinity,
  });
