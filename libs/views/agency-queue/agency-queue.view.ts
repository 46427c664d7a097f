import type { FactNamed, Instant, Position, Recorded } from '@exeat/kernel';
import { defineView, type CaseRows, type ViewRow } from '@exeat/messaging';
import type { SecurityReviewFact } from '@exeat/security-review';
import { viewTable } from '../entity/view-table.js';

/** A referral that an agency is to answer. The row of the case itself, without an agency, carries what all share. */
export interface AgencyQueueEntry extends ViewRow {
  readonly kind: 'case' | 'referral';
  readonly agency: string;
  readonly number: string;
  readonly applicantName: string;
  readonly models: string;
  readonly because: string;
  readonly referredAt: Instant;
  readonly dueAt: Instant;
  readonly state: 'awaited' | 'answered' | 'silent';
  readonly position: Position | null;
  readonly reviewerName: string | null;
  readonly conditionsProposed: number;
  /** Version of the security review, for the next command on it. */
  readonly version: number;
}

type On<T extends SecurityReviewFact['type']> = Recorded<FactNamed<SecurityReviewFact, T>>;
type Rows = CaseRows<AgencyQueueEntry>;

const keyOf = (caseId: string, agency: string): string => `${caseId}:${agency}`;

/** Every row of the case tells the version that its next command has to name. */
const atVersion = ({ version }: Recorded, rows: Rows): void =>
  rows.all().forEach((row) => rows.put({ ...row, version }));

const change = (fact: Recorded, agency: string, rows: Rows, changes: Partial<AgencyQueueEntry>): void => {
  const row = rows.get(keyOf(fact.caseId, agency));
  if (row) rows.put({ ...row, ...changes });
  atVersion(fact, rows);
};

const leave = (_fact: Recorded, rows: Rows): void => rows.all().forEach(({ key }) => rows.remove(key));

/** What each agency is asked to take a position on, and by when. */
export const agencyQueue = defineView<AgencyQueueEntry, SecurityReviewFact>({
  name: 'agency-queue',
  version: 1,
  entity: viewTable<AgencyQueueEntry>('agency-queue', {
    kind: 'text',
    agency: 'text',
    number: 'text',
    applicantName: 'text',
    models: 'text',
    because: 'text',
    referredAt: 'text',
    dueAt: 'text',
    state: 'text',
    position: 'text?',
    reviewerName: 'text?',
    conditionsProposed: 'int',
    version: 'int',
  }),
  on: {
    SecurityReviewOpened: ({ caseId, data: { file }, meta, version }: On<'SecurityReviewOpened'>, rows) =>
      rows.put({
        key: caseId,
        caseId,
        kind: 'case',
        agency: '',
        number: file.number,
        applicantName: file.applicant.name,
        models: file.content.items.map(({ model }) => model).join(', '),
        because: '',
        referredAt: meta.at,
        dueAt: '',
        state: 'awaited',
        position: null,
        reviewerName: null,
        conditionsProposed: 0,
        version,
      }),
    CaseReferred: (fact: On<'CaseReferred'>, rows) => {
      const shared = rows.get(fact.caseId);
      const { agency, because, dueAt } = fact.data;
      if (!shared) return;
      const key = keyOf(fact.caseId, agency);
      rows.put({ ...shared, key, kind: 'referral', agency, because, dueAt, referredAt: fact.meta.at });
      atVersion(fact, rows);
    },
    ConditionProposed: atVersion,
    PositionTaken: (fact: On<'PositionTaken'>, rows) => {
      const { agency, position, reviewer, conditionIds } = fact.data;
      const conditionsProposed = conditionIds.length;
      change(fact, agency, rows, { state: 'answered', position, reviewerName: reviewer.name, conditionsProposed });
    },
    AgencySilenceNoted: (fact: On<'AgencySilenceNoted'>, rows) =>
      change(fact, fact.data.agency, rows, { state: 'silent' }),
    SecurityReviewClosed: leave,
    SecurityReviewCancelled: leave,
  },
});
