import { Link } from 'react-router';
import { Card, SummaryList } from '../../ui/summary-list';
import { Tag } from '../../ui/tag';
import { Day, Moment } from '../../words/format';
import { Say } from '../../words/say';
import type { CaseOverview } from './case-types';
import { ConditionsOf } from './conditions-of';
import { criteriaRow } from './criteria';
import { LinesOf } from './lines-of';
import { Leaf } from './mark';
import { NoticeOf } from './notice-of';
import { ProposalOf } from './proposal-of';

type Decision = NonNullable<CaseOverview['decision']>;
type Granted = Extract<Decision, { outcome: 'licensed' }>;

/** What was decided, what is proposed, and what was announced; nothing before there is any of it. */
export const DecisionOf = ({ overview }: { readonly overview: CaseOverview }) => {
  const { decision, notice, review } = overview;
  const proposal = decision === null ? (review?.proposal ?? null) : null;
  if (decision === null && notice === null && proposal === null) return null;
  return (
    <Card
      id="case-decision"
      title={<Say id="cases.decision" />}
      actions={
        decision && (
          <Leaf at="/decision/outcome">
            <Tag tone={decision.outcome === 'denied' ? 'bad' : 'good'}>
              <Say id={`status.${decision.outcome}`} />
            </Tag>
          </Leaf>
        )
      }
    >
      {decision && <DecidedOf decision={decision} />}
      {proposal && <ProposalOf proposal={proposal} />}
      {notice && <NoticeOf notice={notice} />}
    </Card>
  );
};

const DecidedOf = ({ decision }: { readonly decision: Decision }) => {
  const at = {
    key: 'at',
    name: <Say id="cases.decision.at" />,
    value: (
      <Leaf at="/decision/at">
        <Moment value={decision.at} />
      </Leaf>
    ),
  };
  if (decision.outcome === 'licensed') return <GrantedOf decision={decision} />;
  const reasons = {
    key: 'reasons',
    name: <Say id="cases.decision.reasons" />,
    value: <Leaf at="/decision/reasons">{decision.reasons}</Leaf>,
  };
  if (decision.outcome === 'no-licence-required') return <SummaryList rows={[at, reasons]} />;
  return <SummaryList rows={[at, criteriaRow(decision.criteria, '/decision/criteria'), reasons]} />;
};

const GrantedOf = ({ decision }: { readonly decision: Granted }) => (
  <>
    <SummaryList
      rows={[
        {
          key: 'licence',
          name: <Say id="cases.licence" />,
          value: (
            <Leaf at="/decision/licenceNumber">
              <Link to={`/licences/${decision.licenceNumber}`}>{decision.licenceNumber}</Link>
            </Leaf>
          ),
        },
        {
          key: 'valid',
          name: <Say id="cases.decision.valid" />,
          value: (
            <Say
              id="cases.decision.validity"
              from={
                <Leaf at="/decision/validFrom">
                  <Day value={decision.validFrom} />
                </Leaf>
              }
              until={
                <Leaf at="/decision/validUntil">
                  <Day value={decision.validUntil} />
                </Leaf>
              }
            />
          ),
        },
      ]}
    />
    <LinesOf lines={decision.lines} at="/decision/lines" caption={<Say id="cases.decision.lines" />} />
    {decision.conditions && (
      <>
        <h3>
          <Say id="cases.conditions" count={decision.conditions.length} />
        </h3>
        <ConditionsOf conditions={decision.conditions} at="/decision/conditions" />
      </>
    )}
  </>
);
