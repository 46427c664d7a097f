import { foldStored } from '@exeat/kernel';
import type { ContextParts } from '@exeat/messaging';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { deadlines } from './deadlines.js';
import { securityReviewFacts } from './domain/events.js';
import { securityReview } from './domain/security-review.js';
import { reactions } from './reactions.js';
import { SecurityReviewHandler } from './security-review.handler.js';
import { SecurityReviewController } from './security-review.http.js';

@Module({ imports: [CqrsModule], controllers: [SecurityReviewController], providers: [SecurityReviewHandler] })
export class SecurityReviewModule {}

export const securityReviewContext: ContextParts = {
  name: 'security-review',
  module: SecurityReviewModule,
  facts: securityReviewFacts,
  reactions,
  deadlines,
  stateOf: foldStored(securityReview),
};
