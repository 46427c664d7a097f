import { organisationName } from '@exeat/auth';
import type { EventStore } from '@exeat/event-store';
import { instantSchema, type Actor, type Refusal } from '@exeat/kernel';
import type { Reading } from '@exeat/service-host';
import { z } from 'zod';
import { applicantOf } from './applicant-of.js';
import type { CaseNotesFact } from './domain/events.js';
import { outsiders } from './domain/rules.js';
import { streamOf } from './stream.js';

const noteSchema = z.strictObject({
  noteId: z.uuid(),
  at: instantSchema,
  author: z.strictObject({
    id: z.string(),
    name: z.string(),
    organisation: z.string(),
    organisationName: z.string(),
  }),
  text: z.string(),
  /** Where it stands in the log: what the answer to writing it named. */
  position: z.int(),
});

export const notesSchema = z.strictObject({ items: z.array(noteSchema) });
type Notes = z.infer<typeof notesSchema>;

/** The notes of a case, oldest first, read from their facts; or the refusal that they are not theirs to read. */
export const readNotes = async (store: EventStore, caseId: string, by: Actor): Promise<Reading<Notes> | Refusal> => {
  const refusal = outsiders(by, await applicantOf(store, caseId));
  if (refusal) return refusal;
  const { facts, version } = await store.load<CaseNotesFact>(streamOf(caseId));
  const items = facts.map(({ data: { noteId, text }, meta: { actor, at }, position }) => {
    const { id, name, organisation } = actor;
    const author = { id, name, organisation, organisationName: organisationName(organisation) };
    return { noteId, at, author, text, position };
  });
  return { document: { items }, version };
};
