import { foldStored } from '@exeat/kernel';
import type { ContextParts } from '@exeat/messaging';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CaseNotesHandler } from './case-notes.handler.js';
import { CaseNotesController } from './case-notes.http.js';
import { caseNotes } from './domain/case-notes.js';
import { caseNotesFacts } from './domain/events.js';

@Module({ imports: [CqrsModule], controllers: [CaseNotesController], providers: [CaseNotesHandler] })
export class CaseNotesModule {}

export const caseNotesContext: ContextParts = {
  name: 'case-notes',
  module: CaseNotesModule,
  facts: caseNotesFacts,
  reactions: [],
  stateOf: foldStored(caseNotes),
};
