import { EventStore, transact } from '@exeat/event-store';
import type { Done, Envelope, Refusal } from '@exeat/kernel';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 } from 'uuid';
import { applicantOf } from './applicant-of.js';
import { caseNotes } from './domain/case-notes.js';
import type { CaseNotesAsk } from './domain/commands.js';
import { streamOf } from './stream.js';

/** A command about the notes of one case. */
export class CaseNotesRequest extends Command<Done | Refusal> {
  constructor(
    readonly caseId: string,
    readonly command: CaseNotesAsk,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

@CommandHandler(CaseNotesRequest)
export class CaseNotesHandler implements ICommandHandler<CaseNotesRequest> {
  constructor(private readonly store: EventStore) {}

  async execute({ caseId, command, envelope }: CaseNotesRequest): Promise<Done | Refusal> {
    const applicant = await applicantOf(this.store, caseId);
    const noteId = v5('note', envelope.commandId);
    const data = { ...command.data, noteId, ...(applicant !== undefined && { applicant }) };
    const asked = { stream: streamOf(caseId), caseId, envelope, command };
    return transact(this.store, caseNotes, { ...asked, prepare: () => ({ ...command, data }) });
  }
}
