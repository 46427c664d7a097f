import type { ComplianceFact } from '@exeat/compliance';
import type { FactNamed, Instant, Money, Recorded } from '@exeat/kernel';
import { defineView, type CaseRows, type ViewRow } from '@exeat/messaging';
import { viewTable } from '../entity/view-table.js';

/** Something owed under a licence. The row of the licence itself carries what all share. */
export interface OwedObligation extends ViewRow {
  readonly kind: 'licence' | 'obligation';
  readonly licenceNumber: string;
  readonly applicationNumber: string;
  /** What the licence is for, in a line. */
  readonly models: string;
  readonly companyId: string;
  readonly holderName: string;
  readonly clause: string;
  /** The condition's wording. */
  readonly text: string;
  /** What is owed, such as `delivery-report`. */
  readonly evidence: string;
  /** A shipment's reference, or a quarter. */
  readonly about: string;
  readonly amount: Money | null;
  readonly dueAt: Instant;
  readonly status: 'open' | 'overdue' | 'fulfilled';
  readonly reference: string | null;
  readonly fulfilledAt: Instant | null;
  readonly late: boolean;
  /** Wording of each condition, on the licence's own row. */
  readonly texts: Readonly<Record<string, string>>;
}

type On<T extends ComplianceFact['type']> = Recorded<FactNamed<ComplianceFact, T>>;
type Rows = CaseRows<OwedObligation>;

const change = (rows: Rows, obligationId: string, changes: Partial<OwedObligation>): void => {
  const row = rows.get(obligationId);
  if (row) rows.put({ ...row, ...changes });
};

/** What is owed, by whom, for what and until when. */
export const obligationsDue = defineView<OwedObligation, ComplianceFact>({
  name: 'obligations-due',
  version: 2,
  entity: viewTable<OwedObligation>('obligations-due', {
    kind: 'text',
    licenceNumber: 'text',
    applicationNumber: 'text',
    models: 'text',
    companyId: 'text',
    holderName: 'text',
    clause: 'text',
    text: 'text',
    evidence: 'text',
    about: 'text',
    amount: 'jsonb?',
    dueAt: 'text',
    status: 'text',
    reference: 'text?',
    fulfilledAt: 'text?',
    late: 'boolean',
    texts: 'jsonb',
  }),
  on: {
    LicenceIssued: (
      { caseId, data: { licenceNumber, applicationNumber, holder, lines, conditions } }: On<'LicenceIssued'>,
      rows,
    ) =>
      rows.put({
        key: licenceNumber,
        caseId,
        kind: 'licence',
        licenceNumber,
        applicationNumber,
        models: lines.map(({ model }) => model).join(', '),
        companyId: holder.companyId,
        holderName: holder.name,
        clause: '',
        text: '',
        evidence: '',
        about: '',
        amount: null,
        dueAt: '',
        status: 'open',
        reference: null,
        fulfilledAt: null,
        late: false,
        texts: Object.fromEntries(conditions.map(({ conditionId, text }) => [conditionId, text])),
      }),
    ObligationRaised: ({ stream, data }: On<'ObligationRaised'>, rows) => {
      const licence = rows.get(stream.slice('licence-'.length));
      if (!licence) return;
      const { obligationId, conditionId, clause, evidence, about, amount = null, dueAt } = data;
      const text = licence.texts[conditionId] ?? '';
      const owed = { clause, text, evidence, about, amount, dueAt };
      rows.put({ ...licence, ...owed, key: obligationId, kind: 'obligation', texts: {} });
    },
    ObligationFulfilled: ({ data: { obligationId, reference, late }, meta }: On<'ObligationFulfilled'>, rows) =>
      change(rows, obligationId, { status: 'fulfilled', reference, late, fulfilledAt: meta.at }),
    ObligationBecameOverdue: ({ data: { obligationId } }: On<'ObligationBecameOverdue'>, rows) =>
      change(rows, obligationId, { status: 'overdue' }),
  },
});
