import { addDays, endOf, quarterOf, refuse, sum, type Money } from '@exeat/kernel';
import type { ComplianceCommandNamed } from '../commands.js';
import type { ComplianceRefusal } from '../refusals.js';
import type { IssuedLicence, Shipment } from '../ledger.js';
import { owedForQuarter } from '../obligations.js';

/**
 * Counts what was shipped in the quarter that is over, and what is owed for it. A shipment recorded after its own
 * quarter was closed is counted in the next one, so that none is left out.
 */
export const closeReportingPeriod = (
  { data, at }: ComplianceCommandNamed<'CloseReportingPeriod'>,
  licence: IssuedLicence,
) => {
  if (licence.closedPeriods.includes(data.period)) return [];
  const quarter = licence.openPeriod;
  if (quarter?.name !== data.period)
    return refuse<ComplianceRefusal>(
      'UNKNOWN_PERIOD',
      `Licence ${licence.licenceNumber} has no reporting period ${data.period} to close.`,
    );
  if (at < endOf(quarter.last))
    return refuse<ComplianceRefusal>('NOT_YET_DUE', `${quarter.name} ends with ${quarter.last}.`);

  const uncounted = licence.shipments.filter(({ counted }) => !counted);
  const shipped = uncounted.filter(({ shippedOn }) => shippedOn <= quarter.last);
  const shippedValue = valueOfAll(shipped, licence);
  const goesOn =
    uncounted.length > shipped.length || (licence.status !== 'exhausted' && quarter.last < licence.validUntil);
  const next = quarterOf(addDays(quarter.last, 1));
  return [
    {
      type: 'ReportingPeriodClosed',
      data: { period: quarter.name, shippedValue, ...(goesOn && { nextPeriodEndsAt: endOf(next.last) }) },
    } as const,
    ...(shipped.length > 0 ? owedForQuarter(licence.conditions, data.obligationIds, quarter, shippedValue) : []),
  ];
};

const valueOfAll = (shipments: readonly Shipment[], { lines }: IssuedLicence): Money => ({
  amount: sum(shipments.flatMap((shipment) => shipment.lines.map(({ value }) => value.amount))).toFixed(2),
  // One currency by `issueLicence`; a licence has at least one line.
  currency: lines[0]?.value.currency ?? 'USD',
});
