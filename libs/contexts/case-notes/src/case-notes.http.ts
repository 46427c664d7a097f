import { Allow, SignedIn } from '@exeat/auth';
import { EventStore } from '@exeat/event-store';
import type { Actor, Envelope } from '@exeat/kernel';
import {
  CaseId,
  ClockSource,
  CommandEnvelope,
  Documented,
  orProblem,
  parseBody,
  readOrProblem,
} from '@exeat/service-host';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CaseNotesRequest } from './case-notes.handler.js';
import { writeNoteSchema } from './domain/commands.js';
import { notesSchema, readNotes } from './read-notes.js';

/** What the authority writes down about a case among its own. */
@Controller('cases/:caseId/notes')
export class CaseNotesController {
  constructor(
    private readonly bus: CommandBus,
    private readonly clock: ClockSource,
    private readonly store: EventStore,
  ) {}

  @Get()
  @Allow('note:read')
  @Documented({
    summary: 'Read the notes of a case',
    description: 'Oldest first; for the authority alone. Read from the log, so that what was just written is there.',
    response: notesSchema,
    refusals: ['CASE_NOT_FOUND', 'INTEREST_IN_CASE'],
  })
  async read(@CaseId() caseId: string, @SignedIn() by: Actor) {
    return readOrProblem(await readNotes(this.store, caseId, by));
  }

  @Post()
  @Allow('note:write')
  @Documented({
    summary: 'Write a note',
    description:
      'Notes are never changed and never taken back. Each is new, so no version is asked for, and no other version ' +
      'of the case changes.',
    body: writeNoteSchema,
    refusals: ['CASE_NOT_FOUND', 'NOT_A_NOTE_WRITER', 'INTEREST_IN_CASE'],
  })
  async write(
    @CaseId() caseId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope({ creates: true }) envelope: Envelope,
  ) {
    const data = parseBody(writeNoteSchema, body);
    const command = { type: 'WriteNote', data, by, at: this.clock.now() } as const;
    return orProblem(await this.bus.execute(new CaseNotesRequest(caseId, command, envelope)));
  }
}
