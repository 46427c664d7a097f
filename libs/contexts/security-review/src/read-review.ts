import type { EventStore } from '@exeat/event-store';
import {
  caseFileSchema,
  findingSchema,
  fold,
  holds,
  licenceRequirementSchema,
  positionSchema,
  proposalSchema,
  type Actor,
  type Refusal,
} from '@exeat/kernel';
import type { Reading } from '@exeat/service-host';
import { z } from 'zod';
import { CaseReferred, PositionTaken, type SecurityReviewFact } from './domain/events.js';
import { notOpen, notReferred, withoutInterest } from './domain/rules.js';
import { securityReview } from './domain/security-review.js';
import { lifecycle, referralOf, type Opened, type Referral, type SecurityReviewStatus } from './domain/state.js';
import { streamOf } from './stream.js';

const statuses = Object.keys(lifecycle) as SecurityReviewStatus[];

/** A security review as an agency works on it: read from its facts, so it shows the last position at once. */
export const securityReviewViewSchema = z.strictObject({
  caseId: z.uuid(),
  status: z.enum(statuses),
  file: caseFileSchema,
  findings: z.array(findingSchema),
  requirements: z.array(licenceRequirementSchema),
  referrals: z.array(
    z.strictObject({
      ...CaseReferred.schema.shape,
      /** Left out while the agency has neither taken a position nor let its day pass. */
      answer: z
        .strictObject({
          position: positionSchema,
          silent: z.boolean(),
          reasons: z.string().optional(),
          /** For the own agency, licensing and audit alone. */
          withheldReasons: z.string().optional(),
          conditions: z.array(proposalSchema),
          reviewer: PositionTaken.schema.shape.reviewer.optional(),
        })
        .optional(),
    }),
  ),
});
type SecurityReviewView = z.infer<typeof securityReviewViewSchema>;

/** The review and its stream's version, or the refusal that there is none or that it is not theirs to see. */
export const readReview = async (
  store: EventStore,
  caseId: string,
  by: Actor,
): Promise<Reading<SecurityReviewView> | Refusal> => {
  const { facts, version } = await store.load<SecurityReviewFact>(streamOf(caseId));
  const state = fold(securityReview, facts as unknown as readonly SecurityReviewFact[]);
  if (state.status === 'not-open') return notOpen;
  const refusal = mayNotRead(by, state);
  if (refusal) return refusal;
  const { status, file, findings, requirements, referrals } = state;
  const document = { caseId, status, file, findings, requirements, referrals: referrals.map((one) => shown(one, by)) };
  return { document, version };
};

/** Licensing and audit read every review; an agency those that were referred to it; nobody else learns of one. */
const mayNotRead = (by: Actor, state: Opened): Refusal | undefined => {
  if (readsAll(by)) return withoutInterest(by, state);
  if (!holds(by, 'security-reviewer')) return notOpen;
  return withoutInterest(by, state) ?? (referralOf(state, by.organisation) ? undefined : notReferred);
};

const readsAll = (by: Actor): boolean =>
  holds(by, 'licensing-officer') || holds(by, 'countersigner') || holds(by, 'auditor');

const shown = (
  { agency, agencyName, rule, because, dueAt, answer }: Referral,
  by: Actor,
): SecurityReviewView['referrals'][number] => {
  const referral = { agency, agencyName, rule, because, dueAt };
  if (!answer) return referral;
  const { position, silent, reasons, withheldReasons, proposals, reviewer } = answer;
  const sees = readsAll(by) || (holds(by, 'security-reviewer') && by.organisation === agency);
  return {
    ...referral,
    answer: {
      position,
      silent,
      ...(reasons !== undefined && { reasons }),
      ...(sees && withheldReasons !== undefined && { withheldReasons }),
      conditions: [...proposals],
      ...(reviewer !== undefined && { reviewer }),
    },
  };
};
