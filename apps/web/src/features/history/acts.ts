/** What people do in a case, as they would name it; each with the types of facts that belong to it, in their usual order. */
export const acts = {
  drafting: ['DraftStarted', 'DraftSaved', 'DocumentAttached', 'DocumentRemoved'],
  submission: ['ApplicationSubmitted', 'ApplicationRegistered'],
  'technical-review': [
    'TechnicalReviewOpened',
    'TechnicalReviewClaimed',
    'TechnicalReviewReleased',
    'FindingRecorded',
    'TechnicalReviewCompleted',
    'TechnicalReviewCancelled',
  ],
  'security-review': [
    'SecurityReviewOpened',
    'CaseReferred',
    'ConditionProposed',
    'PositionTaken',
    'AgencySilenceNoted',
    'SecurityReviewClosed',
    'SecurityReviewCancelled',
  ],
  conditions: ['LicensingOpened', 'ConditionAdopted', 'ConditionAdded', 'ConditionReworded', 'ConditionDropped'],
  decision: [
    'ApprovalProposed',
    'DenialProposed',
    'NoLicenceRequiredProposed',
    'ProposalSentBack',
    'ProposalCountersigned',
    'LicenceGranted',
    'LicenceIssued',
    'ApplicationDenied',
    'NoLicenceRequiredConfirmed',
    'LicensingCancelled',
    'ApplicationClosed',
  ],
  notice: ['NoticeOfIntentIssued', 'NoticeOfIntentAnswered'],
  return: ['ApplicationReturned', 'ApplicationWithdrawn'],
  licence: [
    'ShipmentRecorded',
    'LaboratoryCertificateFiled',
    'ObligationRaised',
    'ObligationFulfilled',
    'ObligationBecameOverdue',
    'ReportingPeriodClosed',
    'LicenceExhausted',
    'LicenceExpired',
  ],
  notes: ['NoteWritten'],
} as const;
export type ActName = keyof typeof acts | 'other';

export const actNames = Object.keys(acts) as readonly Exclude<ActName, 'other'>[];

/** The act that a type of fact belongs to. */
export const actOf = (type: string): ActName =>
  actNames.find((name) => (acts[name] as readonly string[]).includes(type)) ?? 'other';

/** Every type of fact that a case can hold. */
export const factTypes: readonly string[] = actNames.flatMap((name) => acts[name]).sort();

/** `FindingRecorded`: "Finding recorded". */
export const typeInWords = (type: string): string => {
  const words = type.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What grouping needs to know of a fact. */
export interface Acted {
  readonly position: number;
  readonly type: string;
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
}

/** Facts that are one business act. */
export interface Act<Fact extends Acted> {
  /** The position of its first fact. */
  readonly key: number;
  readonly name: ActName;
  readonly facts: readonly Fact[];
  readonly from: string;
  readonly until: string;
  /** Who took part, Exeat itself only where nobody else did. */
  readonly people: readonly string[];
}

/**
 * Groups facts, oldest first, by what people would call one act. An application that went back and is taken up again
 * begins anew: its second technical review is an act of its own.
 */
export const actsIn = <Fact extends Acted>(facts: readonly Fact[]): readonly Act<Fact>[] => {
  const groups = new Map<string, { readonly name: ActName; readonly facts: Fact[] }>();
  let round = 1;
  let wentBack = false;
  for (const fact of facts) {
    const name = actOf(fact.type);
    if (wentBack && (name === 'drafting' || name === 'submission')) {
      round += 1;
      wentBack = false;
    }
    if (name === 'return') wentBack = true;
    const key = name === 'notes' || name === 'other' ? `${name} ${fact.position}` : `${name} ${round}`;
    const group = groups.get(key) ?? { name, facts: [] };
    group.facts.push(fact);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ name, facts: those }) => {
    const people = new Set(those.filter(({ actorId }) => !actorId.startsWith('system:')).map((one) => one.actorName));
    return {
      key: those[0]?.position ?? 0,
      name,
      facts: those,
      from: those[0]?.at ?? '',
      until: those.at(-1)?.at ?? '',
      people: people.size > 0 ? [...people] : [...new Set(those.map(({ actorName }) => actorName))],
    };
  });
};

const dayMs = 86_400_000;

/** Whole days in which nothing happened, from one moment to the next. */
export const idleDays = (from: string, until: string): number =>
  Math.max(0, Math.floor((Date.parse(until) - Date.parse(from)) / dayMs));
