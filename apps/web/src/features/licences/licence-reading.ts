import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import { dataOf, listKey } from '../../api/reading';
import type { paths } from '../../api/schema';

export type Licence = paths['/api/v1/licences/{licenceNumber}']['get']['responses'][200]['content']['application/json'];
export type LicenceLine = Licence['lines'][number];
export type ListedLicence =
  paths['/api/v1/licences']['get']['responses'][200]['content']['application/json']['items'][number];

/** A licence with its balances, conditions, shipments and certificates. */
export const licenceQuery = (licenceNumber: string) =>
  queryOptions({
    queryKey: listKey('licence', licenceNumber),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/licences/{licenceNumber}', { params: { path: { licenceNumber } }, signal })),
  });

/** What is owed under one licence, by the day it is due. */
export const owedUnderQuery = (licence: string) =>
  queryOptions({
    queryKey: listKey('obligations', { licence }),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/obligations', { params: { query: { licence, limit: 500 } }, signal })),
  });

/** How much computing is licensed and shipped, by model. */
export const aggregateTppQuery = queryOptions({
  queryKey: listKey('aggregate-tpp'),
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/licences/aggregate-tpp', { signal })),
});
