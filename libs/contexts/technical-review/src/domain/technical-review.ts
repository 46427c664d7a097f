import { refusalBy, refusedInStatus, same, unreachable, type Decider, type Finding } from '@exeat/kernel';
import type { CompleteReview, RecordFinding, ReleaseReview, TechnicalReviewCommand } from './commands.js';
import type { TechnicalReviewFact } from './events.js';
import type { Outcome, TechnicalReviewRefusal } from './refusals.js';
import * as rules from './rules.js';
import { evolve, initial, lifecycle, type Hearing, type TechnicalReview } from './state.js';

const decide = (command: TechnicalReviewCommand, state: TechnicalReview): Outcome => {
  const notAllowed = rules.whoMay(command, state);
  if (notAllowed) return notAllowed;
  if (alreadyHolds(command, state)) return [];
  if (command.type === 'ClaimReview' && state.status === 'claimed') return rules.alreadyClaimed(state);
  const tooEarlyOrLate = refusedInStatus<TechnicalReview['status'], TechnicalReviewCommand['type']>(
    lifecycle,
    state.status,
    command.type,
  );
  if (tooEarlyOrLate) return tooEarlyOrLate;
  const reviewer = { id: command.by.id, name: command.by.name };
  switch (command.type) {
    case 'OpenTechnicalReview':
      return [{ type: 'TechnicalReviewOpened', data: command.data }];
    case 'ClaimReview':
      return [{ type: 'TechnicalReviewClaimed', data: { reviewer } }];
    case 'ReleaseReview':
      return release(command, state as Hearing<'ReleaseReview'>);
    case 'RecordFinding':
      return recordFinding(command, state as Hearing<'RecordFinding'>);
    case 'CompleteReview':
      return complete(command, state as Hearing<'CompleteReview'>);
    case 'CancelTechnicalReview':
      return [{ type: 'TechnicalReviewCancelled', data: command.data }];
    default:
      return unreachable(command);
  }
};

/** Whether what is asked for is so already. */
const alreadyHolds = (command: TechnicalReviewCommand, state: TechnicalReview): boolean => {
  switch (command.type) {
    case 'OpenTechnicalReview':
      // Each registration is reviewed once: a number that was opened before, even if cancelled since, opens no more.
      return state.status !== 'not-open' && state.file.number === command.data.file.number;
    case 'ClaimReview':
      return state.status === 'claimed' && state.holder.id === command.by.id;
    case 'ReleaseReview':
      return state.status === 'open' && state.reviewers.includes(command.by.id);
    case 'CompleteReview':
      return state.status === 'completed' && state.holder.id === command.by.id;
    case 'CancelTechnicalReview':
      // A case that was withdrawn as a draft has no review to cancel.
      return state.status === 'not-open' || state.status === 'cancelled';
    case 'RecordFinding':
      return false;
  }
};

const release = (command: ReleaseReview, state: Hearing<'ReleaseReview'>): Outcome =>
  refusalBy([rules.claimedByYou], state, command) ?? [
    { type: 'TechnicalReviewReleased', data: { reviewer: state.holder, ...command.data } },
  ];

const recordFinding = (command: RecordFinding, state: Hearing<'RecordFinding'>): Outcome => {
  const { line, paragraph, departure, computation } = command.data;
  const notYours = refusalBy([rules.claimedByYou], state, command);
  if (notYours) return notYours;
  const item = state.file.content.items.find((one) => one.line === line);
  if (!item || !computation) return rules.lineUnknown(state.file, line);
  const refusal = rules.departureHasReason(computation, command);
  if (refusal) return refusal;
  const finding: Finding = {
    line,
    model: item.model,
    paragraph: paragraph ?? computation.paragraph,
    computation,
    ...(departure !== undefined && { departure }),
  };
  if (state.findings.some((held) => same(held, finding))) return [];
  return [{ type: 'FindingRecorded', data: { finding, reviewer: state.holder } }];
};

/** What was found, frozen for the later contexts: they need to know nothing else of this review. */
const complete = (command: CompleteReview, state: Hearing<'CompleteReview'>): Outcome => {
  const refusal = refusalBy([rules.claimedByYou, rules.everyLineIsDetermined, rules.everyRuleIsTested], state, command);
  if (refusal) return refusal;
  const { requirements, ruleSet } = command.data;
  const { file, findings, reviewers } = state;
  const outcome = requirements.length > 0 ? 'licence-required' : 'no-licence-required';
  return [
    {
      type: 'TechnicalReviewCompleted',
      data: { file, findings: [...findings], requirements, outcome, reviewers: [...reviewers], ruleSet },
    },
  ];
};

export const technicalReview: Decider<
  TechnicalReview,
  TechnicalReviewCommand,
  TechnicalReviewFact,
  TechnicalReviewRefusal
> = { initial, decide, evolve };
