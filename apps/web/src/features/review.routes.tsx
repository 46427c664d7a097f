import type { RouteObject } from 'react-router';

const technicalReview = () => import('./technical-review/technical-review-page');
const agencyPosition = () => import('./agency-position/agency-position-page');

/** The work of technical reviewers and of the agencies. */
export const reviewRoutes: RouteObject[] = [
  {
    path: 'queues/technical',
    lazy: async () => {
      const { TechnicalQueuePage } = await import('./technical-queue/technical-queue-page');
      // Whoever looks at the queue is about to open a review from it.
      void technicalReview();
      return { Component: TechnicalQueuePage };
    },
  },
  {
    path: 'queues/agency',
    lazy: async () => {
      const { AgencyQueuePage } = await import('./agency-queue/agency-queue-page');
      void agencyPosition();
      return { Component: AgencyQueuePage };
    },
  },
  {
    path: 'reviews/technical/:caseId',
    lazy: async () => ({ Component: (await technicalReview()).TechnicalReviewPage }),
  },
  {
    path: 'reviews/agency/:caseId',
    lazy: async () => ({ Component: (await agencyPosition()).AgencyPositionPage }),
  },
];
