import type { EventStore } from '@exeat/event-store';
import {
  caseFileSchema,
  classificationSchema,
  contentSchema,
  dayOf,
  findingSchema,
  fold,
  itemSchema,
  type Actor,
  type Instant,
  type Refusal,
} from '@exeat/kernel';
import type { Policy } from '@exeat/policy';
import type { Reading } from '@exeat/service-host';
import { z } from 'zod';
import type { TechnicalReviewFact } from './domain/events.js';
import { notOpen, withoutInterest } from './domain/rules.js';
import { lifecycle, type TechnicalReviewStatus } from './domain/state.js';
import { technicalReview } from './domain/technical-review.js';
import { streamOf } from './stream.js';

const statuses = Object.keys(lifecycle) as TechnicalReviewStatus[];

/** A technical review as a reviewer works on it: read from its facts, so it shows the last finding at once. */
export const reviewViewSchema = z.strictObject({
  caseId: z.uuid(),
  status: z.enum(statuses),
  ...caseFileSchema.pick({ number: true, applicant: true }).shape,
  ...contentSchema.omit({ items: true }).shape,
  items: z.array(
    z.strictObject({
      ...itemSchema.shape,
      /** What the rule set of today computes from the specification. */
      computation: classificationSchema,
      /** The finding that holds, where one was recorded in this round. */
      finding: findingSchema.optional(),
    }),
  ),
  /** Who has claimed the review, or completed it. */
  holder: z.strictObject({ id: z.string(), name: z.string() }).optional(),
});
type ReviewView = z.infer<typeof reviewViewSchema>;

/** The review and its stream's version, or the refusal that there is none or that it is not theirs to see. */
export const readReview = async (
  store: EventStore,
  policy: Policy,
  caseId: string,
  by: Actor,
  at: Instant,
): Promise<Reading<ReviewView> | Refusal> => {
  const { facts, version } = await store.load<TechnicalReviewFact>(streamOf(caseId));
  const state = fold(technicalReview, facts as unknown as readonly TechnicalReviewFact[]);
  if (state.status === 'not-open') return notOpen;
  const interest = withoutInterest(by, state);
  if (interest) return interest;
  const { number, applicant, content } = state.file;
  const ruleSet = policy.ruleSetOn(dayOf(at));
  const items = content.items.map((item) => {
    const computation = policy.classify(item.specification, ruleSet);
    const finding = state.findings.find(({ line }) => line === item.line);
    return { ...item, computation, ...(finding && { finding }) };
  });
  const holder = 'holder' in state && { holder: state.holder };
  return { document: { caseId, status: state.status, number, applicant, ...content, items, ...holder }, version };
};
