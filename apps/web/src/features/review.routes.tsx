import type { RouteObject } from 'react-router';

/** The work of technical reviewers and of the agencies. */
export const reviewRoutes: RouteObject[] = [
  {
    path: 'queues/technical',
    lazy: async () => ({
      Component: (await import('./technical-queue/technical-queue-page')).TechnicalQueuePage,
    }),
  },
  {
    path: 'queues/agency',
    lazy: async () => ({ Component: (await import('./agency-queue/agency-queue-page')).AgencyQueuePage }),
  },
  {
    path: 'reviews/technical/:caseId',
    lazy: async () => ({
      Component: (await import('./technical-review/technical-review-page')).TechnicalReviewPage,
    }),
  },
  {
    path: 'reviews/agency/:caseId',
    lazy: async () => ({
      Component: (await import('./agency-position/agency-position-page')).AgencyPositionPage,
    }),
  },
];
