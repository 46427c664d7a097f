import { addDays, dayOf, endOf, quarterOf, system, type Instant, type Recorded } from '@exeat/kernel';
import type { DeadlineTable, Due } from '@exeat/messaging';
import { ComplianceRequest } from './compliance.handler.js';
import type { ComplianceAsk } from './domain/commands.js';
import type { ComplianceFact } from './domain/events.js';
import { reportsQuarterly } from './domain/ledger.js';

const expiry = 'expiry';
const reportingPeriod = 'reporting-period';
const obligation = (obligationId: string) => `obligation:${obligationId}`;

const licenceNumberOf = ({ stream }: Recorded): string => stream.slice('licence-'.length);

const periodEnding = (dueAt: Instant, licenceNumber: string): Due => ({
  key: reportingPeriod,
  dueAt,
  ask: 'CloseReportingPeriod',
  // The first moment after the quarter: the day before is its last.
  subject: { licenceNumber, period: quarterOf(addDays(dayOf(dueAt), -1)).name },
});

/** When a licence ends, when its quarter is counted, and when what is owed becomes overdue. */
export const deadlines: DeadlineTable<ComplianceFact> = {
  context: 'compliance',
  on: {
    LicenceIssued: ({ data: { licenceNumber, validFrom, validUntil, conditions } }, due) => {
      due.set({ key: expiry, dueAt: endOf(validUntil), ask: 'ExpireLicence', subject: { licenceNumber } });
      if (reportsQuarterly(conditions)) due.set(periodEnding(endOf(quarterOf(validFrom).last), licenceNumber));
    },
    ReportingPeriodClosed: (fact, due) => {
      const { nextPeriodEndsAt } = fact.data;
      if (nextPeriodEndsAt === undefined) due.clear(reportingPeriod);
      else due.set(periodEnding(nextPeriodEndsAt, licenceNumberOf(fact)));
    },
    ShipmentRecorded: (fact, due) => {
      const { nextPeriodEndsAt } = fact.data;
      if (nextPeriodEndsAt !== undefined) due.set(periodEnding(nextPeriodEndsAt, licenceNumberOf(fact)));
    },
    ObligationRaised: (fact, due) => {
      const { obligationId, dueAt } = fact.data;
      const subject = { licenceNumber: licenceNumberOf(fact), obligationId };
      due.set({ key: obligation(obligationId), dueAt, ask: 'NoteOverdue', subject });
    },
    ObligationFulfilled: ({ data }, due) => due.clear(obligation(data.obligationId)),
    ObligationBecameOverdue: ({ data }, due) => due.clear(obligation(data.obligationId)),
    LicenceExhausted: (_fact, due) => due.clear(expiry),
    LicenceExpired: (_fact, due) => due.clear(expiry),
  },
  command: ({ ask, subject, caseId }, at, envelope) =>
    new ComplianceRequest(subject['licenceNumber'] ?? '', asked(ask, subject, at), envelope, caseId),
};

const asked = (ask: string, subject: Due['subject'], at: Instant): ComplianceAsk => {
  const by = system('compliance');
  switch (ask) {
    case 'ExpireLicence':
      return { type: ask, data: {}, by, at };
    case 'CloseReportingPeriod':
      return { type: ask, data: { period: subject['period'] ?? '' }, by, at };
    case 'NoteOverdue':
      return { type: ask, data: { obligationId: subject['obligationId'] ?? '' }, by, at };
    default:
      throw new Error(`Compliance sets no deadline that asks for ${ask}`);
  }
};
