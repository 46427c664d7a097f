import { foldStored } from '@exeat/kernel';
import type { ContextParts } from '@exeat/messaging';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { technicalReviewFacts } from './domain/events.js';
import { technicalReview } from './domain/technical-review.js';
import { reactions } from './reactions.js';
import { TechnicalReviewHandler } from './technical-review.handler.js';
import { TechnicalReviewController } from './technical-review.http.js';

@Module({ imports: [CqrsModule], controllers: [TechnicalReviewController], providers: [TechnicalReviewHandler] })
export class TechnicalReviewModule {}

export const technicalReviewContext: ContextParts = {
  name: 'technical-review',
  module: TechnicalReviewModule,
  facts: technicalReviewFacts,
  reactions,
  stateOf: foldStored(technicalReview),
};
