import {
  system,
  type Actor,
  type AgencyPosition,
  type Condition,
  type Finding,
  type LicenceRequirement,
  type Position,
  type Proposal,
} from '@exeat/kernel';
import { aCaseFile, aContent, anItem, aPerson } from '@exeat/kernel/spec';
import type { Countersign, LicensingCommand, ProposeApproval, ProposeDenial } from './commands.js';
import type { LicensingFact } from './events.js';

// What specs of this context start from: facts of a case, and commands by the people of the trade.

export const at = '2026-09-10T09:00:00.000Z';
/** Twenty and forty-five days after `at`. */
export const answerBy = '2026-09-30T09:00:00.000Z';
export const finalAt = '2026-10-25T09:00:00.000Z';
export const beforeFinal = '2026-10-25T08:59:59.999Z';

export const olu = aPerson('Olu Ade', 'licensing-officer');
export const ines = aPerson('Ines Sol', 'licensing-officer');
export const cora = aPerson('Cora Quist', 'countersigner');
export const karl = aPerson('Karl Amundsen', 'countersigner');
export const mei = aPerson('Mei Lin', 'exporter', 'northlight');
export const stranger = aPerson('Tom Baker', 'exporter', 'farpoint');
export const exeat = system('licensing');
/** The same person in another of their roles. */
export const as = (role: 'licensing-officer' | 'countersigner', person: Actor): Actor => ({ ...person, roles: [role] });
/** Took a position for an agency. */
export const sam: Actor = {
  ...aPerson('Sam Stone', 'licensing-officer'),
  roles: ['licensing-officer', 'countersigner'],
};

/** Two lines: 1,000 H20 and 50 H20 NVL. */
export const file = aCaseFile({
  content: aContent({ items: [anItem(), anItem({ line: 2, model: 'H20 NVL', quantity: '50' })] }),
});
const findings: Finding[] = [];
const requirements: LicenceRequirement[] = [];

const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const aCondition = (number = 1, changes: Partial<Condition> = {}): Condition => ({
  conditionId: idOf(number),
  clause: 'delivery-report',
  clauseVersion: 1,
  parameters: { days: '30' },
  text: 'Report each delivery within 30 days.',
  duty: { when: 'after-each-shipment', days: 30, evidence: 'delivery-report' },
  ...changes,
});
export const reworded = (number = 1): Condition =>
  aCondition(number, { parameters: { days: '60' }, text: 'Report each delivery within 60 days.' });
export const aProposal = (number = 1, proposedBy = 'state'): Proposal => ({
  condition: aCondition(number),
  proposedBy,
  reason: 'Where the units went must be known.',
});
export const stands = (agency: string, position: Position = 'no-objection'): AgencyPosition => ({
  agency,
  position,
  silent: false,
  ...(position === 'object' && { reasons: 'Risk of diversion' }),
});

type Opening = Extract<LicensingCommand, { type: 'OpenLicensing' }>['data'];
export const opening = (changes: Partial<Opening> = {}): Opening => ({
  file,
  findings,
  requirements,
  positions: [stands('state'), stands('defense')],
  proposals: [],
  participants: ['ada-reyes', 'sam-stone'],
  route: 'decision',
  signaturesRequired: 1,
  ...changes,
});
export const confirming: Partial<Opening> = { route: 'confirmation', positions: [] };

export const opened = (changes: Partial<Opening> = {}): LicensingFact => ({
  type: 'LicensingOpened',
  data: opening(changes),
});
const person = ({ id, name }: Actor) => ({ id, name });
export const adopted = (number = 1, by = olu): LicensingFact => ({
  type: 'ConditionAdopted',
  data: { conditionId: idOf(number), proposal: aProposal(number), officer: person(by) },
});
export const dropped = (number = 1, by = olu): LicensingFact => ({
  type: 'ConditionDropped',
  data: {
    conditionId: idOf(number),
    proposedBy: 'state',
    condition: aCondition(number),
    reason: 'Redundant',
    officer: person(by),
  },
});
export const approvalProposed = (by = olu, signaturesRequired = 1, validUntil = '2030-09-10'): LicensingFact => ({
  type: 'ApprovalProposed',
  data: {
    lines: [
      {
        line: 1,
        model: 'H20 SXM',
        quantity: '800',
        unitPrice: { amount: '12500', currency: 'USD' },
        value: { amount: '10000000.00', currency: 'USD' },
      },
    ],
    conditions: [aCondition()],
    validUntil,
    reasons: 'The safeguards suffice.',
    officer: person(by),
    signaturesRequired,
  },
});
export const denialProposed = (criteria = ['15 CFR 744.23(d)'], by = olu): LicensingFact => ({
  type: 'DenialProposed',
  data: { criteria, reasons: 'Risk of diversion', withheldReasons: 'A signal', officer: person(by) },
});
export const confirmationProposed: LicensingFact = {
  type: 'NoLicenceRequiredProposed',
  data: { reasons: 'Note 2 excludes the item.', officer: person(olu) },
};
export const signed = (by = cora, order = 1, of = 2): LicensingFact => ({
  type: 'ProposalCountersigned',
  data: { countersigner: person(by), order, of },
});
export const sentBack: LicensingFact = {
  type: 'ProposalSentBack',
  data: { reason: 'Say why 800.', countersigner: person(cora) },
};
export const noticed = (criteria = ['15 CFR 744.23(d)']): LicensingFact => ({
  type: 'NoticeOfIntentIssued',
  data: { criteria, reasons: 'Risk of diversion', answerBy, finalAt },
});
export const answered: LicensingFact = { type: 'NoticeOfIntentAnswered', data: { answer: 'We will lock the site.' } };
export const granted: LicensingFact = {
  type: 'LicenceGranted',
  data: {
    licenceNumber: 'D0000001',
    file,
    lines: [],
    conditions: [],
    validFrom: '2026-09-10',
    validUntil: '2030-09-10',
  },
};
export const denied: LicensingFact = {
  type: 'ApplicationDenied',
  data: { criteria: [], reasons: 'Risk of diversion' },
};
export const cancelled: LicensingFact = { type: 'LicensingCancelled', data: { because: 'returned' } };

export const open = (changes: Partial<Opening> = {}, by: Actor = exeat): LicensingCommand => ({
  type: 'OpenLicensing',
  data: opening(changes),
  by,
  at,
});
export const adopt = (number = 1, by = olu): LicensingCommand => ({
  type: 'AdoptCondition',
  data: { conditionId: idOf(number) },
  by,
  at,
});
export const add = (number = 9, by = olu): LicensingCommand => ({
  type: 'AddCondition',
  data: { reason: 'As agreed', filled: { condition: aCondition(number) } },
  by,
  at,
});
export const reword = (number = 1, by = olu, condition = reworded(number)): LicensingCommand => ({
  type: 'RewordCondition',
  data: { conditionId: idOf(number), reason: 'Thirty days are too few.', filled: { condition } },
  by,
  at,
});
export const drop = (number = 1, by = olu): LicensingCommand => ({
  type: 'DropCondition',
  data: { conditionId: idOf(number), reason: 'Redundant' },
  by,
  at,
});
export const approve = (changes: Partial<ProposeApproval['data']> = {}, by = olu): LicensingCommand => ({
  type: 'ProposeApproval',
  data: {
    lines: [{ line: 1, quantity: '800' }],
    validUntil: '2030-09-10',
    reasons: 'The safeguards suffice.',
    signaturesRequired: 1,
    ...changes,
  },
  by,
  at,
});
export const deny = (changes: Partial<ProposeDenial['data']> = {}, by = olu): LicensingCommand => ({
  type: 'ProposeDenial',
  data: { criteria: ['15 CFR 744.23(d)'], reasons: 'Risk of diversion', signaturesRequired: 1, ...changes },
  by,
  at,
});
export const confirm = (by = olu): LicensingCommand => ({
  type: 'ProposeNoLicenceRequired',
  data: { reasons: 'Note 2 excludes the item.', signaturesRequired: 1 },
  by,
  at,
});
export const sendBack = (by = cora, reason = 'Say why 800.'): LicensingCommand => ({
  type: 'SendBack',
  data: { reason },
  by,
  at,
});
export const countersign = (by = cora, changes: Partial<Countersign['data']> = {}, when = at): LicensingCommand => ({
  type: 'Countersign',
  data: { licenceNumber: 'D0000001', answerDays: 20, finalDays: 45, ...changes },
  by,
  at: when,
});
export const answer = (by: Actor = mei, when = at): LicensingCommand => ({
  type: 'AnswerNotice',
  data: { answer: 'We will lock the site.' },
  by,
  at: when,
});
export const finalise = (when = finalAt, by: Actor = exeat): LicensingCommand => ({
  type: 'FinaliseDenial',
  data: {},
  by,
  at: when,
});
export const cancel = (by: Actor = exeat): LicensingCommand => ({
  type: 'CancelLicensing',
  data: { because: 'withdrawn' },
  by,
  at,
});
