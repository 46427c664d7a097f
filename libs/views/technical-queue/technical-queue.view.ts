import type { Day, Fact, FactNamed, Instant, Recorded } from '@exeat/kernel';
import { defineView, type CaseRows, type ViewRow } from '@exeat/messaging';
import type { SubmissionFact } from '@exeat/submission';
import type { TechnicalReviewFact } from '@exeat/technical-review';
import { viewTable } from '../entity/view-table.js';

/** A technical review that is to be done, or a registered case whose review is about to open. */
export interface TechnicalQueueEntry extends ViewRow {
  readonly stage: 'registered' | 'open' | 'claimed';
  readonly number: string;
  readonly applicantName: string;
  /** What is applied for, in a line. */
  readonly models: string;
  readonly itemCount: number;
  readonly linesFound: readonly number[];
  readonly resolveBy: Day;
  readonly openedAt: Instant | null;
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly claimedAt: Instant | null;
  /** Version of the technical review, for the next command on it. */
  readonly version: number;
}

type QueueFact = TechnicalReviewFact | FactNamed<SubmissionFact, 'ApplicationRegistered'>;

const change =
  <F extends Fact>(changes: (fact: Recorded<F>, row: TechnicalQueueEntry) => Partial<TechnicalQueueEntry>) =>
  (fact: Recorded<F>, rows: CaseRows<TechnicalQueueEntry>): void => {
    const row = rows.get(fact.caseId);
    if (row) rows.put({ ...row, ...changes(fact, row), version: fact.version });
  };

const at = <T extends TechnicalReviewFact['type']>(
  changes: (
    fact: Recorded<FactNamed<TechnicalReviewFact, T>>,
    row: TechnicalQueueEntry,
  ) => Partial<TechnicalQueueEntry>,
) => change<FactNamed<TechnicalReviewFact, T>>(changes);

const leave = ({ caseId }: Recorded, rows: CaseRows<TechnicalQueueEntry>): void => rows.remove(caseId);
const unclaimed = { holderId: null, holderName: null, claimedAt: null };

/** The technical reviews that are open, and who holds them. */
export const technicalQueue = defineView<TechnicalQueueEntry, QueueFact>({
  name: 'technical-queue',
  version: 1,
  entity: viewTable<TechnicalQueueEntry>('technical-queue', {
    stage: 'text',
    number: 'text',
    applicantName: 'text',
    models: 'text',
    itemCount: 'int',
    linesFound: 'jsonb',
    resolveBy: 'text',
    openedAt: 'text?',
    holderId: 'text?',
    holderName: 'text?',
    claimedAt: 'text?',
    version: 'int',
  }),
  on: {
    // Only the registration says by when the case has to be resolved.
    ApplicationRegistered: ({ caseId, data: { file, resolveBy } }, rows) =>
      rows.put({
        ...unclaimed,
        key: caseId,
        caseId,
        stage: 'registered',
        number: file.number,
        applicantName: file.applicant.name,
        models: file.content.items.map(({ model }) => model).join(', '),
        itemCount: file.content.items.length,
        linesFound: [],
        resolveBy,
        openedAt: null,
        version: 0,
      }),
    TechnicalReviewOpened: at<'TechnicalReviewOpened'>(({ meta }) => ({ stage: 'open', openedAt: meta.at })),
    TechnicalReviewClaimed: at<'TechnicalReviewClaimed'>(({ data: { reviewer }, meta }) => ({
      stage: 'claimed',
      holderId: reviewer.id,
      holderName: reviewer.name,
      claimedAt: meta.at,
    })),
    TechnicalReviewReleased: at<'TechnicalReviewReleased'>(() => ({ ...unclaimed, stage: 'open' })),
    FindingRecorded: at<'FindingRecorded'>(({ data: { finding } }, { linesFound }) => ({
      linesFound: [...new Set([...linesFound, finding.line])].sort((a, b) => a - b),
    })),
    TechnicalReviewCompleted: leave,
    TechnicalReviewCancelled: leave,
  },
});
