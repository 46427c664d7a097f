import { dayOf, type Day, type Fact, type Instant, type Item, type Recorded } from '@exeat/kernel';
import { defineView, type CaseRows, type ViewRow } from '@exeat/messaging';
import type { LicensingFact } from '@exeat/licensing';
import type { SubmissionFact } from '@exeat/submission';
import { isResolved, movingTypes, statusToldAfter, type CaseStatus } from '../case-status/case-status.js';
import { viewTable } from '../entity/view-table.js';

/** A case as its applicant may know it. */
export interface MyCase extends ViewRow {
  readonly companyId: string;
  readonly reference: string;
  readonly number: string | null;
  readonly status: CaseStatus;
  /** What is applied for, in a line. */
  readonly items: string;
  readonly openedPosition: number;
  readonly registeredOn: Day | null;
  readonly resolveBy: Day | null;
  /** The day the authority was done with it. */
  readonly closedOn: Day | null;
  /** Until when a notice of intent to deny can be answered. */
  readonly answerBy: Instant | null;
  readonly licenceNumber: string | null;
  /** Version of the submission, for the next command on it. */
  readonly version: number;
}

type MyCaseFact = SubmissionFact | Extract<LicensingFact, { type: 'NoticeOfIntentIssued' | 'LicenceGranted' }>;

const itemsInWords = (items: readonly Item[]): string =>
  items.map(({ quantity, model }) => `${quantity} ${model}`).join(', ');

/** The row after any fact: its status, and the version of the submission. Only a notice that stands can be answered. */
const moved = (row: MyCase, fact: Recorded): MyCase => {
  const status = statusToldAfter(row.status, fact);
  return {
    ...row,
    status,
    answerBy: status === 'intent-to-deny' ? row.answerBy : null,
    closedOn: isResolved(status) ? (row.closedOn ?? dayOf(fact.meta.at)) : null,
    version: fact.stream.startsWith('submission-') ? fact.version : row.version,
  };
};

const change =
  <F extends Fact>(changes: (fact: Recorded<F>) => Partial<MyCase> = () => ({})) =>
  (fact: Recorded<F>, rows: CaseRows<MyCase>): void => {
    const row = rows.get(fact.caseId);
    if (row) rows.put({ ...moved(row, fact), ...changes(fact) });
  };

type Named<Type extends MyCaseFact['type']> = Extract<MyCaseFact, { type: Type }>;

/** The exporter's own cases: where each stands and what it waits for. */
export const myCases = defineView<MyCase, MyCaseFact>({
  name: 'my-cases',
  version: 2,
  entity: viewTable<MyCase>('my-cases', {
    companyId: 'text',
    reference: 'text',
    number: 'text?',
    status: 'text',
    items: 'text',
    openedPosition: 'bigint',
    registeredOn: 'text?',
    resolveBy: 'text?',
    closedOn: 'text?',
    answerBy: 'text?',
    licenceNumber: 'text?',
    version: 'int',
  }),
  on: {
    // Facts that only move the case; the ones below say more.
    ...Object.fromEntries(movingTypes.map((type) => [type, change()])),
    DraftStarted: ({ caseId, position, version, data }, rows) =>
      rows.put({
        key: caseId,
        caseId,
        companyId: data.applicant.companyId,
        reference: data.reference,
        number: null,
        status: 'draft',
        items: '',
        openedPosition: position,
        registeredOn: null,
        resolveBy: null,
        closedOn: null,
        answerBy: null,
        licenceNumber: null,
        version,
      }),
    DraftSaved: change<Named<'DraftSaved'>>(({ data: { changes } }) =>
      changes.items ? { items: itemsInWords(changes.items) } : {},
    ),
    DocumentAttached: change(),
    DocumentRemoved: change(),
    ApplicationSubmitted: change<Named<'ApplicationSubmitted'>>(({ data }) => ({
      items: itemsInWords(data.content.items),
      registeredOn: null,
      resolveBy: null,
    })),
    ApplicationRegistered: change<Named<'ApplicationRegistered'>>(({ data, meta }) => ({
      number: data.file.number,
      registeredOn: dayOf(meta.at),
      resolveBy: data.resolveBy,
    })),
    ApplicationClosed: change<Named<'ApplicationClosed'>>(({ data }) =>
      data.licenceNumber === undefined ? {} : { licenceNumber: data.licenceNumber },
    ),
    NoticeOfIntentIssued: change<Named<'NoticeOfIntentIssued'>>(({ data }) => ({ answerBy: data.answerBy })),
    LicenceGranted: change<Named<'LicenceGranted'>>(({ data }) => ({ licenceNumber: data.licenceNumber })),
  },
});
