import { foldStored } from '@exeat/kernel';
import type { ContextParts } from '@exeat/messaging';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { deadlines } from './deadlines.js';
import { licensingFacts } from './domain/events.js';
import { licensing } from './domain/licensing.js';
import { LicensingHandler } from './licensing.handler.js';
import { ConditionsController } from './conditions.http.js';
import { LicensingController } from './licensing.http.js';
import { reactions } from './reactions.js';

@Module({
  imports: [CqrsModule],
  controllers: [LicensingController, ConditionsController],
  providers: [LicensingHandler],
})
export class LicensingModule {}

export const licensingContext: ContextParts = {
  name: 'licensing',
  module: LicensingModule,
  facts: licensingFacts,
  reactions,
  deadlines,
  stateOf: foldStored(licensing),
};
