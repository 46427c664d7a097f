import { SummaryList } from '../../ui/summary-list';
import { Say } from '../../words/say';
import type { CaseReview } from './case-types';
import { Leaf } from './mark';

/** A decision that is proposed and waits for its signatures. The authority's alone. */
export const ProposalOf = ({ proposal }: { readonly proposal: NonNullable<CaseReview['proposal']> }) => {
  const at = '/review/proposal';
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
    </>
  );
};
