import type { RouteObject } from 'react-router';

/** Cases as everybody sees them, licences and what is owed under them, and figures. */
export const licenceRoutes: RouteObject[] = [
  { path: 'cases', lazy: async () => ({ Component: (await import('./cases/cases-page')).CasesPage }) },
  { path: 'cases/:caseId', lazy: async () => ({ Component: (await import('./case/case-page')).CasePage }) },
];
