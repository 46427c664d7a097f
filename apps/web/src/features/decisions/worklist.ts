import type { paths } from '../../api/schema';

/** A page of the worklist. */
export type Worklist = paths['/api/v1/worklist']['get']['responses']['200']['content']['application/json'];
export type WorklistRow = Worklist['items'][number];

export const stages = ['settling', 'awaiting-countersignature', 'intent-to-deny'] as const;
