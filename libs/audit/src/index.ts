import { AuditModule } from './audit.module.js';
import { auditTrail } from './audit-trail/audit-trail.view.js';

export { auditTrail, type AuditEntry } from './audit-trail/audit-trail.view.js';
export { holdingAll, wordsIn } from './audit-trail/search-words.js';
export { searchTrail, type PersonFound } from './audit-trail/trail-search.js';
export { Blame } from './blame/blame.js';
export { differencesBetween, type Step } from './blame/differences.js';
export { placeOf, valueAt, type Place } from './blame/place.js';
export { factsUpTo, submittedIn } from './case-state/case-state.js';
export { momentSchema, type Moment } from './case-state/moment.js';
export { positionsTold } from './case-state/set-by.js';
export { auditMigrations } from './migrations/audit-migrations.js';
export {
  audienceOf,
  caseTypes,
  isForApplicant,
  isForAuthority,
  publishedFacts,
  publishedTypes,
  sentenceOf,
} from './sentences.js';

export const auditViews = [auditTrail] as const;
export const auditModule = AuditModule;
