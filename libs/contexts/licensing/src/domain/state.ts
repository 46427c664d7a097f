import type { Lifecycle, PersonId, StopReason } from '@exeat/kernel';
import type { z } from 'zod';
import type { LicensingCommand } from './commands.js';
import { proposed, settled, type CaseCondition, type Person } from './conditions.js';
import type {
  ApprovalProposed,
  DenialProposed,
  LicensingFact,
  LicensingOpened,
  NoLicenceRequiredProposed,
  NoticeOfIntentIssued,
  ProposalSentBack,
} from './events.js';

/** What the officer proposes, for others to sign. */
type Proposed =
  | (Readonly<z.infer<typeof ApprovalProposed.schema>> & { readonly decision: 'approval' })
  | (Readonly<z.infer<typeof DenialProposed.schema>> & { readonly decision: 'denial' })
  | (Readonly<z.infer<typeof NoLicenceRequiredProposed.schema>> & { readonly decision: 'no-licence-required' });

type Notice = Readonly<z.infer<typeof NoticeOfIntentIssued.schema>>;

/** What every case has from opening on, for as long as its round lasts. */
export interface Round extends Omit<Readonly<z.infer<typeof LicensingOpened.schema>>, 'proposals'> {
  readonly conditions: readonly CaseCondition[];
  /** Everybody who settled a condition in this round. */
  readonly settlers: readonly PersonId[];
  /** Everybody who proposed a decision in this round. */
  readonly proposers: readonly PersonId[];
  /** The notice the applicant has answered, and the answer. */
  readonly heard?: { readonly notice: Notice; readonly answer: string };
}

export type Licensing =
  | Readonly<{ status: 'not-open' }>
  | (Round & Readonly<{ status: 'settling'; sentBack?: z.infer<typeof ProposalSentBack.schema> }>)
  | (Round & Readonly<{ status: 'proposed'; proposal: Proposed; signatures: readonly Person[] }>)
  | (Round & Readonly<{ status: 'notice-issued'; notice: Notice }>)
  | (Round & Readonly<{ status: 'granted'; licenceNumber: string }>)
  | (Round & Readonly<{ status: 'denied' }>)
  | (Round & Readonly<{ status: 'no-licence-required' }>)
  | (Round & Readonly<{ status: 'cancelled'; because: StopReason }>);

export type LicensingStatus = Licensing['status'];
export type Opened = Exclude<Licensing, { status: 'not-open' }>;
export type With<Status extends LicensingStatus> = Extract<Licensing, { status: Status }>;

/**
 * Granted, denied and no licence required are final: whether a decision came before a return or a withdrawal is settled
 * here, by which of them came first in this stream.
 */
export const lifecycle = {
  'not-open': { OpenLicensing: ['settling'] },
  settling: {
    AdoptCondition: ['settling'],
    AddCondition: ['settling'],
    RewordCondition: ['settling'],
    DropCondition: ['settling'],
    ProposeApproval: ['proposed'],
    ProposeDenial: ['proposed'],
    ProposeNoLicenceRequired: ['proposed'],
    CancelLicensing: ['cancelled'],
  },
  proposed: {
    SendBack: ['settling'],
    Countersign: ['proposed', 'granted', 'notice-issued', 'denied', 'no-licence-required'],
    CancelLicensing: ['cancelled'],
  },
  'notice-issued': { AnswerNotice: ['settling'], FinaliseDenial: ['denied'], CancelLicensing: ['cancelled'] },
  granted: {},
  denied: {},
  'no-licence-required': {},
  cancelled: { OpenLicensing: ['settling'] },
} as const satisfies Lifecycle<LicensingStatus, LicensingCommand['type']>;

export const initial: Licensing = { status: 'not-open' };

/** How many people other than the officer must sign what is proposed. */
export const signaturesRequired = ({ proposal, signaturesRequired: atOpening }: With<'proposed'>): number =>
  proposal.signaturesRequired ?? atOpening;

export const evolve = (state: Licensing, fact: LicensingFact): Licensing => {
  if (fact.type === 'LicensingOpened') {
    const { proposals, ...round } = fact.data;
    return { ...round, status: 'settling', conditions: proposals.map(proposed), settlers: [], proposers: [] };
  }
  if (state.status === 'not-open') return state;
  const round = roundOf(state);
  switch (fact.type) {
    case 'ConditionAdopted':
    case 'ConditionAdded':
    case 'ConditionReworded':
    case 'ConditionDropped': {
      const { officer } = fact.data;
      const settlers = officer ? withPerson(state.settlers, officer.id) : state.settlers;
      return { ...state, conditions: settled(state.conditions, fact), settlers };
    }
    case 'ApprovalProposed':
      return proposal(round, { decision: 'approval', ...fact.data });
    case 'DenialProposed':
      return proposal(round, { decision: 'denial', ...fact.data });
    case 'NoLicenceRequiredProposed':
      return proposal(round, { decision: 'no-licence-required', ...fact.data });
    case 'ProposalSentBack':
      return { ...round, status: 'settling', sentBack: fact.data };
    case 'ProposalCountersigned':
      return state.status === 'proposed'
        ? { ...state, signatures: [...state.signatures, fact.data.countersigner] }
        : state;
    case 'NoticeOfIntentIssued':
      return { ...round, status: 'notice-issued', notice: fact.data };
    case 'NoticeOfIntentAnswered':
      return state.status === 'notice-issued'
        ? { ...round, status: 'settling', heard: { notice: state.notice, answer: fact.data.answer } }
        : state;
    case 'LicenceGranted':
      return { ...round, status: 'granted', licenceNumber: fact.data.licenceNumber };
    case 'ApplicationDenied':
      return { ...round, status: 'denied' };
    case 'NoLicenceRequiredConfirmed':
      return { ...round, status: 'no-licence-required' };
    case 'LicensingCancelled':
      return { ...round, status: 'cancelled', because: fact.data.because };
  }
};

const roundOf = (state: Opened): Round => {
  const { file, findings, requirements, positions, participants, route, signaturesRequired: atOpening } = state;
  const { conditions, settlers, proposers, heard } = state;
  return {
    ...{ file, findings, requirements, positions, participants, route, signaturesRequired: atOpening },
    ...{ conditions, settlers, proposers, ...(heard !== undefined && { heard }) },
  };
};

const proposal = (round: Round, made: Proposed): Licensing => ({
  ...round,
  status: 'proposed',
  proposal: made,
  signatures: [],
  proposers: withPerson(round.proposers, made.officer.id),
});

const withPerson = (people: readonly PersonId[], id: PersonId): readonly PersonId[] =>
  people.includes(id) ? people : [...people, id];
