import { foldStored } from '@exeat/kernel';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { ContextParts } from '@exeat/messaging';
import { ComplianceHandler } from './compliance.handler.js';
import { ComplianceController } from './compliance.http.js';
import { deadlines } from './deadlines.js';
import { complianceFacts } from './domain/events.js';
import { licence } from './domain/licence.js';
import { reactions } from './reactions.js';

@Module({ imports: [CqrsModule], controllers: [ComplianceController], providers: [ComplianceHandler] })
export class ComplianceModule {}

export const complianceContext: ContextParts = {
  name: 'compliance',
  module: ComplianceModule,
  facts: complianceFacts,
  reactions,
  deadlines,
  stateOf: foldStored(licence),
};
