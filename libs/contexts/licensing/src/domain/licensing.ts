import { refusedInStatus, same, unreachable, type Decider } from '@exeat/kernel';
import type { LicensingCommand } from './commands.js';
import { add, adopt, alreadySettled, drop, reword } from './decide/conditions.js';
import { answer, finalise } from './decide/notice.js';
import { propose, proposalIn } from './decide/propose.js';
import { countersign, sendBack } from './decide/sign.js';
import type { LicensingFact } from './events.js';
import type { LicensingRefusal, Outcome } from './refusals.js';
import { whoMay } from './rules.js';
import { evolve, initial, lifecycle, type Licensing, type With } from './state.js';

const decide = (command: LicensingCommand, state: Licensing): Outcome => {
  const notAllowed = whoMay(command, state);
  if (notAllowed) return notAllowed;
  if (alreadyHolds(command, state)) return [];
  const tooEarlyOrLate = refusedInStatus<Licensing['status'], LicensingCommand['type']>(
    lifecycle,
    state.status,
    command.type,
  );
  if (tooEarlyOrLate) return tooEarlyOrLate;
  // The table hears each of these in one status alone, and has just been asked.
  const settling = state as With<'settling'>;
  switch (command.type) {
    case 'OpenLicensing':
      return [{ type: 'LicensingOpened', data: command.data }];
    case 'AdoptCondition':
      return adopt(command, settling);
    case 'AddCondition':
      return add(command, settling);
    case 'RewordCondition':
      return reword(command, settling);
    case 'DropCondition':
      return drop(command, settling);
    case 'ProposeApproval':
    case 'ProposeDenial':
    case 'ProposeNoLicenceRequired':
      return propose(command, settling);
    case 'SendBack':
      return sendBack(command, state as With<'proposed'>);
    case 'Countersign':
      return countersign(command, state as With<'proposed'>);
    case 'AnswerNotice':
      return answer(command, state as With<'notice-issued'>);
    case 'FinaliseDenial':
      return finalise(command, state as With<'notice-issued'>);
    case 'CancelLicensing':
      return [{ type: 'LicensingCancelled', data: command.data }];
    default:
      return unreachable(command);
  }
};

/** Whether what is asked for is so already, or can no longer matter. A second signature is never the same thing again. */
const alreadyHolds = (command: LicensingCommand, state: Licensing): boolean => {
  if (state.status === 'not-open') return command.type === 'CancelLicensing';
  switch (command.type) {
    case 'OpenLicensing':
      // Each registration is decided once: a number that was opened before, even if cancelled since, opens no more.
      return state.file.number === command.data.file.number;
    case 'AdoptCondition':
    case 'AddCondition':
    case 'RewordCondition':
    case 'DropCondition':
      return alreadySettled(command, state);
    case 'ProposeApproval':
    case 'ProposeDenial':
    case 'ProposeNoLicenceRequired':
      return state.status === 'proposed' && same(factOf(state.proposal), proposalIn(command, state).data);
    case 'SendBack':
      return (
        state.status === 'settling' &&
        state.sentBack?.countersigner.id === command.by.id &&
        state.sentBack.reason === command.data.reason
      );
    case 'AnswerNotice':
      return state.status === 'settling' && state.heard?.answer === command.data.answer;
    case 'FinaliseDenial':
      return state.status !== 'notice-issued';
    case 'CancelLicensing':
      return !('CancelLicensing' in lifecycle[state.status]);
    case 'Countersign':
      return false;
  }
};

/** What the proposal was stored as. */
const factOf = ({ decision: _, ...data }: With<'proposed'>['proposal']) => data;

export const licensing: Decider<Licensing, LicensingCommand, LicensingFact, LicensingRefusal> = {
  initial,
  decide,
  evolve,
};
