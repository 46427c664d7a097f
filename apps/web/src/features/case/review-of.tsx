import { Card } from '../../ui/summary-list';
import { Say } from '../../words/say';
import type { CaseOverview } from './case-types';
import { Leaf } from './mark';
import { ReferralsOf } from './referrals-of';
import { RequirementsOf } from './requirements-of';

/**
 * What the reviews came to: who reviewed, why a licence is needed, and where the agencies stand. The authority's alone;
 * nothing before registration, which opens the technical review.
 */
export const ReviewOf = ({ overview }: { readonly overview: CaseOverview }) => {
  const { review, registeredOn } = overview;
  if (review === undefined || registeredOn === null) return null;
  const { technicalReviewer, requirements, referrals, positionsTaken, positionsAsked } = review;
  return (
    <Card id="case-review" title={<Say id="cases.review" />}>
      <p>
        {technicalReviewer === null ? (
          <Say id="cases.review.nobody" />
        ) : (
          <Say
            id="cases.review.by"
            name={
              <strong>
                <Leaf at="/review/technicalReviewer/name">{technicalReviewer.name}</Leaf>
              </strong>
            }
          />
        )}
      </p>
      <h3>
        <Say id="cases.requirements" />
      </h3>
      {requirements.length === 0 ? (
        <p>
          <Say
            id={overview.status === 'no-licence-required' ? 'cases.requirements.noneAtAll' : 'cases.requirements.none'}
          />
        </p>
      ) : (
        <RequirementsOf requirements={requirements} />
      )}
      {referrals.length > 0 && (
        <>
          <h3>
            <Say id="cases.referrals" />
          </h3>
          <p>
            <Say id="cases.referrals.count" taken={positionsTaken} asked={positionsAsked} />
          </p>
          <ReferralsOf review={review} />
        </>
      )}
    </Card>
  );
};
