import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../api/command';
import { technicalReviewQuery, type TechnicalReview } from '../../api/reviews';
import { RefusedCommand, useLastAsked } from '../../forms/refused-command';
import { useMay } from '../../session/me';
import { Button, ButtonLink } from '../../ui/button';
import { useShortcut } from '../../ui/shortcuts';
import { Tag } from '../../ui/tag';
import { Say, useSay } from '../../words/say';
import { CompleteDialog } from './complete-dialog';
import { ReleaseDialog } from './release-dialog';

interface ReviewBarProps {
  readonly review: TechnicalReview;
  readonly version: number;
  readonly isMine: boolean;
}

/** Who holds the review, and taking it, giving it back and completing it. */
export const ReviewBar = ({ review, version, isMine }: ReviewBarProps) => {
  const say = useSay();
  const client = useQueryClient();
  const { caseId, status } = review;
  const mayWork = useMay()('technical-review:work');
  const isFree = mayWork && status === 'open';
  const command = useCommand();
  const { asked, since, remember } = useLastAsked();
  const [dialog, setDialog] = useState<'release' | 'complete'>();
  const versionNow = async () => (await client.fetchQuery({ ...technicalReviewQuery(caseId), staleTime: 0 })).version;
  const claim = () => void command.run(remember({ path: `/technical-reviews/${caseId}/claim`, body: {}, version }));
  const holder = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone once it has done its work.
  const before = useRef(status);
  useEffect(() => {
    if (before.current !== status && document.activeElement === document.body) holder.current?.focus();
    before.current = status;
  }, [status]);
  const close = () => setDialog(undefined);
  useShortcut('c', say('review.claim'), claim, isFree);
  useShortcut('r', say('review.release'), () => setDialog('release'), isMine);
  useShortcut('x', say('review.complete'), () => setDialog('complete'), isMine);
  return (
    <section className="review-bar" aria-label={say('review.state')}>
      <div className="review-bar__line">
        <p ref={holder} tabIndex={-1} className="review-bar__holder" role="status">
          <Holder review={review} isMine={isMine} />
        </p>
        <div className="review-bar__acts">
          {isFree && (
            <Button onClick={claim} isBusy={command.isRunning}>
              <Say id="review.claim" />
            </Button>
          )}
          {isMine && (
            <>
              <Button onClick={() => setDialog('complete')}>
                <Say id="review.complete" />
              </Button>
              <Button look="outline" onClick={() => setDialog('release')}>
                <Say id="review.release" />
              </Button>
            </>
          )}
          {status === 'completed' && (
            <ButtonLink to="/queues/technical" look="outline">
              <Say id="review.backToQueue" />
            </ButtonLink>
          )}
        </div>
      </div>
      <RefusedCommand command={command} asked={asked} since={since} caseId={caseId} versionNow={versionNow} />
      <ReleaseDialog {...{ caseId, version, versionNow }} isOpen={dialog === 'release'} onClose={close} />
      <CompleteDialog {...{ review, version, versionNow }} isOpen={dialog === 'complete'} onClose={close} />
    </section>
  );
};

const Holder = ({ review: { status, holder }, isMine }: Pick<ReviewBarProps, 'review' | 'isMine'>) => {
  const name = <strong>{holder?.name}</strong>;
  switch (status) {
    case 'claimed':
      return isMine ? (
        <Tag tone="active">
          <Say id="review.claimedByYou" />
        </Tag>
      ) : (
        <Say id="review.claimedBy" name={name} />
      );
    case 'completed':
      return <Say id="review.completedBy" name={name} />;
    case 'cancelled':
      return <Say id="review.cancelled" />;
    default:
      return <Say id="review.unclaimed" />;
  }
};
