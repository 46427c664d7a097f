// The one door of the security review: its facts, and what they say to people.
import { byMoment, type AudienceFor, type Position, type SentencesFor } from '@exeat/kernel';
import type { SecurityReviewFact } from './domain/events.js';

export {
  AgencySilenceNoted,
  CaseReferred,
  ConditionProposed,
  PositionTaken,
  SecurityReviewCancelled,
  SecurityReviewClosed,
  SecurityReviewOpened,
  securityReviewFacts,
  type SecurityReviewFact,
} from './domain/events.js';

const positionWords: Readonly<Record<Position, string>> = {
  'no-objection': 'no objection',
  'approve-with-conditions': 'approve with conditions',
  object: 'object',
  return: 'return to the applicant',
};

/** `defense` as people say it: Defense. */
const agencyWord = (agency: string): string => agency.replace(/^./, (first) => first.toUpperCase());
const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`);

/** Withheld reasons are never part of a sentence: other agencies read these, too. */
export const securityReviewSentences: SentencesFor<SecurityReviewFact> = {
  SecurityReviewOpened: ({ data }) =>
    `Security review of ${data.file.number} opened, with ${counted(data.requirements.length, 'licence requirement')} to consider`,
  CaseReferred: ({ data }) =>
    `The case was referred to ${data.agencyName}, to answer ${byMoment(data.dueAt)}: ${data.because}`,
  ConditionProposed: ({ data, meta }) =>
    `${meta.actor.name} proposed a condition for ${agencyWord(data.agency)}: "${data.proposal.condition.text}"`,
  PositionTaken: ({ data, meta }) => {
    const conditions = data.conditionIds.length > 0 ? ` (${counted(data.conditionIds.length, 'condition')})` : '';
    const reasons = data.reasons === undefined ? '' : `: ${data.reasons}`;
    return `${meta.actor.name} took the position "${positionWords[data.position]}"${conditions} for ${agencyWord(data.agency)}${reasons}`;
  },
  AgencySilenceNoted: ({ data }) =>
    `${agencyWord(data.agency)} had said nothing ${byMoment(data.dueAt)} and is deemed not to object`,
  SecurityReviewClosed: ({ data }) =>
    `Security review closed: ${counted(data.positions.length, 'position')} in, ${counted(data.proposals.length, 'condition')} proposed`,
  SecurityReviewCancelled: ({ data }) => `Security review was cancelled because the application was ${data.because}`,
};

/** The applicant may know that agencies are being asked; not which said what. */
export const securityReviewAudience: AudienceFor<SecurityReviewFact> = {
  SecurityReviewOpened: 'applicant',
  CaseReferred: 'authority',
  ConditionProposed: 'authority',
  PositionTaken: 'authority',
  AgencySilenceNoted: 'authority',
  SecurityReviewClosed: 'authority',
  SecurityReviewCancelled: 'authority',
};
