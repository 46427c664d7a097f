import {
  holds,
  problem,
  refuse,
  type Actor,
  type CaseFile,
  type Classification,
  type Problem,
  type Refusal,
  type Rule,
} from '@exeat/kernel';
import type {
  CompleteReview,
  RecordFinding,
  ReleaseReview,
  TechnicalReviewAsk,
  TechnicalReviewCommand,
} from './commands.js';
import type { TechnicalReviewRefusal } from './refusals.js';
import type { Hearing, TechnicalReview, With } from './state.js';

type Verdict = Refusal<TechnicalReviewRefusal> | undefined;
type Flaw = Problem<TechnicalReviewRefusal>;

/** There is nothing to read or to work on. */
export const notOpen: Refusal<TechnicalReviewRefusal> = refuse(
  'CASE_NOT_FOUND',
  'There is no technical review of such a case.',
);

/** Who may ask for what, and of which case. */
export const whoMay = (command: TechnicalReviewAsk | TechnicalReviewCommand, state: TechnicalReview): Verdict => {
  switch (command.type) {
    case 'OpenTechnicalReview':
    case 'CancelTechnicalReview':
      return holds(command.by, 'system')
        ? undefined
        : refuse('BY_RULE_ALONE', 'This happens by rule and cannot be asked for.');
    case 'ClaimReview':
    case 'RecordFinding':
    case 'CompleteReview':
      return technicalReviewer(command) ?? opened(state) ?? withoutInterest(command.by, state);
    case 'ReleaseReview':
      return technicalReviewer(command) ?? opened(state);
  }
};

const technicalReviewer = ({ by }: Pick<TechnicalReviewAsk, 'by'>): Verdict =>
  holds(by, 'technical-reviewer')
    ? undefined
    : refuse('NOT_A_TECHNICAL_REVIEWER', 'Only a technical reviewer works on a technical review.');

const opened = ({ status }: TechnicalReview): Verdict => (status === 'not-open' ? notOpen : undefined);

/** Nobody reviews the application of a company they belong to. */
export const withoutInterest = (by: Actor, state: TechnicalReview): Verdict =>
  state.status !== 'not-open' && state.file.applicant.companyId === by.organisation
    ? refuse('INTEREST_IN_CASE', 'You belong to the applicant: another reviewer must review this application.')
    : undefined;

/** A claim is exclusive; whoever comes second is told who was first. */
export const alreadyClaimed = ({ holder }: With<'claimed'>): Refusal<TechnicalReviewRefusal> =>
  refuse('ALREADY_CLAIMED', `${holder.name} has claimed this review.`);

/** Only the person who has claimed the review works on it. */
export const claimedByYou: Rule<
  With<'claimed'>,
  ReleaseReview | RecordFinding | CompleteReview,
  TechnicalReviewRefusal
> = ({ holder }, { by }) =>
  holder.id === by.id
    ? undefined
    : problem('CLAIMED_BY_ANOTHER', `${holder.name} has claimed this review; only they can do this.`);

export const lineUnknown = (file: CaseFile, line: number): Refusal<TechnicalReviewRefusal> =>
  refuse('LINE_UNKNOWN', `Application ${file.number} has no line ${line}.`, '/line');

/** A departure from the computation says why; a finding as computed does not depart. */
export const departureHasReason = (computation: Classification, { data }: RecordFinding): Verdict => {
  const { paragraph, departure } = data;
  const departs = paragraph !== undefined && paragraph !== computation.paragraph;
  if (departs && departure === undefined)
    return refuse(
      'DEPARTURE_NEEDS_REASON',
      `The computation gives "${computation.paragraph}": say why you find "${paragraph}" instead.`,
      '/departure',
    );
  if (!departs && departure !== undefined)
    return refuse(
      'NO_DEPARTURE',
      `The computation gives "${computation.paragraph}" as well: leave the reason out, or name another paragraph.`,
      '/departure',
    );
  return undefined;
};

type CompletionRule = Rule<Hearing<'CompleteReview'>, CompleteReview, TechnicalReviewRefusal>;

/** What is left to a reviewer who lacks a figure: the applicant alone can state it. */
const askApplicant = 'Have a licensing officer return the application for it';
const wayOut = `${askApplicant}, or find a paragraph with the reason.`;

/** Every line has a finding, and every finding is determined. Pointers lead into the review as it is read. */
export const everyLineIsDetermined: CompletionRule = ({ file, findings }) =>
  file.content.items.flatMap(({ line, model }, at): readonly Flaw[] => {
    const finding = findings.find((one) => one.line === line);
    const pointer = `/items/${at}/finding`;
    if (!finding)
      return [problem('FINDING_MISSING', `Record a finding for line ${line} (${model}) before you complete.`, pointer)];
    if (finding.paragraph !== 'undetermined') return [];
    const { missing } = finding.computation;
    const needed = missing.length > 0 ? `; needed: ${missing.join('; ')}` : '';
    return [problem('UNDETERMINED', `Line ${line} (${model}) is undetermined${needed}. ${wayOut}`, pointer)];
  });

/** A requirement that could not be tested is not a requirement that is not there. */
export const everyRuleIsTested: CompletionRule = (_state, { data }) =>
  data.untested.map((sentence) => problem('REQUIREMENT_UNTESTED', `${sentence} ${askApplicant}.`));
