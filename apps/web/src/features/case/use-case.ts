import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { documentsQuery } from '../../api/documents';
import { caseKey, caseQuery, dataOf, timelineQuery } from '../../api/reading';
import { useMay } from '../../session/me';

/** A case over all its stages. */
export const useCase = (caseId: string) => useQuery(caseQuery(caseId));

/** All that happened in a case, oldest first. */
export const useTimeline = (caseId: string) => useQuery(timelineQuery(caseId));

/** The files of a case. */
export const useDocuments = (caseId: string) => useQuery(documentsQuery(caseId));

/** What the authority wrote down about a case; nothing is asked for whom it is kept from. */
export const notesQuery = (caseId: string) =>
  queryOptions({
    queryKey: caseKey(caseId, 'notes'),
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/cases/{caseId}/notes', { params: { path: { caseId } }, signal })),
  });
export const useNotes = (caseId: string) => {
  const may = useMay();
  return useQuery({ ...notesQuery(caseId), enabled: may('note:read') });
};
