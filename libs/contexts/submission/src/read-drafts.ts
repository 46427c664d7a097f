import type { EventStore } from '@exeat/event-store';
import { draftSchema, foldStored, type Actor, type Draft, type Recorded, type Refusal } from '@exeat/kernel';
import type { AnswerOf } from '@exeat/service-host';
import { z } from 'zod';
import { DraftSaved, type SubmissionFact } from './domain/events.js';
import { isOwnCase, notYourCase } from './domain/rules.js';
import { submission } from './domain/submission.js';
import { streamOf } from './stream.js';

const sectionNames = Object.keys(draftSchema.shape) as (keyof Draft)[];

/** One save of a draft, with the whole draft as it stood after it, so that two can be compared and one restored. */
export const savedDraftSchema = z.strictObject({
  position: z.int(),
  version: z.int().describe('Of the application, after the save.'),
  at: z.string(),
  by: z.strictObject({ id: z.string(), name: z.string() }),
  saved: z.array(z.enum(sectionNames)).describe('The sections that this save was about.'),
  sections: draftSchema.describe('The whole draft after it: what PATCH would be sent to restore it.'),
});
export type SavedDraft = AnswerOf<typeof savedDraftSchema>;

/** Every save of an application, newest first, or the refusal that the company has no such case. */
export const readDrafts = async (
  store: EventStore,
  caseId: string,
  by: Actor,
): Promise<{ readonly position: number; readonly saves: readonly SavedDraft[] } | Refusal> => {
  const { facts } = await store.load<SubmissionFact>(streamOf(caseId));
  if (!isOwnCase(foldStored(submission)(facts), by)) return notYourCase;
  return { position: facts.at(-1)?.position ?? 0, saves: savesIn(facts).reverse() };
};

/** The saves of a history, oldest first. What is saved after a return goes on from what was submitted. */
export const savesIn = (history: readonly Recorded[]): SavedDraft[] => {
  const saves: SavedDraft[] = [];
  let state = submission.initial;
  for (const fact of history) {
    // The facts come from a stream of submissions.
    state = submission.evolve(state, fact as SubmissionFact);
    if (fact.type !== DraftSaved.type || state.status === 'not-started') continue;
    const { changes } = fact.data as z.infer<typeof DraftSaved.schema>;
    saves.push({
      position: fact.position,
      version: fact.version,
      at: fact.meta.at,
      by: { id: fact.meta.actor.id, name: fact.meta.actor.name },
      saved: sectionNames.filter((name) => changes[name] !== undefined),
      sections: state.draft,
    });
  }
  return saves;
};
