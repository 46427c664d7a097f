import type { ViewDefinition } from '@exeat/messaging';
import { agencyQueue } from './agency-queue/agency-queue.view.js';
import { caseOverview } from './case-overview/case-overview.view.js';
import { licenceRegister } from './licence-register/licence-register.view.js';
import { myCases } from './my-cases/my-cases.view.js';
import { obligationsDue } from './obligations-due/obligations-due.view.js';
import { officerWorklist } from './officer-worklist/officer-worklist.view.js';
import { precedents } from './precedents/precedents.view.js';
import { technicalQueue } from './technical-queue/technical-queue.view.js';
import { timeline } from './timeline/timeline.view.js';

/** Every view of a question that people ask. The audit trail is a view of libs/audit. */
export const allViews = [
  myCases,
  caseOverview,
  timeline,
  technicalQueue,
  agencyQueue,
  officerWorklist,
  licenceRegister,
  obligationsDue,
  precedents,
] as const satisfies readonly ViewDefinition[];
