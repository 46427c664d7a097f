import { positions } from '@exeat/kernel';
import { useMemo } from 'react';
import { DaysLeft } from '../../ui/clock-ring';
import type { QueueColumn } from '../../ui/queue-columns';
import { Day } from '../../words/format';
import { useSay } from '../../words/say';
import { PositionTag } from '../case/referrals-of';
import type { Referral } from './referral';

/** What the queue tells of each referral. */
export const useReferralColumns = (): readonly QueueColumn<Referral>[] => {
  const say = useSay();
  return useMemo(
    () => [
      {
        key: 'number',
        head: say('review.queue.number'),
        isRowHead: true,
        width: 'narrow',
        sort: 'number',
        cell: ({ number }) => number,
      },
      {
        key: 'applicant',
        head: say('review.queue.applicant'),
        sort: 'applicantName',
        cell: ({ applicantName }) => applicantName,
      },
      { key: 'models', head: say('review.queue.models'), cell: ({ models }) => models },
      { key: 'because', head: say('review.agencyQueue.because'), width: 'wide', cell: ({ because }) => because },
      {
        key: 'due',
        head: say('review.agencyQueue.due'),
        sort: 'dueAt',
        cell: ({ dueOn, daysLeft, state }) => (
          <>
            <Day value={dueOn} />
            {state === 'awaited' && (
              <>
                <br />
                <DaysLeft days={daysLeft} />
              </>
            )}
          </>
        ),
      },
      { key: 'why', head: say('review.queue.why'), width: 'wide', cell: ({ whyHere }) => whyHere },
      {
        key: 'position',
        head: say('review.agencyQueue.position'),
        cell: ({ state, position, reviewerName }) => (
          <>
            <PositionTag stance={state === 'silent' ? 'silent' : (stanceOf(position) ?? 'awaited')} />
            {reviewerName !== null && (
              <>
                <br />
                {reviewerName}
              </>
            )}
          </>
        ),
      },
      {
        key: 'referred',
        head: say('review.agencyQueue.referred'),
        isExtra: true,
        cell: ({ referredAt }) => <Day value={referredAt} />,
      },
      {
        key: 'conditions',
        head: say('review.agencyQueue.conditions'),
        isNumber: true,
        isExtra: true,
        cell: ({ conditionsProposed }) => conditionsProposed,
      },
    ],
    [say],
  );
};

const stanceOf = (position: string | null) => positions.find((each) => each === position);
