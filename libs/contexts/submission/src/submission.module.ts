import { foldStored } from '@exeat/kernel';
import type { ContextParts } from '@exeat/messaging';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DocumentsController } from './documents.http.js';
import { submissionFacts } from './domain/events.js';
import { submission } from './domain/submission.js';
import { reactions } from './reactions.js';
import { SubmissionHandler } from './submission.handler.js';
import { SubmissionController } from './submission.http.js';

@Module({
  imports: [CqrsModule],
  controllers: [SubmissionController, DocumentsController],
  providers: [SubmissionHandler],
})
export class SubmissionModule {}

export const submissionContext: ContextParts = {
  name: 'submission',
  module: SubmissionModule,
  facts: submissionFacts,
  reactions,
  stateOf: foldStored(submission),
};
