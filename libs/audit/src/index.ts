export { AuditModule } from './audit.module.js';
export { auditEntry, auditTrail, type AuditEntry } from './audit-trail/audit-trail.view.js';
export { audienceOf, publishedFacts, publishedTypes, sentenceOf, type Audience } from './sentences.js';
