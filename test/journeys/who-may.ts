/** One persona of each role. */
export const personaOf = {
  exporter: 'nora-vance',
  'technical-reviewer': 'ada-reyes',
  'security-reviewer': 'sam-okafor',
  'licensing-officer': 'lena-fischer',
  countersigner: 'rosa-delgado',
  auditor: 'priya-nair',
  administrator: 'alex-thorne',
} as const;
export type TestedRole = keyof typeof personaOf;
export const testedRoles = Object.keys(personaOf) as readonly TestedRole[];

const authority = ['technical-reviewer', 'security-reviewer', 'licensing-officer', 'countersigner', 'auditor'] as const;
/** Who works on cases. An auditor changes nothing, and is not announced. */
const working = ['technical-reviewer', 'security-reviewer', 'licensing-officer', 'countersigner'] as const;
const readers = ['exporter', ...authority] as const;
const termsReaders = ['exporter', 'licensing-officer', 'countersigner', 'auditor'] as const;

/** Which roles a route is open to. Every route of the API document stands here; to every other role it is shut. */
export const whoMay: Readonly<Record<string, readonly TestedRole[]>> = {
  'GET /me': testedRoles,
  'GET /development/clock': testedRoles,
  'PUT /development/clock': ['administrator'],
  // The floor of the benchmark: open to everybody, and not there in production.
  'POST /development/nothing': testedRoles,
  'GET /operations/listeners': ['administrator'],
  'GET /operations/parked': ['administrator'],
  'POST /operations/parked/retry': ['administrator'],
  'GET /operations/refused-commands': ['administrator'],
  'POST /operations/views/{view}/rebuild': ['administrator'],
  'POST /operations/views/{view}/verify': ['administrator'],

  'POST /applications': ['exporter'],
  'GET /applications/{caseId}/draft': ['exporter'],
  'PATCH /applications/{caseId}/draft': ['exporter'],
  'GET /applications/{caseId}/drafts': ['exporter'],
  'POST /applications/{caseId}/submit': ['exporter'],
  'POST /applications/{caseId}/withdraw': ['exporter'],
  'POST /applications/{caseId}/return': ['licensing-officer'],
  'POST /applications/{caseId}/documents': ['exporter'],
  'POST /applications/{caseId}/documents/{documentId}/remove': ['exporter'],
  'GET /cases/{caseId}/documents': readers,
  'GET /cases/{caseId}/documents/{documentId}': readers,

  'GET /technical-reviews/{caseId}': ['technical-reviewer', 'licensing-officer', 'countersigner', 'auditor'],
  'POST /technical-reviews/{caseId}/claim': ['technical-reviewer'],
  'POST /technical-reviews/{caseId}/release': ['technical-reviewer'],
  'POST /technical-reviews/{caseId}/findings': ['technical-reviewer'],
  'POST /technical-reviews/{caseId}/complete': ['technical-reviewer'],

  'GET /security-reviews/{caseId}': readers,
  'POST /security-reviews/{caseId}/position': ['security-reviewer'],

  'GET /licensing/{caseId}': readers,
  'POST /licensing/{caseId}/conditions': ['licensing-officer'],
  'POST /licensing/{caseId}/conditions/{conditionId}/adopt': ['licensing-officer'],
  'POST /licensing/{caseId}/conditions/{conditionId}/reword': ['licensing-officer'],
  'POST /licensing/{caseId}/conditions/{conditionId}/drop': ['licensing-officer'],
  'POST /licensing/{caseId}/approval': ['licensing-officer'],
  'POST /licensing/{caseId}/denial': ['licensing-officer'],
  'POST /licensing/{caseId}/no-licence-required': ['licensing-officer'],
  'POST /licensing/{caseId}/countersign': ['countersigner'],
  'POST /licensing/{caseId}/send-back': ['countersigner'],
  'POST /licensing/{caseId}/notice/answer': ['exporter'],

  'POST /licences/{licenceNumber}/shipments': ['exporter'],
  'POST /licences/{licenceNumber}/certificates': ['exporter'],
  'POST /licences/{licenceNumber}/obligations/{obligationId}/fulfil': ['exporter'],

  'GET /my-cases': readers,
  'GET /cases': readers,
  'GET /cases/{caseId}': readers,
  'GET /cases/{caseId}/timeline': readers,
  'GET /cases/{caseId}/notes': authority,
  'POST /cases/{caseId}/notes': working,
  'GET /cases/{caseId}/presence': authority,
  'PUT /cases/{caseId}/presence': working,
  'GET /search': readers,
  'GET /cases/{caseId}/as-of': ['auditor'],
  'GET /cases/{caseId}/difference': ['auditor'],
  'GET /cases/{caseId}/value': ['auditor'],
  'GET /applications/{caseId}/state': readers,
  'GET /live': readers,
  'GET /precedents': ['technical-reviewer', 'licensing-officer', 'countersigner', 'auditor'],
  'GET /queues/technical': ['technical-reviewer'],
  'GET /queues/agency': ['security-reviewer'],
  'GET /worklist': ['licensing-officer', 'countersigner'],
  'GET /licences': termsReaders,
  'GET /licences/aggregate-tpp': termsReaders,
  'GET /licences/{licenceNumber}': termsReaders,
  'GET /obligations': termsReaders,
  'GET /statistics': [...authority, 'administrator'],
  'GET /statistics/published': readers,
  'GET /audit-trail': ['auditor'],

  'GET /clauses': [...readers, 'administrator'],
  'GET /rule-sets': [...readers, 'administrator'],
  'GET /rule-sets/{ruleSet}': [...readers, 'administrator'],
  'POST /classifications': ['exporter', 'technical-reviewer', 'licensing-officer', 'countersigner'],
};
