import {
  dayOf,
  endOf,
  exact,
  Exact,
  grouped,
  problem,
  refuse,
  sum,
  times,
  type Money,
  type Problem,
  type Refusal,
  type Rule,
} from '@exeat/kernel';
import type { ComplianceCommand, ComplianceCommandNamed } from './commands.js';
import type { ComplianceRefusal } from './refusals.js';
import { unitsLeft, valueLeft, type IssuedLicence, type Licence, type LineBalance } from './ledger.js';

type Shipping = ComplianceCommandNamed<'RecordShipment'>;
type Certifying = ComplianceCommandNamed<'FileLaboratoryCertificate'>;
type Problems = readonly Problem<ComplianceRefusal>[];
type ShippingRule = Rule<IssuedLicence, Shipping, ComplianceRefusal>;
type CertificateRule = Rule<IssuedLicence, Certifying, ComplianceRefusal>;

/** The same answer whether the licence is another company's or does not exist, so that numbers cannot be probed. */
export const notYourLicence = (): Refusal<ComplianceRefusal> =>
  refuse('NOT_YOUR_LICENCE', 'Your company holds no such licence.');

/** Only the holder acts under a licence. */
export const byItsHolder = (licence: Licence, { by }: Pick<ComplianceCommand, 'by'>): licence is IssuedLicence =>
  licence.status !== 'unissued' && by.roles.includes('exporter') && by.organisation === licence.holder.companyId;

/** Nothing ships any more. What left before the licence expired may still be recorded after. */
export const exhausted = ({ status, licenceNumber }: IssuedLicence) =>
  status === 'exhausted'
    ? refuse<ComplianceRefusal>(
        'LICENCE_NOT_IN_FORCE',
        `Licence ${licenceNumber} is exhausted: every licensed unit has shipped.`,
      )
    : undefined;

/** In force until the last valid day has ended, whether or not the expiry has been noted yet. */
export const notInForce = (licence: IssuedLicence, { at }: Certifying) => {
  const { status, licenceNumber, validUntil } = licence;
  const hasExpired = status === 'expired' || at >= endOf(validUntil);
  return (
    exhausted(licence) ??
    (hasExpired
      ? refuse<ComplianceRefusal>(
          'LICENCE_NOT_IN_FORCE',
          `Licence ${licenceNumber} expired at the end of ${validUntil}.`,
        )
      : undefined)
  );
};

const lineOf = ({ lines }: IssuedLicence, number: number): LineBalance | undefined =>
  lines.find(({ line }) => line === number);

/** The value of a part of a shipment: as declared, or the licensed unit price times the quantity. */
export const valueOf = (part: Shipping['data']['lines'][number], { unitPrice }: LineBalance): Money =>
  part.value ?? times(unitPrice, part.quantity);

/** Asks for the problem of each part of the shipment whose line is known, with the index of the part. */
const eachLine =
  (
    problemOf: (
      part: Shipping['data']['lines'][number],
      line: LineBalance,
      licence: IssuedLicence,
      pointer: string,
      command: Shipping,
    ) => Problem<ComplianceRefusal> | undefined,
  ): ShippingRule =>
  (licence, command): Problems =>
    command.data.lines.flatMap((part, index) => {
      const line = lineOf(licence, part.line);
      return (line && problemOf(part, line, licence, `/lines/${index}`, command)) ?? [];
    });

const linesAreLicensed: ShippingRule = (licence, { data }) =>
  data.lines.flatMap((part, index) =>
    lineOf(licence, part.line)
      ? []
      : problem('LINE_UNKNOWN', `Licence ${licence.licenceNumber} has no line ${part.line}.`, `/lines/${index}/line`),
  );

const eachLineOnce: ShippingRule = (_licence, { data }) =>
  data.lines.flatMap(({ line }, index) =>
    data.lines.findIndex((other) => other.line === line) < index
      ? problem('LINE_REPEATED', `Line ${line} is given more than once; add its units up.`, `/lines/${index}/line`)
      : [],
  );

const currencyIsLicensed = eachLine((part, line, _licence, pointer) =>
  part.value && part.value.currency !== line.value.currency
    ? problem('WRONG_CURRENCY', `Line ${line.line} is licensed in ${line.value.currency}.`, `${pointer}/value/currency`)
    : undefined,
);

const quantityIsLeft = eachLine((part, line, _licence, pointer) =>
  exact(part.quantity).greaterThan(unitsLeft(line))
    ? problem(
        'LINE_OVERDRAWN',
        `Line ${line.line} (${line.model}) has ${grouped(unitsLeft(line).toFixed())} of ${grouped(line.quantity)} units left; ${grouped(part.quantity)} cannot ship.`,
        `${pointer}/quantity`,
      )
    : undefined,
);

/** 15 CFR 750.11: no tolerance in number, a bounded one in total value. */
const valueWithinTolerance = eachLine((part, line, { valueTolerancePercent }, pointer) => {
  const { amount } = valueOf(part, line);
  const left = valueLeft(line, valueTolerancePercent);
  return exact(amount).greaterThan(left)
    ? problem(
        'VALUE_ABOVE_TOLERANCE',
        `Line ${line.line} (${line.model}) has ${line.value.currency} ${grouped(left.toFixed(2, Exact.ROUND_DOWN))} of value left with the tolerance of ${valueTolerancePercent} %; ${grouped(amount)} cannot ship.`,
        `${pointer}/value/amount`,
      )
    : undefined;
});

/**
 * Units ship only under certificates of tests made by that day. Asked for every day from this shipment on, so that a
 * shipment recorded late cannot use up what a later one, recorded before it, already leaned on.
 */
const certificatesOnFile = eachLine((part, line, licence, pointer, { data: { shippedOn } }) => {
  const asked = licence.conditions.find(({ duty }) => duty.when === 'before-each-shipment');
  if (!asked) return undefined;
  const shipped = licence.shipments.flatMap((shipment) =>
    shipment.lines
      .filter((one) => one.line === line.line)
      .map(({ quantity }) => ({ on: shipment.shippedOn, quantity })),
  );
  const days = [shippedOn, ...shipped.map(({ on }) => on).filter((on) => on > shippedOn)];
  const uncovered = days.some((day) => {
    const tested = licence.certificates.filter((one) => one.line === line.line && one.testedOn <= day);
    const leaving = shipped.filter(({ on }) => on <= day);
    return sum([part.quantity, ...leaving.map(({ quantity }) => quantity)]).greaterThan(
      sum(tested.map(({ quantity }) => quantity)),
    );
  });
  return uncovered
    ? problem(
        'CERTIFICATE_MISSING',
        `The laboratory certificates on file by ${shippedOn} do not cover ${grouped(part.quantity)} more units of line ${line.line} (${line.model}); file a certificate first.`,
        `${pointer}/quantity`,
      )
    : undefined;
});

const withinValidity: ShippingRule = ({ licenceNumber, validFrom, validUntil }, { data: { shippedOn } }) =>
  shippedOn < validFrom || shippedOn > validUntil
    ? problem(
        'OUTSIDE_VALIDITY',
        `Licence ${licenceNumber} is valid from ${validFrom} to ${validUntil}; ${shippedOn} is outside.`,
        '/shippedOn',
      )
    : undefined;

const notInTheFuture: ShippingRule = (_licence, { data: { shippedOn }, at }) =>
  shippedOn > dayOf(at)
    ? problem('IN_THE_FUTURE', 'A shipment is recorded once it has left, not before.', '/shippedOn')
    : undefined;

const shipmentIsNew: ShippingRule = ({ shipments }, { data }) => {
  const known = shipments.find(
    ({ shipmentId, reference }) => shipmentId === data.shipmentId || reference === data.reference,
  );
  return known
    ? problem(
        'DUPLICATE_REFERENCE',
        `Shipment ${known.reference} of ${known.shippedOn} was recorded with other content.`,
        '/reference',
      )
    : undefined;
};

export const shippingRules = [
  shipmentIsNew,
  withinValidity,
  notInTheFuture,
  linesAreLicensed,
  eachLineOnce,
  currencyIsLicensed,
  quantityIsLeft,
  valueWithinTolerance,
  certificatesOnFile,
];

const certificateIsNew: CertificateRule = ({ certificates }, { data }) =>
  certificates.some(
    ({ certificateId, laboratory, reference }) =>
      certificateId === data.certificateId || (laboratory === data.laboratory && reference === data.reference),
  )
    ? problem(
        'DUPLICATE_REFERENCE',
        `Certificate ${data.reference} of ${data.laboratory} is on file with other content.`,
        '/reference',
      )
    : undefined;

const certifiedLineIsLicensed: CertificateRule = (licence, { data }) =>
  lineOf(licence, data.line)
    ? undefined
    : problem('LINE_UNKNOWN', `Licence ${licence.licenceNumber} has no line ${data.line}.`, '/line');

const testedByNow: CertificateRule = (_licence, { data, at }) =>
  data.testedOn > dayOf(at)
    ? problem('IN_THE_FUTURE', 'A certificate is filed once the test has been made.', '/testedOn')
    : undefined;

export const certificateRules = [certificateIsNew, certifiedLineIsLicensed, testedByNow];
