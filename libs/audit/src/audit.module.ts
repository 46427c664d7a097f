import { Module } from '@nestjs/common';
import { AuditTrailController } from './audit-trail/audit-trail.http.js';
import { CaseStateController } from './case-state/case-state.http.js';

@Module({ controllers: [AuditTrailController, CaseStateController] })
export class AuditModule {}
