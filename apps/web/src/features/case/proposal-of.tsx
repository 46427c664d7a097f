import { SummaryList } from '../../ui/summary-list';
import { Day } from '../../words/format';
import { Say } from '../../words/say';
import type { CaseReview } from './case-types';
import { ConditionsOf } from './conditions-of';
import { criteriaRow } from './criteria';
import { LinesOf } from './lines-of';
import { Leaf } from './mark';

/**
 * A decision that is proposed and waits for its signatures, with what it would license and on which conditions, or the
 * grounds it would deny on. The authority's alone; its conditions are not there for reviewers.
 */
export const ProposalOf = ({ proposal }: { readonly proposal: NonNullable<CaseReview['proposal']> }) => {
  const at = '/review/proposal';
  const { lines, validUntil, conditions, criteria } = proposal;
  return (
    <>
      <h3>
        <Say id="cases.proposal" />
      </h3>
      <SummaryList
        rows={[
          {
            key: 'kind',
            name: <Say id="cases.proposal.kind" />,
            value: (
              <Leaf at={`${at}/kind`}>
                <Say id={`decision.${proposal.kind}`} />
              </Leaf>
            ),
          },
          {
            key: 'officer',
            name: <Say id="cases.proposal.officer" />,
            value: <Leaf at={`${at}/officer/name`}>{proposal.officer.name}</Leaf>,
          },
          ...(validUntil === undefined
            ? []
            : [
                {
                  key: 'validUntil',
                  name: <Say id="cases.proposal.validUntil" />,
                  value: (
                    <Leaf at={`${at}/validUntil`}>
                      <Day value={validUntil} />
                    </Leaf>
                  ),
                },
              ]),
          ...(criteria === undefined ? [] : [criteriaRow(criteria, `${at}/criteria`)]),
          {
            key: 'reasons',
            name: <Say id="cases.decision.reasons" />,
            value: <Leaf at={`${at}/reasons`}>{proposal.reasons}</Leaf>,
          },
          {
            key: 'signatures',
            name: <Say id="cases.proposal.signatures" />,
            value: (
              <>
                <Say
                  id="cases.proposal.signed"
                  count={proposal.signatures.length}
                  required={proposal.signaturesRequired}
                />
                {proposal.signatures.map(({ id, name }, index) => (
                  <span key={id}>
                    {index === 0 ? ': ' : ', '}
                    <Leaf at={`${at}/signatures/${index}/name`}>{name}</Leaf>
                  </span>
                ))}
              </>
            ),
          },
        ]}
      />
      {lines && <LinesOf lines={lines} at={`${at}/lines`} caption={<Say id="cases.proposal.lines" />} />}
      {conditions && (
        <>
          <h4>
            <Say id="cases.conditions" count={conditions.length} />
          </h4>
          <ConditionsOf conditions={conditions} at={`${at}/conditions`} />
        </>
      )}
    </>
  );
};
