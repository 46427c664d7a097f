/** Who plays which part: ids of the development personas. */
export const cast = {
  northgateCompliance: 'nora-vance',
  northgateSales: 'owen-hale',
  blueHarborCompliance: 'mia-castellan',
  reviewerAda: 'ada-reyes',
  reviewerTheo: 'theo-lindqvist',
  agencies: { state: 'sam-okafor', defense: 'dana-whitlock', energy: 'eli-marchetti', justice: 'june-park' },
  officerLena: 'lena-fischer',
  officerMarcus: 'marcus-bell',
  countersignerRosa: 'rosa-delgado',
  countersignerVictor: 'victor-amsel',
  auditor: 'priya-nair',
  administrator: 'alex-thorne',
} as const;

export type Agency = keyof typeof cast.agencies;
