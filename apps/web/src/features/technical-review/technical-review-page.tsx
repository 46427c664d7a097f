import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { technicalReviewQuery, type TechnicalReview } from '../../api/reviews';
import { useMe } from '../../session/me';
import { Page } from '../../ui/page';
import { Read } from '../../ui/read';
import { useSay } from '../../words/say';
import { OthersHere } from '../case/others-here';
import { Beside } from './beside';
import { FindingPart } from './finding-part';
import { Lines } from './lines';
import { ReviewBar } from './review-bar';
import { useLine } from './use-line';

/** Where a technical reviewer works: the line with what is computed from it, the finding, and what helps to find it. */
export const TechnicalReviewPage = () => {
  const { caseId = '' } = useParams();
  const say = useSay();
  const query = useQuery(technicalReviewQuery(caseId));
  const number = query.data?.document.number;
  return (
    <Page
      title={number === undefined ? say('review.technical') : say('review.technicalOf', { number })}
      caption={query.data?.document.applicant.name}
      help="technical-review"
      crumbs={[{ to: '/queues/technical', name: say('review.technicalQueue.title') }]}
    >
      <Read query={query} rows={12}>
        {({ document, version }) => <Workspace review={document} version={version} />}
      </Read>
    </Page>
  );
};

const Workspace = ({ review, version }: { readonly review: TechnicalReview; readonly version: number }) => {
  const me = useMe().actor.id;
  const { caseId, items, status, holder } = review;
  const isMine = status === 'claimed' && holder?.id === me;
  const { item, choose } = useLine(items);
  return (
    <>
      <ReviewBar review={review} version={version} isMine={isMine} />
      <OthersHere caseId={caseId} />
      <div className="workspace">
        <Lines items={items} chosen={item} onChoose={choose} />
        {item && (
          <FindingPart
            key={`${item.line}-${String(isMine)}`}
            caseId={caseId}
            item={item}
            version={version}
            isMine={isMine}
          />
        )}
        <Beside caseId={caseId} {...(item && { model: item.model })} />
      </div>
    </>
  );
};
