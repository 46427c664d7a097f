import { Link } from 'react-router';
import { SimpleTable } from '../../ui/simple-table';
import { Day, Quantity } from '../../words/format';
import { Say } from '../../words/say';
import type { ListedLicence } from './licence-reading';
import { LicenceStatus } from './licence-status';

/** Licences one under the other, with what is left of each line. */
export const LicencesTable = ({ licences }: { readonly licences: readonly ListedLicence[] }) => (
  <SimpleTable
    caption={<Say id="licences.caption" />}
    hidesCaption
    rows={licences}
    keyOf={({ licenceNumber }) => licenceNumber}
    columns={[
      {
        key: 'number',
        head: <Say id="licences.licence" />,
        isRowHead: true,
        cell: ({ licenceNumber }) => <Link to={`/licences/${licenceNumber}`}>{licenceNumber}</Link>,
      },
      { key: 'holder', head: <Say id="licences.holder" />, cell: ({ holderName }) => holderName },
      { key: 'status', head: <Say id="licences.status" />, cell: ({ status }) => <LicenceStatus status={status} /> },
      {
        key: 'left',
        head: <Say id="licences.left" />,
        cell: ({ lines }) => (
          <ul className="case-list">
            {lines.map(({ line, model, quantityLeft, quantity }) => (
              <li key={line}>
                <Say
                  id="licences.leftOfLine"
                  left={<Quantity value={quantityLeft} />}
                  quantity={<Quantity value={quantity} />}
                  model={model}
                />
              </li>
            ))}
          </ul>
        ),
      },
      { key: 'until', head: <Say id="licences.validUntil" />, cell: ({ validUntil }) => <Day value={validUntil} /> },
      {
        key: 'case',
        head: <Say id="licences.case" />,
        cell: ({ caseId, applicationNumber }) => <Link to={`/cases/${caseId}`}>{applicationNumber}</Link>,
      },
    ]}
  />
);
