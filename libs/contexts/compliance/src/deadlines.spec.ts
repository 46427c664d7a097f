import { describe, expect, it } from '@jest/globals';
import { system, type Fact, type Recorded } from '@exeat/kernel';
import type { Due, DueTimes } from '@exeat/messaging';
import { ComplianceRequest } from './compliance.handler.js';
import { deadlines } from './deadlines.js';
import type { ComplianceFact } from './domain/events.js';
import { issued, raised, revenueShare, anId, shipped } from './spec/licences.js';

const recorded = ({ type, data }: ComplianceFact): Recorded => ({
  position: 1,
  stream: 'licence-D0000001',
  version: 1,
  factId: anId(1),
  caseId: anId(2),
  type,
  schemaVersion: 1,
  data,
  meta: { actor: system('spec'), at: '2026-02-10T12:00:00.000Z', commandId: 'c', correlationId: 'c' },
  recordedAt: '2026-02-10T12:00:00.000000Z',
});

/** What is due after a history. */
const dueAfter = (...facts: readonly ComplianceFact[]): readonly Due[] => {
  const due = new Map<string, Due>();
  const times: DueTimes = {
    set: (one) => void due.set(one.key, one),
    clear: (key) => void due.delete(key),
    clearAll: () => due.clear(),
  };
  const on = deadlines.on as Readonly<Record<string, ((fact: Recorded<Fact>, due: DueTimes) => void) | undefined>>;
  for (const fact of facts) on[fact.type]?.(recorded(fact), times);
  return [...due.values()];
};
const asks = (...facts: readonly ComplianceFact[]) => dueAfter(...facts).map(({ ask, dueAt }) => [ask, dueAt]);
const shared = issued({ conditions: [revenueShare] });

describe('what Exeat does by itself for a licence', () => {
  it('is to count a shipment that came in after the last quarter was closed', () =>
    expect(asks(shipped('3', { nextPeriodEndsAt: '2030-07-01T00:00:00.000Z' }))).toEqual([
      ['CloseReportingPeriod', '2030-07-01T00:00:00.000Z'],
    ]));
  it('is its end, and the end of its quarter only where a condition counts by quarter', () => {
    expect(asks(issued())).toEqual([['ExpireLicence', '2030-02-10T00:00:00.000Z']]);
    expect(asks(shared)).toEqual([
      ['ExpireLicence', '2030-02-10T00:00:00.000Z'],
      ['CloseReportingPeriod', '2026-04-01T00:00:00.000Z'],
    ]);
  });
  it('moves to the next quarter with each that is closed, and stops with the last', () => {
    const closed = (nextPeriodEndsAt?: string): ComplianceFact => ({
      type: 'ReportingPeriodClosed',
      data: {
        period: '2026-Q1',
        shippedValue: { amount: '0.00', currency: 'USD' },
        ...(nextPeriodEndsAt !== undefined && { nextPeriodEndsAt }),
      },
    });
    expect(dueAfter(shared, closed('2026-07-01T00:00:00.000Z')).at(-1)).toMatchObject({
      ask: 'CloseReportingPeriod',
      subject: { licenceNumber: 'D0000001', period: '2026-Q2' },
    });
    expect(asks(shared, closed())).toEqual([['ExpireLicence', '2030-02-10T00:00:00.000Z']]);
  });
  it('is to note what is owed and was not delivered, unless it was', () => {
    expect(asks(raised())).toEqual([['NoteOverdue', '2026-04-01T00:00:00.000Z']]);
    expect(
      asks(raised(), { type: 'ObligationFulfilled', data: { obligationId: anId(701), reference: 'R', late: false } }),
    ).toEqual([]);
  });
  it('ends with an exhausted licence, but for the quarter that is still to be counted', () =>
    expect(asks(shared, { type: 'LicenceExhausted', data: { licenceNumber: 'D0000001' } })).toEqual([
      ['CloseReportingPeriod', '2026-04-01T00:00:00.000Z'],
    ]));
  it('is asked of the licence it is about, at the moment it happens', () => {
    const at = '2026-04-02T00:00:00.000Z';
    for (const due of dueAfter(shared, raised())) {
      const command = deadlines.command({ ...due, caseId: anId(2) }, at, { commandId: 'c', correlationId: 'c' });
      expect(command).toBeInstanceOf(ComplianceRequest);
      expect(command).toMatchObject({ licenceNumber: 'D0000001', caseId: anId(2), command: { type: due.ask, at } });
    }
  });
});
