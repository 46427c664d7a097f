import { refusalBy, same } from '@exeat/kernel';
import type { ComplianceCommandNamed } from '../commands.js';
import type { ShippedLine } from '../events.js';
import { allShipped, drawn, type IssuedLicence, type Licence } from '../ledger.js';
import { owedAfterShipment } from '../obligations.js';
import { byItsHolder, notInForce, notYourLicence, shippingRules, valueOf } from '../rules.js';

type Shipping = ComplianceCommandNamed<'RecordShipment'>;

/** Draws a shipment from the balances of its lines. The last unit exhausts the licence. */
export const recordShipment = (command: Shipping, licence: Licence) => {
  if (!byItsHolder(licence, command)) return notYourLicence();
  const lines = shippedLines(command, licence);
  const { shipmentId, reference, shippedOn, obligationIds } = command.data;
  const asked = { shipmentId, reference, shippedOn, lines };
  if (licence.shipments.some(({ counted: _, ...known }) => same(known, asked))) return [];
  const refusal = notInForce(licence, command) ?? refusalBy(shippingRules, licence, command);
  if (refusal) return refusal;
  const { licenceNumber, conditions } = licence;
  return [
    { type: 'ShipmentRecorded', data: asked } as const,
    ...owedAfterShipment(conditions, obligationIds, reference, shippedOn),
    ...(allShipped(drawn(licence.lines, lines))
      ? [{ type: 'LicenceExhausted', data: { licenceNumber } } as const]
      : []),
  ];
};

/** The parts whose line is licensed, with their values; the rules refuse a shipment with any other. */
const shippedLines = ({ data }: Shipping, licence: IssuedLicence): ShippedLine[] =>
  data.lines.flatMap((part) => {
    const line = licence.lines.find((one) => one.line === part.line);
    return line ? { line: part.line, quantity: part.quantity, value: valueOf(part, line) } : [];
  });
