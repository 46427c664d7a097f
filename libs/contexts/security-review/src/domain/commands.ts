import {
  parametersSchema,
  positionSchema,
  proseText,
  type Command,
  type Problem,
  type Proposal,
  type StopReason,
} from '@exeat/kernel';
import { z } from 'zod';
import type { SecurityReviewOpened } from './events.js';
import type { ClauseRefusal } from './refusals.js';

/** A clause of the library with its parameters, and why the agency wants it. */
const askedConditionSchema = z.strictObject({
  clause: z.string().min(1).max(100),
  /** Left out for the version in use. */
  version: z.int().min(1).optional(),
  parameters: parametersSchema,
  reason: proseText(2000),
});

export const takePositionSchema = z.strictObject({
  position: positionSchema,
  /** Needed to object or to return: the statutory or regulatory ground. */
  reasons: proseText(4000).optional(),
  /** Reasons that only the own agency, licensing and audit see. */
  withheldReasons: proseText(4000).optional(),
  conditions: z.array(askedConditionSchema).max(50).default([]),
});

/** As it follows from a completed technical review; the handler adds the agencies that the rule set names. */
export type AskToOpen = Command<'OpenSecurityReview', z.infer<typeof SecurityReviewOpened.schema>>;
export type OpenSecurityReview = Command<
  'OpenSecurityReview',
  AskToOpen['data'] & { readonly referrals: readonly AgencyNamed[] }
>;

/** An agency that the rule set names. */
export interface AgencyNamed {
  readonly agency: string;
  readonly agencyName: string;
  readonly rule: string;
  readonly because: string;
  /** Calendar days to answer. */
  readonly days: number;
}

/** As it arrives; the handler fills the clauses in. */
export type AskToTakePosition = Command<'TakePosition', z.infer<typeof takePositionSchema>>;
export type TakePosition = Command<
  'TakePosition',
  Omit<AskToTakePosition['data'], 'conditions'> & { readonly conditions: readonly FilledCondition[] }
>;

/** A condition with its wording in place, or what stands in the way, with pointers below the condition. */
export type FilledCondition =
  | { readonly proposal: Proposal; readonly financial: boolean }
  | { readonly problems: readonly Problem<ClauseRefusal>[] };

export type NoteAgencySilence = Command<'NoteAgencySilence', { readonly agency: string }>;
export type CancelSecurityReview = Command<'CancelSecurityReview', { readonly because: StopReason }>;

type Whole = NoteAgencySilence | CancelSecurityReview;

/** What can be asked, before lookups. */
export type SecurityReviewAsk = AskToOpen | AskToTakePosition | Whole;

/** What the decider hears. */
export type SecurityReviewCommand = OpenSecurityReview | TakePosition | Whole;
