import type { RouteObject } from 'react-router';

export const decisionRoutes: RouteObject[] = [
  { path: 'decisions', lazy: async () => ({ Component: (await import('./decisions/decisions-page')).DecisionsPage }) },
  { path: 'decisions/:caseId', lazy: async () => ({ Component: (await import('./decide/decide-page')).DecidePage }) },
  {
    path: 'cases/:caseId/return',
    lazy: async () => ({ Component: (await import('./decide/return-page')).ReturnPage }),
  },
];
