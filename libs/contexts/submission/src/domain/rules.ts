import { holds, refuse, type Actor, type Refusal } from '@exeat/kernel';
import type { SubmissionCommand } from './commands.js';
import type { SubmissionRefusal } from './refusals.js';
import type { Submission } from './state.js';

type Verdict = Refusal<SubmissionRefusal> | undefined;

/** Who may ask for what. Asked first: whoever has nothing to do with a case learns nothing of it. */
export const whoMay = (command: SubmissionCommand, state: Submission): Verdict => {
  const { by } = command;
  switch (command.type) {
    case 'StartDraft':
      return exporterOf(command.data.applicant.companyId, by);
    case 'SaveDraft':
    case 'SubmitApplication':
    case 'WithdrawApplication':
      return exporterOf(state.status === 'not-started' ? undefined : state.applicant.companyId, by);
    case 'ReturnApplication':
      return officerWithoutInterest(state, by);
    case 'RegisterApplication':
    case 'CloseApplication':
      return byRuleAlone(by);
  }
};

/** Another company's case and a case that does not exist get one answer, so that existence is not revealed. */
const exporterOf = (companyId: string | undefined, by: Actor): Verdict =>
  holds(by, 'exporter') && by.organisation === companyId
    ? undefined
    : refuse('NOT_YOUR_CASE', 'Your company has no such case.');

const officerWithoutInterest = (state: Submission, by: Actor): Verdict => {
  if (!holds(by, 'licensing-officer'))
    return refuse('NOT_A_LICENSING_OFFICER', 'Only a licensing officer returns an application.');
  return state.status !== 'not-started' && state.applicant.companyId === by.organisation
    ? refuse('INTEREST_IN_CASE', 'You belong to the applicant: another officer must return this application.')
    : undefined;
};

/** Registration and closing follow from facts; nobody asks for them. */
const byRuleAlone = (by: Actor): Verdict =>
  holds(by, 'system') ? undefined : refuse('BY_RULE_ALONE', 'This happens by rule and cannot be asked for.');
