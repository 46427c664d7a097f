import { holds, refuse, type Actor, type Refusal } from '@exeat/kernel';
import type { SubmissionAsk } from './commands.js';
import type { SubmissionRefusal } from './refusals.js';
import type { Started, Submission } from './state.js';

type Verdict = Refusal<SubmissionRefusal> | undefined;

/** Another company's case and a case that does not exist get one answer, so that existence is not revealed. */
export const notYourCase: Refusal<SubmissionRefusal> = refuse('NOT_YOUR_CASE', 'Your company has no such case.');

/** Who may ask for what. Asked first: whoever has nothing to do with a case learns nothing of it. */
export const whoMay = (command: SubmissionAsk, state: Submission): Verdict => {
  const { by } = command;
  switch (command.type) {
    case 'StartDraft':
      return exportsFor(by, command.data.applicant.companyId) ? undefined : notYourCase;
    case 'SaveDraft':
    case 'AttachDocument':
    case 'RemoveDocument':
    case 'SubmitApplication':
    case 'WithdrawApplication':
      return isOwnCase(state, by) ? undefined : notYourCase;
    case 'ReturnApplication':
      return officerWithoutInterest(state, by);
    case 'RegisterApplication':
    case 'CloseApplication':
      return byRuleAlone(by);
  }
};

const exportsFor = (by: Actor, companyId: string): boolean => holds(by, 'exporter') && by.organisation === companyId;

/** Whether there is such a case, and it is one of the exporter's own company. */
export const isOwnCase = (state: Submission, by: Actor): state is Started =>
  state.status !== 'not-started' && exportsFor(by, state.applicant.companyId);

const officerWithoutInterest = (state: Submission, by: Actor): Verdict => {
  if (!holds(by, 'licensing-officer'))
    return refuse('NOT_A_LICENSING_OFFICER', 'Only a licensing officer returns an application.');
  if (state.status === 'not-started') return refuse('CASE_NOT_FOUND', 'There is no such case.');
  return state.applicant.companyId === by.organisation
    ? refuse('INTEREST_IN_CASE', 'You belong to the applicant: another officer must return this application.')
    : undefined;
};

/** Registration and closing follow from facts; nobody asks for them. */
const byRuleAlone = (by: Actor): Verdict =>
  holds(by, 'system') ? undefined : refuse('BY_RULE_ALONE', 'This happens by rule and cannot be asked for.');
