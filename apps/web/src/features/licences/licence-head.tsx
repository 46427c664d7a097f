import { Link } from 'react-router';
import { SimpleTable } from '../../ui/simple-table';
import { Card, SummaryList } from '../../ui/summary-list';
import { Day, Money, Quantity } from '../../words/format';
import { Say } from '../../words/say';
import type { Licence } from './licence-reading';
import { LicenceStatus } from './licence-status';

/** Holder, validity and status of a licence. */
export const LicenceHead = ({ licence }: { readonly licence: Licence }) => (
  <Card id="licence-head" title={<Say id="licences.head" />} actions={<LicenceStatus status={licence.status} />}>
    <SummaryList
      rows={[
        { key: 'number', name: <Say id="licences.licence" />, value: licence.licenceNumber },
        { key: 'holder', name: <Say id="licences.holder" />, value: licence.holderName },
        {
          key: 'valid',
          name: <Say id="licences.valid" />,
          value: (
            <Say
              id="licences.validity"
              from={<Day value={licence.validFrom} />}
              until={<Day value={licence.validUntil} />}
            />
          ),
        },
        {
          key: 'tolerance',
          name: <Say id="licences.tolerance" />,
          value: <Say id="licences.toleranceOf" percent={licence.valueTolerancePercent} />,
        },
        {
          key: 'case',
          name: <Say id="licences.case" />,
          value: <Link to={`/cases/${licence.caseId}`}>{licence.applicationNumber}</Link>,
        },
      ]}
    />
  </Card>
);

/** The lines of a licence with what has shipped and what is left of each, exactly. */
export const LinesOf = ({ licence: { lines } }: { readonly licence: Licence }) => (
  <SimpleTable
    caption={<Say id="licences.lines" />}
    hidesCaption
    rows={lines}
    keyOf={({ line }) => line}
    columns={[
      {
        key: 'model',
        head: <Say id="licences.line" />,
        isRowHead: true,
        cell: ({ line, model }) => <Say id="licences.lineOf" line={line} model={model} />,
      },
      {
        key: 'licensed',
        head: <Say id="licences.licensed" />,
        isNumber: true,
        cell: ({ quantity }) => <Quantity value={quantity} />,
      },
      {
        key: 'shipped',
        head: <Say id="licences.shipped" />,
        isNumber: true,
        cell: ({ shippedQuantity }) => <Quantity value={shippedQuantity} />,
      },
      {
        key: 'left',
        head: <Say id="licences.left" />,
        isNumber: true,
        cell: ({ quantityLeft }) => <Quantity value={quantityLeft} />,
      },
      {
        key: 'price',
        head: <Say id="licences.unitPrice" />,
        isNumber: true,
        cell: ({ unitPrice }) => <Money value={unitPrice} />,
      },
      {
        key: 'valueLeft',
        head: <Say id="licences.valueLeft" />,
        isNumber: true,
        cell: ({ valueLeft, value: { currency } }) => <Money value={{ amount: valueLeft, currency }} />,
      },
    ]}
  />
);
