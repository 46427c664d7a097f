import { Link } from 'react-router';
import type { paths } from '../../api/schema';
import { ClockRing } from '../../ui/clock-ring';
import { SimpleTable } from '../../ui/simple-table';
import { Day, Quantity } from '../../words/format';
import { Say } from '../../words/say';
import { StatusTag, WaitsOn } from '../case/status-tag';

export type ListedCase =
  paths['/api/v1/cases']['get']['responses'][200]['content']['application/json']['items'][number];

/** Cases one under the other, each with where it stands and on whom it waits. */
export const CasesTable = ({ cases }: { readonly cases: readonly ListedCase[] }) => (
  <SimpleTable
    caption={<Say id="cases.caption" />}
    hidesCaption
    rows={cases}
    keyOf={({ caseId }) => caseId}
    columns={[
      {
        key: 'case',
        head: <Say id="cases.case" />,
        isRowHead: true,
        cell: ({ caseId, number, reference }) => <Link to={`/cases/${caseId}`}>{number ?? reference}</Link>,
      },
      { key: 'applicant', head: <Say id="cases.applicant" />, cell: ({ applicantName }) => applicantName },
      {
        key: 'items',
        head: <Say id="cases.items.head" />,
        cell: ({ items }) => (
          <ul className="case-list">
            {items.map(({ line, model, quantity }) => (
              <li key={line}>
                <Say id="cases.items.one" quantity={<Quantity value={quantity} />} model={model} />
              </li>
            ))}
          </ul>
        ),
      },
      { key: 'status', head: <Say id="cases.status" />, cell: ({ status }) => <StatusTag status={status} /> },
      {
        key: 'waits',
        head: <Say id="cases.waitsOn" />,
        cell: ({ waitsOn }) => waitsOn !== null && <WaitsOn on={waitsOn} />,
      },
      {
        key: 'clock',
        head: <Say id="cases.clock" />,
        cell: ({ daysElapsed }) => daysElapsed !== null && <ClockRing elapsed={daysElapsed} />,
      },
      {
        key: 'registered',
        head: <Say id="cases.registered" />,
        cell: ({ registeredOn }) => registeredOn !== null && <Day value={registeredOn} />,
      },
    ]}
  />
);
