import { addYears, dayOf } from '@exeat/kernel';
import type { ClauseAsked, Decision, Policy, RuleSet } from '@exeat/policy';
import { v5 } from 'uuid';
import type { FilledCondition, LicensingAsk, LicensingCommand } from './domain/commands.js';
import { conditionOf } from './domain/conditions.js';
import type { Licensing } from './domain/state.js';

/** What commands are completed from. */
interface Lookups {
  readonly policy: Policy;
  /** In force on the command's day. */
  readonly ruleSet: RuleSet;
  readonly commandId: string;
  readonly licenceNumber: string;
}

/** The command with what the decider needs to know beside the case: wordings, signatures, days and numbers. Pure. */
export const complete = (command: LicensingAsk, state: Licensing, lookups: Lookups): LicensingCommand => {
  const { policy, ruleSet, commandId, licenceNumber } = lookups;
  const signatures = (decision: Decision) => ({ signaturesRequired: signaturesFor(state, decision, lookups) });
  switch (command.type) {
    case 'OpenLicensing': {
      const { file, findings, requirements, route } = command.data;
      const found = { content: file.content, findings, requirements };
      const usual = route === 'confirmation' ? 'no-licence-required' : 'approval';
      return { ...command, data: { ...command.data, signaturesRequired: policy.signaturesFor(found, ruleSet, usual) } };
    }
    case 'AddCondition': {
      const { clause, version, parameters, reason } = command.data;
      // The id follows from the command's, so that a command that is sent again adds the same condition.
      const conditionId = v5('condition', commandId);
      const asked = { clause, parameters, ...(version !== undefined && { version }) };
      return { ...command, data: { reason, filled: filled(policy, asked, conditionId) } };
    }
    case 'RewordCondition': {
      const { conditionId, parameters, reason } = command.data;
      const held = state.status === 'not-open' ? undefined : conditionOf(state.conditions, conditionId);
      if (!held) return { ...command, data: { conditionId, reason } };
      // Other words of the same clause: its version stays, too.
      const { clause, clauseVersion: version } = held.current;
      const asked = { clause, version, parameters };
      return { ...command, data: { conditionId, reason, filled: filled(policy, asked, conditionId) } };
    }
    case 'ProposeApproval': {
      const validUntil = command.data.validUntil ?? addYears(dayOf(command.at), ruleSet.process.licenceYears);
      return { ...command, data: { ...command.data, validUntil, ...signatures('approval') } };
    }
    case 'ProposeDenial':
      return { ...command, data: { ...command.data, ...signatures('denial') } };
    case 'ProposeNoLicenceRequired':
      return { ...command, data: { ...command.data, ...signatures('no-licence-required') } };
    case 'Countersign': {
      const { noticeAnswerDays: answerDays, denialFinalDays: finalDays } = ruleSet.process;
      return { ...command, data: { licenceNumber, answerDays, finalDays } };
    }
    default:
      return command;
  }
};

const byRuleSet: readonly LicensingAsk['type'][] = [
  'OpenLicensing',
  'ProposeApproval',
  'ProposeDenial',
  'ProposeNoLicenceRequired',
  'Countersign',
];

/** Whether the rule set has a say in what the command leads to, and is kept with its facts. */
export const turnsOnRuleSet = ({ type }: LicensingAsk): boolean => byRuleSet.includes(type);

/** Without a case there is nothing to sign; the decider says so. */
const signaturesFor = (state: Licensing, decision: Decision, { policy, ruleSet }: Lookups): number => {
  if (state.status === 'not-open') return 1;
  const { file, findings, requirements } = state;
  return policy.signaturesFor({ content: file.content, findings, requirements }, ruleSet, decision);
};

const filled = (policy: Policy, asked: ClauseAsked, conditionId: string): FilledCondition => {
  const wording = policy.fillClause(asked);
  return Array.isArray(wording) ? { problems: wording } : { condition: { conditionId, ...wording } };
};
