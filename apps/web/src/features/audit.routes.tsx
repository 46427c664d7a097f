import type { RouteObject } from 'react-router';

/** What auditors look at: everything that was done, and each case as it stood at any moment. */
export const auditRoutes: RouteObject[] = [
  { path: 'audit', lazy: async () => ({ Component: (await import('./audit/audit-page')).AuditPage }) },
  {
    path: 'audit/cases/:caseId',
    lazy: async () => ({ Component: (await import('./replay/replay-page')).ReplayPage }),
  },
];
