import { refusedInStatus, same, unreachable, type Decider } from '@exeat/kernel';
import type { SubmissionCommand } from './commands.js';
import { close, register, returnWithoutAction } from './decide/authority.js';
import { attach, remove } from './decide/documents.js';
import { save, start, submit, withdraw } from './decide/exporter.js';
import type { SubmissionFact } from './events.js';
import type { Outcome, SubmissionRefusal } from './refusals.js';
import { whoMay } from './rules.js';
import { evolve, initial, lifecycle, type Hearing, type Submission } from './state.js';

/**
 * Who may ask comes first, before even "it is so already": an answer of any other kind would tell a stranger that the
 * case exists. Then what already holds, then the status, then the rules of each command.
 */
const decide = (command: SubmissionCommand, state: Submission): Outcome => {
  const notAllowed = whoMay(command, state);
  if (notAllowed) return notAllowed;
  if (alreadyHolds(command, state)) return [];
  const tooEarlyOrLate = refusedInStatus<Submission['status'], SubmissionCommand['type']>(
    lifecycle,
    state.status,
    command.type,
  );
  if (tooEarlyOrLate) return tooEarlyOrLate;
  switch (command.type) {
    case 'StartDraft':
      return start(command);
    case 'SaveDraft':
      return save(command, state as Hearing<'SaveDraft'>);
    case 'AttachDocument':
      return attach(command, state as Hearing<'AttachDocument'>);
    case 'RemoveDocument':
      return remove(command, state as Hearing<'RemoveDocument'>);
    case 'SubmitApplication':
      return submit(command, state as Hearing<'SubmitApplication'>);
    case 'RegisterApplication':
      return register(command, state as Hearing<'RegisterApplication'>);
    case 'ReturnApplication':
      return returnWithoutAction(command);
    case 'WithdrawApplication':
      return withdraw(command);
    case 'CloseApplication':
      return close(command);
    default:
      return unreachable(command);
  }
};

/** Whether what is asked for is so already, or can no longer matter. */
const alreadyHolds = (command: SubmissionCommand, state: Submission): boolean => {
  if (state.status === 'not-started') return false;
  switch (command.type) {
    case 'StartDraft':
      return state.status === 'draft' && same(command.data, { applicant: state.applicant, reference: state.reference });
    case 'SubmitApplication': {
      const { signatory, capacity } = command.data;
      return (
        (state.status === 'submitted' || state.status === 'registered') &&
        state.declaration.signatory === signatory &&
        state.declaration.capacity === capacity
      );
    }
    case 'RegisterApplication':
      // A round that was withdrawn before its number was drawn, or that has one, needs none.
      return command.data.round < state.round || (command.data.round === state.round && state.status !== 'submitted');
    case 'ReturnApplication':
      return state.status === 'returned' && same(command.data, state.returned);
    case 'WithdrawApplication':
      return state.status === 'withdrawn';
    case 'CloseApplication':
      return state.status === 'closed' && same(command.data, state.outcome);
    default:
      return false;
  }
};

export const submission: Decider<Submission, SubmissionCommand, SubmissionFact, SubmissionRefusal> = {
  initial,
  decide,
  evolve,
};
