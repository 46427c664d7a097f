import type { SecurityReview } from '../../api/reviews';
import { useAddress } from '../../ui/address';
import { Card } from '../../ui/summary-list';
import { AddressTabs } from '../../ui/tabs';
import { Say, useSay } from '../../words/say';
import { CasePart, partsBeside } from '../case/case-part';
import { FindingOf } from '../case/finding-of';
import { RequirementsOf } from '../case/requirements-of';
import { AnswerOf } from './answer-of';

interface GroundsProps {
  readonly review: SecurityReview;
  /** The reader's own. */
  readonly agency: string;
}

const parts = ['findings', 'agencies', ...partsBeside] as const;

/** What a position rests on: findings and requirements, what the other agencies say, and the rest of the case. */
export const Grounds = ({ review, agency }: GroundsProps) => {
  const say = useSay();
  const asked = useAddress().get('beside');
  const part = parts.find((each) => each === asked) ?? 'findings';
  return (
    <div>
      <AddressTabs
        name="beside"
        label={say('review.beside')}
        tabs={parts.map((each) => ({ value: each === 'findings' ? '' : each, label: say(`review.beside.${each}`) }))}
      />
      {part === 'findings' ? (
        <Findings review={review} />
      ) : part === 'agencies' ? (
        <Agencies review={review} agency={agency} />
      ) : (
        <CasePart caseId={review.caseId} part={part} />
      )}
    </div>
  );
};

const Findings = ({ review: { findings, requirements } }: Pick<GroundsProps, 'review'>) => (
  <>
    <Card id="requirements" title={<Say id="review.requirements" />}>
      <RequirementsOf requirements={requirements} />
    </Card>
    {findings.map((finding, index) => (
      <Card
        key={finding.line}
        id={`finding-${finding.line}`}
        title={<Say id="review.line" line={finding.line} model={finding.model} />}
      >
        <FindingOf finding={finding} at={`/review/findings/${index}`} />
      </Card>
    ))}
  </>
);

const Agencies = ({ review, agency }: GroundsProps) =>
  review.referrals
    .filter((each) => each.agency !== agency)
    .map(({ agency: other, agencyName, answer }) => (
      <Card key={other} id={`agency-${other}`} title={agencyName}>
        {answer ? (
          <AnswerOf answer={answer} />
        ) : (
          <p>
            <Say id="position.awaited" />
          </p>
        )}
      </Card>
    ));
