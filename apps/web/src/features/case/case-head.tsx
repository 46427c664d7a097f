import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card, SummaryList, type SummaryRow } from '../../ui/summary-list';
import { Day } from '../../words/format';
import { Say } from '../../words/say';
import type { CaseOverview } from './case-types';
import { ClockOf } from './clock-of';
import { Leaf } from './mark';
import { StatusTag, WaitsOn } from './status-tag';

/** Where a case stands: number, applicant, status, what it waits for and on whom, and its clock. */
export const CaseHead = ({ overview }: { readonly overview: CaseOverview }) => {
  const { number, previousNumber, status, waitsFor, waitsOn, round, licenceNumber, wentBackBecause } = overview;
  return (
    <Card
      id="case-head"
      title={<Say id="cases.head" />}
      actions={
        <Leaf at="/status">
          <StatusTag status={status} />
        </Leaf>
      }
    >
      <div className="case-head">
        <ClockOf overview={overview} />
        <p className="case-head__waits">
          {waitsFor !== null && waitsOn !== null ? (
            <Say
              id="cases.waits"
              what={<Leaf at="/waitsFor">{waitsFor}</Leaf>}
              whom={
                <strong>
                  <WaitsOn on={waitsOn} />
                </strong>
              }
            />
          ) : (
            <Say id="cases.waitsForNothing" />
          )}
        </p>
      </div>
      {wentBackBecause !== null && (
        <p className="case-head__back">
          <strong>
            <Say id={status === 'withdrawn' ? 'cases.withdrawnBecause' : 'cases.returnedBecause'} />
          </strong>{' '}
          <Leaf at="/wentBackBecause">{wentBackBecause}</Leaf>
        </p>
      )}
      <SummaryList
        rows={[
          row('number', <Say id="cases.number" />, number ?? <Say id="cases.noNumber" />),
          ...(previousNumber === null
            ? []
            : [row('previousNumber', <Say id="cases.previousNumber" />, previousNumber)]),
          row('applicantName', <Say id="cases.applicant" />, overview.applicantName),
          row('reference', <Say id="cases.reference" />, overview.reference),
          ...(round > 1 ? [row('round', <Say id="cases.round" />, <Say id="cases.rounds" round={round} />)] : []),
          ...days(overview),
          ...(licenceNumber === null
            ? []
            : [
                row(
                  'licenceNumber',
                  <Say id="cases.licence" />,
                  <Link to={`/licences/${licenceNumber}`}>{licenceNumber}</Link>,
                ),
              ]),
        ]}
      />
    </Card>
  );
};

const row = (key: string, name: ReactNode, value: ReactNode): SummaryRow => ({
  key,
  name,
  value: <Leaf at={`/${key}`}>{value}</Leaf>,
});

const days = ({ registeredOn, resolveBy, closedOn }: CaseOverview): readonly SummaryRow[] => [
  ...(registeredOn === null ? [] : [row('registeredOn', <Say id="cases.registered" />, <Day value={registeredOn} />)]),
  ...(resolveBy === null || closedOn !== null
    ? []
    : [row('resolveBy', <Say id="cases.resolveBy" />, <Day value={resolveBy} />)]),
  ...(closedOn === null ? [] : [row('closedOn', <Say id="cases.closed" />, <Day value={closedOn} />)]),
];
