import {
  paragraphSchema,
  proseText,
  type CaseFile,
  type Classification,
  type Command,
  type LicenceRequirement,
  type StopReason,
} from '@exeat/kernel';
import { z } from 'zod';

export const claimSchema = z.strictObject({});
export const releaseSchema = z.strictObject({ reason: proseText(2000).optional() });
export const recordFindingSchema = z.strictObject({
  line: z.int().min(1).max(999),
  /** Left out where the reviewer finds what was computed. */
  paragraph: paragraphSchema.optional(),
  /** Why the reviewer departs from the computation. */
  departure: proseText(4000).optional(),
});
export const completeSchema = z.strictObject({});

type Asked<Type extends string, Schema extends z.ZodType> = Command<Type, z.infer<Schema>>;

export type OpenTechnicalReview = Command<'OpenTechnicalReview', { readonly file: CaseFile }>;
export type ClaimReview = Asked<'ClaimReview', typeof claimSchema>;
export type ReleaseReview = Asked<'ReleaseReview', typeof releaseSchema>;
export type CancelTechnicalReview = Command<'CancelTechnicalReview', { readonly because: StopReason }>;

/** As it arrives; the handler adds what the rule set in force computes for the line. */
export type AskToRecordFinding = Asked<'RecordFinding', typeof recordFindingSchema>;
export type RecordFinding = Command<
  'RecordFinding',
  /** Without a computation where the application has no such line. */
  AskToRecordFinding['data'] & { readonly computation?: Classification }
>;

/** As it arrives; the handler adds what the rule set in force requires. */
export type AskToComplete = Asked<'CompleteReview', typeof completeSchema>;
export type CompleteReview = Command<
  'CompleteReview',
  {
    readonly requirements: LicenceRequirement[];
    /** Rules that could not be tested because a figure is not known, a sentence each. */
    readonly untested: readonly string[];
    readonly ruleSet: string;
  }
>;

type Whole = OpenTechnicalReview | ClaimReview | ReleaseReview | CancelTechnicalReview;

/** What can be asked, before lookups. */
export type TechnicalReviewAsk = Whole | AskToRecordFinding | AskToComplete;

/** What the decider hears. */
export type TechnicalReviewCommand = Whole | RecordFinding | CompleteReview;
