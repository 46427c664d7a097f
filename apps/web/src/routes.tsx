import type { RouteObject } from 'react-router';
import { exporterRoutes } from './features/exporter.routes';
import { reviewRoutes } from './features/review.routes';
import { decisionRoutes } from './features/decision.routes';
import { licenceRoutes } from './features/licence.routes';
import { auditRoutes } from './features/audit.routes';
import { Crashed } from './shell/crashed';
import { NotFound } from './shell/not-found';
import { Shell } from './shell/shell';
import { SignedIn } from './shell/signed-in';
import { Start } from './shell/start';
import { Loading } from './ui/states';

/** Every address of the web. Screens are loaded when they are first gone to. */
export const routes: RouteObject[] = [
  { path: '/signed-in', element: <SignedIn /> },
  {
    path: '/',
    element: <Shell />,
    HydrateFallback: Loading,
    errorElement: <Crashed isWhole />,
    children: [
      {
        errorElement: <Crashed />,
        children: [
          { index: true, element: <Start /> },
          ...exporterRoutes,
          ...reviewRoutes,
          ...decisionRoutes,
          ...licenceRoutes,
          ...auditRoutes,
          {
            path: 'help/:topic?',
            lazy: async () => ({ Component: (await import('./features/help/help-page')).HelpPage }),
          },
          {
            path: 'settings',
            lazy: async () => ({ Component: (await import('./features/settings/settings-page')).SettingsPage }),
          },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
];
