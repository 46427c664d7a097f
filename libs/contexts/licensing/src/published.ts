// The one door of licensing: its facts, and what they say to people.
import {
  byMoment,
  ended,
  grouped,
  momentInWords,
  type AudienceFor,
  type Condition,
  type SentencesFor,
} from '@exeat/kernel';
import { isFinancial, proposerInWords } from './domain/conditions.js';
import type { ApprovedLine, LicensingFact } from './domain/events.js';

export {
  ApplicationDenied,
  ApprovalProposed,
  ConditionAdded,
  ConditionAdopted,
  ConditionDropped,
  ConditionReworded,
  DenialProposed,
  LicenceGranted,
  LicensingCancelled,
  LicensingOpened,
  NoLicenceRequiredConfirmed,
  NoLicenceRequiredProposed,
  NoticeOfIntentAnswered,
  NoticeOfIntentIssued,
  ProposalCountersigned,
  ProposalSentBack,
  licensingFacts,
  type ApprovedLine,
  type LicensingFact,
} from './domain/events.js';

const counted = (count: number, one: string): string => (count === 1 ? `1 ${one}` : `${count} ${one}s`);
const linesInWords = (lines: readonly ApprovedLine[]): string =>
  lines.map(({ quantity, model }) => `${grouped(quantity)} ${model}`).join(', ');

/** Financial terms are no input to technical or security review, whose people read these sentences, too. */
const terms = (condition: Condition): string => (isFinancial(condition) ? 'a financial term' : `"${condition.text}"`);
/** Why somebody wanted a financial term otherwise tells what it says. */
const because = (condition: Condition, reason: string): string => (isFinancial(condition) ? '' : `: ${reason}`);

/** Withheld reasons are never part of a sentence. */
export const licensingSentences: SentencesFor<LicensingFact> = {
  LicensingOpened: ({ data }) =>
    data.route === 'confirmation'
      ? `${data.file.number} came to licensing, to confirm that no licence is required`
      : `${data.file.number} came to licensing for a decision`,
  ConditionAdopted: ({ data, meta }) =>
    `${meta.actor.name} adopted a condition of ${proposerInWords(data.proposal.proposedBy)}: ${terms(data.proposal.condition)}`,
  ConditionAdded: ({ data, meta }) => `${meta.actor.name} added a condition: ${terms(data.proposal.condition)}`,
  ConditionReworded: ({ data, meta }) =>
    `${meta.actor.name} reworded a condition of ${proposerInWords(data.proposedBy)} from ${terms(data.before)} to ${terms(data.after)}${because(data.after, data.reason)}`,
  ConditionDropped: ({ data, meta }) =>
    `${meta.actor.name} dropped a condition of ${proposerInWords(data.proposedBy)}, ${terms(data.condition)}${because(data.condition, data.reason)}`,
  ApprovalProposed: ({ data, meta }) =>
    `${meta.actor.name} proposed to approve ${linesInWords(data.lines)} with ${counted(data.conditions.length, 'condition')}, until ${data.validUntil}: ${data.reasons}`,
  DenialProposed: ({ data, meta }) =>
    `${meta.actor.name} proposed to deny the application under ${data.criteria.join('; ')}: ${data.reasons}`,
  NoLicenceRequiredProposed: ({ data, meta }) =>
    `${meta.actor.name} proposed to confirm that no licence is required: ${data.reasons}`,
  ProposalSentBack: ({ data, meta }) => `${meta.actor.name} sent the proposal back: ${data.reason}`,
  ProposalCountersigned: ({ data, meta }) =>
    `${meta.actor.name} countersigned the proposal (signature ${data.order} of ${data.of})`,
  NoticeOfIntentIssued: ({ data }) =>
    `A notice of intent to deny was issued under ${data.criteria.join('; ')}: ${ended(data.reasons)} ` +
    `An answer is asked for ${byMoment(data.answerBy)}; unanswered, the denial is final at ${momentInWords(data.finalAt)}`,
  NoticeOfIntentAnswered: ({ data, meta }) => `${meta.actor.name} answered the notice of intent: ${data.answer}`,
  LicenceGranted: ({ data, meta }) =>
    `Licence ${data.licenceNumber} was granted with the signature of ${meta.actor.name}: ${linesInWords(data.lines)}, ` +
    `${counted(data.conditions.length, 'condition')}, valid until ${data.validUntil}`,
  ApplicationDenied: ({ data }) => `The application was denied under ${data.criteria.join('; ')}: ${data.reasons}`,
  NoLicenceRequiredConfirmed: ({ data, meta }) =>
    `It was confirmed with the signature of ${meta.actor.name} that no licence is required: ${data.reasons}`,
  LicensingCancelled: ({ data }) => `Licensing was cancelled because the application was ${data.because}`,
};

/** The applicant learns of the stage and of what was decided, not of how it was weighed. */
export const licensingAudience: AudienceFor<LicensingFact> = {
  LicensingOpened: 'applicant',
  ConditionAdopted: 'authority',
  ConditionAdded: 'authority',
  ConditionReworded: 'authority',
  ConditionDropped: 'authority',
  ApprovalProposed: 'authority',
  DenialProposed: 'authority',
  NoLicenceRequiredProposed: 'authority',
  ProposalSentBack: 'authority',
  ProposalCountersigned: 'authority',
  NoticeOfIntentIssued: 'applicant',
  NoticeOfIntentAnswered: 'applicant',
  LicenceGranted: 'applicant',
  ApplicationDenied: 'applicant',
  NoLicenceRequiredConfirmed: 'applicant',
  LicensingCancelled: 'authority',
};
