import type { RouteObject } from 'react-router';

/** Cases as everybody sees them, licences and what is owed under them, and figures. */
export const licenceRoutes: RouteObject[] = [
  { path: 'cases', lazy: async () => ({ Component: (await import('./cases/cases-page')).CasesPage }) },
  { path: 'cases/:caseId', lazy: async () => ({ Component: (await import('./case/case-page')).CasePage }) },
  { path: 'licences', lazy: async () => ({ Component: (await import('./licences/licences-page')).LicencesPage }) },
  {
    path: 'licences/:licenceNumber',
    lazy: async () => ({ Component: (await import('./licences/licence-page')).LicencePage }),
  },
  {
    path: 'licences/:licenceNumber/shipments/new',
    lazy: async () => ({ Component: (await import('./licences/shipment-page')).ShipmentPage }),
  },
  {
    path: 'licences/:licenceNumber/certificates/new',
    lazy: async () => ({ Component: (await import('./licences/certificate-page')).CertificatePage }),
  },
  {
    path: 'licences/:licenceNumber/obligations/:obligationId',
    lazy: async () => ({ Component: (await import('./licences/fulfil-page')).FulfilPage }),
  },
  {
    path: 'obligations',
    lazy: async () => ({ Component: (await import('./obligations/obligations-page')).ObligationsPage }),
  },
  { path: 'figures', lazy: async () => ({ Component: (await import('./figures/figures-page')).FiguresPage }) },
];
