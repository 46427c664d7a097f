import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import { caseKey, versionedOf } from './reading';

/** A technical review as its reviewer works on it, with the version that the next command on it names. */
export const technicalReviewQuery = (caseId: string) =>
  queryOptions({
    queryKey: caseKey(caseId, 'technical-review'),
    queryFn: ({ signal }) =>
      versionedOf(api.GET('/api/v1/technical-reviews/{caseId}', { params: { path: { caseId } }, signal })),
  });

/** A security review as an agency works on it, with the version that the next command on it names. */
export const securityReviewQuery = (caseId: string) =>
  queryOptions({
    queryKey: caseKey(caseId, 'security-review'),
    queryFn: ({ signal }) =>
      versionedOf(api.GET('/api/v1/security-reviews/{caseId}', { params: { path: { caseId } }, signal })),
  });

type ReadBy<Query extends (caseId: string) => { readonly queryFn?: unknown }> =
  ReturnType<Query> extends { queryFn?: infer Read }
    ? Read extends (...args: never[]) => infer Answer
      ? Awaited<Answer>
      : never
    : never;

export type TechnicalReview = ReadBy<typeof technicalReviewQuery>['document'];
export type SecurityReview = ReadBy<typeof securityReviewQuery>['document'];
