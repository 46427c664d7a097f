import { addDays, dayOf, endOf, quarterOf, refusalBy, same, type Instant, type Quarter } from '@exeat/kernel';
import type { ComplianceCommandNamed } from '../commands.js';
import type { ShippedLine } from '../events.js';
import { allShipped, drawn, reportsQuarterly, type IssuedLicence, type Licence } from '../ledger.js';
import { owedAfterShipment } from '../obligations.js';
import { byItsHolder, exhausted, notYourLicence, shippingRules, valueOf } from '../rules.js';

type Shipping = ComplianceCommandNamed<'RecordShipment'>;

/**
 * Draws a shipment from the balances of its lines. The last unit exhausts the licence. What left within the validity is
 * drawn after it, too.
 */
export const recordShipment = (command: Shipping, licence: Licence) => {
  if (!byItsHolder(licence, command)) return notYourLicence();
  const lines = shippedLines(command, licence);
  const { shipmentId, reference, shippedOn, obligationIds } = command.data;
  const asked = { shipmentId, reference, shippedOn, lines };
  if (licence.shipments.some(({ counted: _, ...known }) => same(known, asked))) return [];
  const refusal = exhausted(licence) ?? refusalBy(shippingRules, licence, command);
  if (refusal) return refusal;
  const { licenceNumber, conditions, status } = licence;
  const nextPeriodEndsAt = lateReportEndsAt(licence, command.at);
  return [
    {
      type: 'ShipmentRecorded',
      data: { ...asked, ...(nextPeriodEndsAt !== undefined && { nextPeriodEndsAt }) },
    } as const,
    ...owedAfterShipment(conditions, obligationIds, reference, shippedOn),
    ...(status === 'in-force' && allShipped(drawn(licence.lines, lines))
      ? [{ type: 'LicenceExhausted', data: { licenceNumber } } as const]
      : []),
  ];
};

/** Where the last reporting period was closed already, the current quarter counts what comes in late. */
const lateReportEndsAt = (
  { conditions, openPeriod, closedPeriods }: IssuedLicence,
  at: Instant,
): Instant | undefined =>
  openPeriod || !reportsQuarterly(conditions) ? undefined : endOf(notClosed(quarterOf(dayOf(at)), closedPeriods).last);

const notClosed = (quarter: Quarter, closed: readonly string[]): Quarter =>
  closed.includes(quarter.name) ? notClosed(quarterOf(addDays(quarter.last, 1)), closed) : quarter;

/** The parts whose line is licensed, with their values; the rules refuse a shipment with any other. */
const shippedLines = ({ data }: Shipping, licence: IssuedLicence): ShippedLine[] =>
  data.lines.flatMap((part) => {
    const line = licence.lines.find((one) => one.line === part.line);
    return line ? { line: part.line, quantity: part.quantity, value: valueOf(part, line) } : [];
  });
