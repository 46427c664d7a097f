import { AuditModule } from './audit.module.js';
import { auditTrail } from './audit-trail/audit-trail.view.js';

export { auditTrail, type AuditEntry } from './audit-trail/audit-trail.view.js';
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
