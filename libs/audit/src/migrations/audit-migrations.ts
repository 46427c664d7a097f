import { AuditTrailTable1780400000002 } from './audit-trail-table.js';

/** In the order in which they are run, after those of messaging. */
export const auditMigrations = [AuditTrailTable1780400000002];
