import type { components, paths } from '../../api/schema';

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

/** The page of a case, as it stands or as it stood: what the routes of both answer. */
export type CaseOverview = Answer<'/api/v1/cases/{caseId}'>;
/** A stretch of a case's way: from when to when it stood there; still there where the end is missing. */
export type CaseStage = CaseOverview['stages'][number];
export type CaseStatus = CaseOverview['status'];
export type CaseReview = NonNullable<CaseOverview['review']>;
export type TimelineItem = Answer<'/api/v1/cases/{caseId}/timeline'>['items'][number];
export type CaseDocument = Answer<'/api/v1/cases/{caseId}/documents'>['items'][number];
export type CaseNote = Answer<'/api/v1/cases/{caseId}/notes'>['items'][number];

export type Item = components['schemas']['Item'];
export type Specification = components['schemas']['Specification'];
export type Finding = components['schemas']['Finding'];
export type Condition = components['schemas']['Condition'];
export type Party = components['schemas']['Party'];
