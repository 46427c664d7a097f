import { caseNotesAudience, caseNotesFacts, caseNotesSentences } from '@exeat/case-notes';
import { complianceAudience, complianceFacts, complianceSentences } from '@exeat/compliance';
import type { Audience, Recorded } from '@exeat/kernel';
import { licensingAudience, licensingFacts, licensingSentences } from '@exeat/licensing';
import { operationsAudience, operationsFacts, operationsSentences } from '@exeat/messaging';
import { securityReviewAudience, securityReviewFacts, securityReviewSentences } from '@exeat/security-review';
import { submissionAudience, submissionFacts, submissionSentences } from '@exeat/submission';
import { technicalReviewAudience, technicalReviewFacts, technicalReviewSentences } from '@exeat/technical-review';

// Each table is total over the facts of its context by type; a fact finds its sentence by its own type.
type Sentence = (fact: Recorded<never>) => string;

const caseSentences: Readonly<Record<string, Sentence>> = {
  ...submissionSentences,
  ...technicalReviewSentences,
  ...securityReviewSentences,
  ...licensingSentences,
  ...complianceSentences,
  ...caseNotesSentences,
};

const sentences: Readonly<Record<string, Sentence>> = { ...caseSentences, ...operationsSentences };

const audiences: Readonly<Record<string, Audience>> = {
  ...submissionAudience,
  ...technicalReviewAudience,
  ...securityReviewAudience,
  ...licensingAudience,
  ...complianceAudience,
  ...caseNotesAudience,
  ...operationsAudience,
};

/** Every stored form that is published: of the contexts, and of what operators do. */
export const publishedFacts = [
  ...submissionFacts,
  ...technicalReviewFacts,
  ...securityReviewFacts,
  ...licensingFacts,
  ...complianceFacts,
  ...caseNotesFacts,
  ...operationsFacts,
] as const;

/** The types of facts that have a sentence. */
export const publishedTypes: readonly string[] = Object.keys(sentences);

/** Those of them that belong to a case. */
export const caseTypes: readonly string[] = Object.keys(caseSentences);

/** What happened, in one sentence. Throws on a type that no context publishes: a fact without a sentence is a defect. */
export const sentenceOf = (fact: Recorded): string => {
  const sentence = Object.hasOwn(sentences, fact.type) ? sentences[fact.type] : undefined;
  if (!sentence) throw new Error(`No context publishes a sentence for ${fact.type}`);
  return sentence(fact as Recorded<never>);
};

/** Who may read that it happened. Throws as `sentenceOf` does. */
export const audienceOf = ({ type }: Pick<Recorded, 'type'>): Audience => {
  const audience = Object.hasOwn(audiences, type) ? audiences[type] : undefined;
  if (!audience) throw new Error(`No context publishes the audience of ${type}`);
  return audience;
};

/** Whether the applicant may read that it happened. */
export const isForApplicant = (fact: Pick<Recorded, 'type'>): boolean => audienceOf(fact) !== 'authority';

/** Whether the authority may read that it happened, once the case was submitted. */
export const isForAuthority = (fact: Pick<Recorded, 'type'>): boolean => audienceOf(fact) !== 'applicant-only';
