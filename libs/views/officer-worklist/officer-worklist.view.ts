import type { Day, Fact, FactNamed, Instant, Recorded } from '@exeat/kernel';
import type { LicensingFact } from '@exeat/licensing';
import { defineView, type CaseRows, type ViewRow } from '@exeat/messaging';
import type { SubmissionFact } from '@exeat/submission';
import { viewTable } from '../entity/view-table.js';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** A case that is to be decided, or a registered case that has not come to licensing yet. */
export interface WorklistEntry extends ViewRow {
  readonly stage: 'registered' | 'settling' | 'awaiting-countersignature' | 'intent-to-deny';
  readonly number: string;
  readonly applicantName: string;
  /** What is applied for, in a line. */
  readonly models: string;
  readonly route: 'decision' | 'confirmation';
  readonly resolveBy: Day;
  readonly openedAt: Instant | null;
  /** Agencies whose position bars an approval: they object, or ask for the application to be returned. */
  readonly objections: readonly { readonly agency: string; readonly position: 'object' | 'return' }[];
  /** Proposals that are not adopted, reworded or dropped yet, by condition. */
  readonly unsettled: readonly string[];
  readonly conditions: readonly string[];
  readonly proposal: 'approval' | 'denial' | 'no-licence-required' | null;
  readonly officer: Person | null;
  readonly signatures: readonly Person[];
  /** How many people other than the officer must sign: of the proposal, where it has one, or as at opening. */
  readonly signaturesRequired: number;
  readonly signaturesAtOpening: number;
  readonly answerBy: Instant | null;
  readonly finalAt: Instant | null;
  readonly answered: boolean;
  /** Version of the licensing stream, for the next command on it. */
  readonly version: number;
}

type WorklistFact = LicensingFact | FactNamed<SubmissionFact, 'ApplicationRegistered'>;
type Changes = Partial<WorklistEntry>;

const change =
  <F extends Fact>(changes: (fact: Recorded<F>, row: WorklistEntry) => Changes) =>
  (fact: Recorded<F>, rows: CaseRows<WorklistEntry>): void => {
    const row = rows.get(fact.caseId);
    if (row) rows.put({ ...row, ...changes(fact, row), version: fact.version });
  };

const at = <T extends LicensingFact['type']>(
  changes: (fact: Recorded<FactNamed<LicensingFact, T>>, row: WorklistEntry) => Changes,
) => change<FactNamed<LicensingFact, T>>(changes);

const leave = ({ caseId }: Recorded, rows: CaseRows<WorklistEntry>): void => rows.remove(caseId);

const proposed = (
  proposal: WorklistEntry['proposal'],
  data: { readonly officer: Person; readonly signaturesRequired?: number | undefined },
  { signaturesAtOpening }: WorklistEntry,
): Changes => ({
  stage: 'awaiting-countersignature',
  proposal,
  officer: data.officer,
  signatures: [],
  signaturesRequired: data.signaturesRequired ?? signaturesAtOpening,
});

const settlingAgain = ({ signaturesAtOpening }: WorklistEntry): Changes => ({
  stage: 'settling',
  proposal: null,
  officer: null,
  signatures: [],
  signaturesRequired: signaturesAtOpening,
});

/** The condition's place in the decision: settled, and in it or not. */
const settled = ({ unsettled, conditions }: WorklistEntry, conditionId: string, kept: boolean): Changes => ({
  unsettled: unsettled.filter((id) => id !== conditionId),
  conditions: [...conditions.filter((id) => id !== conditionId), ...(kept ? [conditionId] : [])],
});

/** The cases to be decided: what is missing, and who has signed. */
export const officerWorklist = defineView<WorklistEntry, WorklistFact>({
  name: 'officer-worklist',
  version: 3,
  entity: viewTable<WorklistEntry>('officer-worklist', {
    stage: 'text',
    number: 'text',
    applicantName: 'text',
    models: 'text',
    route: 'text',
    resolveBy: 'text',
    openedAt: 'text?',
    objections: 'jsonb',
    unsettled: 'jsonb',
    conditions: 'jsonb',
    proposal: 'text?',
    officer: 'jsonb?',
    signatures: 'jsonb',
    signaturesRequired: 'int',
    signaturesAtOpening: 'int',
    answerBy: 'text?',
    finalAt: 'text?',
    answered: 'boolean',
    version: 'int',
  }),
  on: {
    // Only the registration says by when the case has to be resolved.
    ApplicationRegistered: ({ caseId, data: { file, resolveBy } }, rows) =>
      rows.put({
        key: caseId,
        caseId,
        stage: 'registered',
        number: file.number,
        applicantName: file.applicant.name,
        models: file.content.items.map(({ model }) => model).join(', '),
        route: 'decision',
        resolveBy,
        openedAt: null,
        objections: [],
        unsettled: [],
        conditions: [],
        proposal: null,
        officer: null,
        signatures: [],
        signaturesRequired: 1,
        signaturesAtOpening: 1,
        answerBy: null,
        finalAt: null,
        answered: false,
        version: 0,
      }),
    LicensingOpened: at<'LicensingOpened'>(({ data, meta }) => ({
      stage: 'settling',
      route: data.route,
      openedAt: meta.at,
      objections: data.positions.flatMap(({ agency, position }) =>
        position === 'object' || position === 'return' ? [{ agency, position }] : [],
      ),
      unsettled: data.proposals.map(({ condition }) => condition.conditionId),
      signaturesRequired: data.signaturesRequired,
      signaturesAtOpening: data.signaturesRequired,
    })),
    ConditionAdopted: at<'ConditionAdopted'>(({ data }, row) => settled(row, data.conditionId, true)),
    ConditionAdded: at<'ConditionAdded'>(({ data }, row) => settled(row, data.proposal.condition.conditionId, true)),
    ConditionReworded: at<'ConditionReworded'>(({ data }, row) => settled(row, data.conditionId, true)),
    ConditionDropped: at<'ConditionDropped'>(({ data }, row) => settled(row, data.conditionId, false)),
    ApprovalProposed: at<'ApprovalProposed'>(({ data }, row) => proposed('approval', data, row)),
    DenialProposed: at<'DenialProposed'>(({ data }, row) => proposed('denial', data, row)),
    NoLicenceRequiredProposed: at<'NoLicenceRequiredProposed'>(({ data }, row) =>
      proposed('no-licence-required', data, row),
    ),
    ProposalSentBack: at<'ProposalSentBack'>((_fact, row) => settlingAgain(row)),
    ProposalCountersigned: at<'ProposalCountersigned'>(({ data }, { signatures }) => ({
      signatures: [...signatures, data.countersigner],
    })),
    NoticeOfIntentIssued: at<'NoticeOfIntentIssued'>(({ data: { answerBy, finalAt } }) => ({
      stage: 'intent-to-deny',
      answerBy,
      finalAt,
    })),
    NoticeOfIntentAnswered: at<'NoticeOfIntentAnswered'>((_fact, row) => ({ ...settlingAgain(row), answered: true })),
    LicenceGranted: leave,
    ApplicationDenied: leave,
    NoLicenceRequiredConfirmed: leave,
    LicensingCancelled: leave,
  },
});
