import type { EventStore } from '@exeat/event-store';
import { conditionSchema, fold, holds, proposalSchema, type Actor, type Refusal } from '@exeat/kernel';
import type { Reading } from '@exeat/service-host';
import { z } from 'zod';
import type { CaseCondition } from './domain/conditions.js';
import {
  ApprovalProposed,
  DenialProposed,
  LicensingOpened,
  NoLicenceRequiredProposed,
  NoticeOfIntentIssued,
  ProposalSentBack,
  type LicensingFact,
} from './domain/events.js';
import { licensing } from './domain/licensing.js';
import { gatesOf, notOpen, withoutInterest } from './domain/rules.js';
import { lifecycle, signaturesRequired, type LicensingStatus, type Opened } from './domain/state.js';
import { streamOf } from './stream.js';

const statuses = Object.keys(lifecycle) as LicensingStatus[];
const person = z.strictObject({ id: z.string(), name: z.string() });
const decisionOf = <Name extends string>(name: Name) => ({ decision: z.literal(name) });

/** A condition with where it comes from and what was done to it. */
const conditionViewSchema = z.strictObject({
  conditionId: z.uuid(),
  standing: z.enum(['proposed', 'adopted', 'reworded', 'dropped']),
  proposal: proposalSchema,
  current: conditionSchema,
  changes: z.array(
    z.strictObject({
      change: z.enum(['added', 'adopted', 'reworded', 'dropped']),
      officer: person.optional(),
      reason: z.string().optional(),
      before: z.string().optional(),
      after: z.string().optional(),
    }),
  ),
});

/** A case at licensing as an officer or countersigner works on it: read from its facts, so it shows the last act. */
export const licensingViewSchema = z.strictObject({
  caseId: z.uuid(),
  status: z.enum(statuses),
  ...LicensingOpened.schema.omit({ proposals: true }).shape,
  conditions: z.array(conditionViewSchema),
  /** What bars an approval as the case stands, in words. */
  gates: z.array(z.strictObject({ code: z.string(), sentence: z.string() })),
  /** What is proposed, and who has signed it. */
  proposal: z
    .discriminatedUnion('decision', [
      z.strictObject({ ...ApprovalProposed.schema.shape, ...decisionOf('approval') }),
      z.strictObject({ ...DenialProposed.schema.shape, ...decisionOf('denial') }),
      z.strictObject({ ...NoLicenceRequiredProposed.schema.shape, ...decisionOf('no-licence-required') }),
    ])
    .optional(),
  signatures: z.array(person),
  /** Why the last proposal came back, and from whom. */
  sentBack: ProposalSentBack.schema.optional(),
  notice: NoticeOfIntentIssued.schema.optional(),
  /** What the applicant answered to a notice. */
  answer: z.string().optional(),
  licenceNumber: z.string().optional(),
});
type LicensingView = z.infer<typeof licensingViewSchema>;

/** The case and its stream's version, or the refusal that there is none or that it is not theirs to see. */
export const readCase = async (
  store: EventStore,
  caseId: string,
  by: Actor,
): Promise<Reading<LicensingView> | Refusal> => {
  const { facts, version } = await store.load<LicensingFact>(streamOf(caseId));
  const state = fold(licensing, facts as unknown as readonly LicensingFact[]);
  if (state.status === 'not-open' || !reads(by)) return notOpen;
  return withoutInterest(by, state) ?? { document: viewOf(caseId, state), version };
};

/** Financial terms are settled here: whoever reviews the merits does not read along. */
const reads = (by: Actor): boolean =>
  holds(by, 'licensing-officer') || holds(by, 'countersigner') || holds(by, 'auditor');

const viewOf = (caseId: string, state: Opened): LicensingView => {
  const { status, file, findings, requirements, positions, participants, route, heard } = state;
  const notice = state.status === 'notice-issued' ? state.notice : heard?.notice;
  return {
    caseId,
    status,
    ...{ file, findings, requirements, positions, participants, route },
    signaturesRequired: state.status === 'proposed' ? signaturesRequired(state) : state.signaturesRequired,
    conditions: state.conditions.map(conditionView),
    gates: gatesOf(state).map(({ code, sentence }) => ({ code, sentence })),
    ...(state.status === 'proposed' && { proposal: state.proposal }),
    signatures: state.status === 'proposed' ? [...state.signatures] : [],
    ...(state.status === 'settling' && state.sentBack !== undefined && { sentBack: state.sentBack }),
    ...(notice !== undefined && { notice }),
    ...(heard !== undefined && { answer: heard.answer }),
    ...(state.status === 'granted' && { licenceNumber: state.licenceNumber }),
  };
};

const conditionView = ({
  proposal,
  current,
  standing,
  changes,
}: CaseCondition): LicensingView['conditions'][number] => ({
  conditionId: current.conditionId,
  standing,
  proposal,
  current,
  changes: [...changes],
});
