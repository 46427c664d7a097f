import type { EventStore } from '@exeat/event-store';
import { companySchema, draftSchema, fold, type Actor, type Refusal } from '@exeat/kernel';
import type { Reading } from '@exeat/service-host';
import { z } from 'zod';
import { flawsOf } from './domain/completeness.js';
import { declarationStatement } from './domain/declaration.js';
import { ApplicationReturned, type SubmissionFact } from './domain/events.js';
import { isOwnCase, notYourCase } from './domain/rules.js';
import { lifecycle, type SubmissionStatus } from './domain/state.js';
import { submission } from './domain/submission.js';
import { streamOf } from './stream.js';

const statuses = Object.keys(lifecycle) as SubmissionStatus[];

/** An exporter's application as it stands: read from its facts, so it shows the last save at once. */
export const draftViewSchema = z.strictObject({
  caseId: z.uuid(),
  status: z.enum(statuses),
  applicant: companySchema,
  reference: z.string(),
  /** The number of the last round that got one. */
  number: z.string().optional(),
  sections: draftSchema,
  /** What keeps it from being submitted, as a submission would be told; pointers lead into this document. */
  problems: z.array(z.strictObject({ code: z.string(), sentence: z.string(), pointer: z.string().optional() })),
  /** Why the authority returned it, where it did. */
  returned: ApplicationReturned.schema.optional(),
  /** What the signatory declares by submitting. */
  declaration: z.string(),
});
type DraftView = z.infer<typeof draftViewSchema>;

/** The application and its stream's version, or the refusal that the company has no such case. */
export const readDraft = async (
  store: EventStore,
  caseId: string,
  by: Actor,
): Promise<Reading<DraftView> | Refusal> => {
  const { facts, version } = await store.load<SubmissionFact>(streamOf(caseId));
  const state = fold(submission, facts as unknown as readonly SubmissionFact[]);
  if (!isOwnCase(state, by)) return notYourCase;
  const { status, applicant, reference, number, draft: sections } = state;
  const document = {
    caseId,
    status,
    applicant,
    reference,
    ...(number !== undefined && { number }),
    sections,
    problems: [...flawsOf(sections)],
    ...(state.status === 'returned' && { returned: state.returned }),
    declaration: declarationStatement,
  };
  return { document, version };
};
