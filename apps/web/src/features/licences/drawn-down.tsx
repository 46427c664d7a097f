import { SimpleTable } from '../../ui/simple-table';
import { Empty } from '../../ui/states';
import { Card } from '../../ui/summary-list';
import { Day, Money, Quantity } from '../../words/format';
import { Say } from '../../words/say';
import type { Licence } from './licence-reading';

interface Props {
  readonly licence: Licence;
}

const modelOf = ({ lines }: Licence, number: number): string => lines.find(({ line }) => line === number)?.model ?? '';

/** What has shipped under a licence, newest first. */
export const ShipmentsOf = ({ licence }: Props) => (
  <Card id="shipments" title={<Say id="licences.shipments" />}>
    {licence.shipments.length === 0 ? (
      <Empty title={<Say id="licences.shipments.none" />} />
    ) : (
      <SimpleTable
        caption={<Say id="licences.shipments" />}
        hidesCaption
        rows={[...licence.shipments].reverse()}
        keyOf={({ shipmentId }) => shipmentId}
        columns={[
          {
            key: 'reference',
            head: <Say id="licences.reference" />,
            isRowHead: true,
            cell: ({ reference }) => reference,
          },
          { key: 'on', head: <Say id="licences.shippedOn" />, cell: ({ shippedOn }) => <Day value={shippedOn} /> },
          {
            key: 'lines',
            head: <Say id="licences.shippedWhat" />,
            cell: ({ lines }) => (
              <ul className="case-list">
                {lines.map(({ line, quantity, value }) => (
                  <li key={line}>
                    <Say
                      id="licences.shippedLine"
                      quantity={<Quantity value={quantity} />}
                      model={modelOf(licence, line)}
                      value={<Money value={value} />}
                    />
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    )}
  </Card>
);

/** Whether units ship only under laboratory certificates. */
export const asksForCertificates = ({ conditions }: Licence): boolean =>
  conditions.some(({ duty }) => duty.when === 'before-each-shipment');

/** The laboratory certificates on file, and how many more units of each line they cover. */
export const CertificatesOf = ({ licence }: Props) =>
  licence.certificates.length === 0 && !asksForCertificates(licence) ? null : (
    <Card id="certificates" title={<Say id="licences.certificates" />}>
      {asksForCertificates(licence) && (
        <ul className="case-list">
          {licence.lines.map(({ line, model }) => (
            <li key={line}>
              <Say
                id="licences.certificates.cover"
                line={line}
                model={model}
                quantity={<Quantity value={coveredUnits(licence, line).toString()} />}
              />
            </li>
          ))}
        </ul>
      )}
      {licence.certificates.length === 0 ? (
        <Empty title={<Say id="licences.certificates.none" />} />
      ) : (
        <SimpleTable
          caption={<Say id="licences.certificates" />}
          hidesCaption
          rows={[...licence.certificates].reverse()}
          keyOf={({ certificateId }) => certificateId}
          columns={[
            {
              key: 'reference',
              head: <Say id="licences.reference" />,
              isRowHead: true,
              cell: ({ reference }) => reference,
            },
            { key: 'laboratory', head: <Say id="licences.laboratory" />, cell: ({ laboratory }) => laboratory },
            {
              key: 'units',
              head: <Say id="licences.covers" />,
              cell: ({ line, quantity }) => (
                <Say id="licences.units" quantity={<Quantity value={quantity} />} model={modelOf(licence, line)} />
              ),
            },
            { key: 'on', head: <Say id="licences.testedOn" />, cell: ({ testedOn }) => <Day value={testedOn} /> },
          ]}
        />
      )}
    </Card>
  );

/** Units of a line that certificates cover and that have not shipped. */
export const coveredUnits = ({ certificates, lines }: Licence, number: number): bigint => {
  const shipped = BigInt(lines.find(({ line }) => line === number)?.shippedQuantity ?? '0');
  const covered = certificates
    .filter(({ line }) => line === number)
    .reduce((total, { quantity }) => total + BigInt(quantity), 0n);
  return covered > shipped ? covered - shipped : 0n;
};

/** The quarters that are over, with what shipped in each. */
export const PeriodsOf = ({ licence: { periods } }: Props) =>
  periods.length === 0 ? null : (
    <Card id="periods" title={<Say id="licences.periods" />}>
      <SimpleTable
        caption={<Say id="licences.periods" />}
        hidesCaption
        rows={periods}
        keyOf={({ period }) => period}
        columns={[
          { key: 'period', head: <Say id="licences.period" />, isRowHead: true, cell: ({ period }) => period },
          {
            key: 'value',
            head: <Say id="licences.shippedValue" />,
            isNumber: true,
            cell: ({ shippedValue }) => <Money value={shippedValue} />,
          },
        ]}
      />
    </Card>
  );
