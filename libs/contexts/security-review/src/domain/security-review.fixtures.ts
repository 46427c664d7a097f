import { system, type Actor, type Finding, type LicenceRequirement, type Proposal } from '@exeat/kernel';
import { aCaseFile, aPerson } from '@exeat/kernel/spec';
import type { FilledCondition, SecurityReviewCommand, TakePosition } from './commands.js';
import type { SecurityReviewFact } from './events.js';

// What specs of this context start from: facts of a review, and commands by the people of the trade.

export const at = '2026-08-10T09:00:00.000Z';
/** Thirty days after `at`. */
export const dueAt = '2026-09-09T09:00:00.000Z';
export const beforeDue = '2026-09-09T08:59:59.999Z';

export const sam = aPerson('Sam Stone', 'security-reviewer', 'state');
export const dee = aPerson('Dee Frost', 'security-reviewer', 'defense');
export const eli = aPerson('Eli Moss', 'security-reviewer', 'energy');
/** Has since moved from technical review to an agency. */
export const ada: Actor = aPerson('Ada Reyes', 'security-reviewer', 'state');
export const exeat = system('security-review');

export const file = aCaseFile();
export const finding: Finding = {
  line: 1,
  model: 'H20 SXM',
  paragraph: 'none',
  computation: {
    paragraph: 'none',
    limbs: [],
    tpp: '2368',
    drivingFormats: ['fp8'],
    missing: [],
    explanation: ['TPP is 296 x 8 = 2368.'],
    ruleSet: 'us-ear-2026-07-23',
  },
};
export const requirement: LicenceRequirement = {
  rule: 'is-informed-h20',
  citation: '15 CFR 744.23(b)',
  lines: [1],
  because: 'The exporter was informed that this item needs a licence.',
  reviewPolicy: 'case-by-case',
  policyBecause: 'No paragraph of 3A090 is met.',
};

export const aProposal = (number = 1, proposedBy = 'state', text = 'No military end use.'): Proposal => ({
  condition: {
    conditionId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    clause: 'no-military-end-use',
    clauseVersion: 1,
    parameters: {},
    text,
    duty: { when: 'always' },
  },
  proposedBy,
  reason: 'The end user also serves ministries.',
});
export const filled = (proposal = aProposal(), financial = false): FilledCondition => ({ proposal, financial });

const agencies = { state: 'Department of State', defense: 'Department of Defense' } as const;

export const opened = (number = file.number): SecurityReviewFact => ({
  type: 'SecurityReviewOpened',
  data: { file: { ...file, number }, findings: [finding], requirements: [requirement], participants: ['ada-reyes'] },
});
export const referred = (agency: keyof typeof agencies): SecurityReviewFact => ({
  type: 'CaseReferred',
  data: { agency, agencyName: agencies[agency], rule: `refer-${agency}`, because: 'A licence is required.', dueAt },
});
/** Referred to State and Defense. */
export const inReview = [opened(), referred('state'), referred('defense')];
export const proposed = (proposal = aProposal(), agency = 'state'): SecurityReviewFact => ({
  type: 'ConditionProposed',
  data: { agency, proposal },
});
export const taken = (
  by: Actor,
  data: Partial<Extract<SecurityReviewFact, { type: 'PositionTaken' }>['data']> = {},
): SecurityReviewFact => ({
  type: 'PositionTaken',
  data: {
    agency: by.organisation,
    position: 'no-objection',
    conditionIds: [],
    reviewer: { id: by.id, name: by.name },
    ...data,
  },
});
export const silent = (agency: string): SecurityReviewFact => ({ type: 'AgencySilenceNoted', data: { agency, dueAt } });
export const closed: SecurityReviewFact = {
  type: 'SecurityReviewClosed',
  data: { file, findings: [finding], requirements: [requirement], positions: [], proposals: [], participants: [] },
};
export const cancelled: SecurityReviewFact = { type: 'SecurityReviewCancelled', data: { because: 'returned' } };

export const open = (
  { number = file.number, agencies: named = ['state', 'defense'] as readonly string[] } = {},
  by: Actor = exeat,
): SecurityReviewCommand => ({
  type: 'OpenSecurityReview',
  data: {
    file: { ...file, number },
    findings: [finding],
    requirements: [requirement],
    participants: ['ada-reyes'],
    referrals: named.map((agency) => ({
      agency,
      agencyName: `Department of ${agency}`,
      rule: `refer-${agency}`,
      because: 'A licence is required.',
      days: 30,
    })),
  },
  by,
  at,
});
export const take = (by: Actor, data: Partial<TakePosition['data']> = {}, when = at): SecurityReviewCommand => ({
  type: 'TakePosition',
  data: { position: 'no-objection', conditions: [], ...data },
  by,
  at: when,
});
export const noteSilence = (agency: string, when = dueAt, by: Actor = exeat): SecurityReviewCommand => ({
  type: 'NoteAgencySilence',
  data: { agency },
  by,
  at: when,
});
export const cancel = (by: Actor = exeat): SecurityReviewCommand => ({
  type: 'CancelSecurityReview',
  data: { because: 'returned' },
  by,
  at,
});
