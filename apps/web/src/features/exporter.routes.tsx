import type { RouteObject } from 'react-router';

/** What exporters work on: their cases, and an application section by section. */
export const exporterRoutes: RouteObject[] = [
  {
    path: 'my-cases',
    lazy: async () => ({ Component: (await import('./my-cases/my-cases-page')).MyCasesPage }),
  },
  {
    path: 'applications/new',
    lazy: async () => ({ Component: (await import('./application/start-page')).StartPage }),
  },
  {
    path: 'applications/:caseId',
    children: [
      {
        index: true,
        lazy: async () => ({ Component: (await import('./application/task-list-page')).TaskListPage }),
      },
      {
        path: 'export-country',
        lazy: async () => ({ Component: (await import('./application/export-country-page')).ExportCountryPage }),
      },
      {
        path: 'parties',
        lazy: async () => ({ Component: (await import('./application/parties-page')).PartiesPage }),
      },
      {
        path: 'parties/:party',
        lazy: async () => ({ Component: (await import('./application/party-page')).PartyPage }),
      },
      {
        path: 'items',
        lazy: async () => ({ Component: (await import('./application/items-page')).ItemsPage }),
      },
      {
        path: 'items/:line',
        lazy: async () => ({ Component: (await import('./application/item-page')).ItemPage }),
      },
      {
        path: 'end-use',
        lazy: async () => ({ Component: (await import('./application/end-use-page')).EndUsePage }),
      },
      {
        path: 'certifications',
        lazy: async () => ({ Component: (await import('./application/certifications-page')).CertificationsPage }),
      },
      {
        path: 'documents',
        lazy: async () => ({ Component: (await import('./application/documents-page')).DocumentsPage }),
      },
      {
        path: 'answers',
        lazy: async () => ({ Component: (await import('./application/answers-page')).AnswersPage }),
      },
      {
        path: 'submit',
        lazy: async () => ({ Component: (await import('./application/submit-page')).SubmitPage }),
      },
      {
        path: 'submitted',
        lazy: async () => ({ Component: (await import('./application/submitted-page')).SubmittedPage }),
      },
      {
        path: 'drafts',
        lazy: async () => ({ Component: (await import('./application/drafts-page')).DraftsPage }),
      },
    ],
  },
  {
    path: 'cases/:caseId/notice',
    lazy: async () => ({ Component: (await import('./application/notice-page')).NoticePage }),
  },
];
