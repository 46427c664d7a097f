import { api } from '../../api/client';
import { dataOf } from '../../api/reading';
import type { paths } from '../../api/schema';

type TrailRoute = paths['/api/v1/audit-trail']['get'];
export type TrailFilter = NonNullable<TrailRoute['parameters']['query']>;
export type TrailEntry = TrailRoute['responses'][200]['content']['application/json']['items'][number];

/** One page of the audit trail. */
export const trailPage = (query: TrailFilter, signal: AbortSignal) =>
  dataOf(api.GET('/api/v1/audit-trail', { params: { query }, signal }));
