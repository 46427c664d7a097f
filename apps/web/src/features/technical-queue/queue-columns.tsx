import { useMemo } from 'react';
import { useMe } from '../../session/me';
import { Button } from '../../ui/button';
import { ClockRing, DaysLeft } from '../../ui/clock-ring';
import type { QueueColumn } from '../../ui/queue-columns';
import { Tag } from '../../ui/tag';
import { Day } from '../../words/format';
import { Say, useSay } from '../../words/say';
import type { QueueEntry } from './queue-entry';

/** What the queue tells of each review. */
export const useQueueColumns = (onClaim: (entry: QueueEntry) => void): readonly QueueColumn<QueueEntry>[] => {
  const say = useSay();
  const me = useMe().actor.id;
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
      {
        key: 'clock',
        head: say('review.queue.clock'),
        // The review opens on the day of registration, from which the clock runs.
        cell: ({ daysOpen, daysLeft }) => <ClockRing elapsed={daysOpen} whole={daysOpen + daysLeft} />,
      },
      {
        key: 'left',
        head: say('review.queue.left'),
        sort: 'resolveBy',
        cell: ({ daysLeft }) => <DaysLeft days={daysLeft} />,
      },
      { key: 'why', head: say('review.queue.why'), width: 'wide', cell: ({ whyHere }) => whyHere },
      {
        key: 'findings',
        head: say('review.technicalQueue.findings'),
        isNumber: true,
        isExtra: true,
        sort: 'itemCount',
        cell: ({ findingCount, itemCount }) => (
          <Say id="review.technicalQueue.found" found={findingCount} items={itemCount} />
        ),
      },
      {
        key: 'resolveBy',
        head: say('review.queue.resolveBy'),
        isExtra: true,
        cell: ({ resolveBy }) => <Day value={resolveBy} />,
      },
      {
        key: 'opened',
        head: say('review.technicalQueue.opened'),
        isExtra: true,
        cell: ({ openedAt }) => openedAt !== null && <Day value={openedAt} />,
      },
      {
        key: 'holder',
        head: say('review.technicalQueue.holder'),
        cell: (entry) => <HolderOf entry={entry} me={me} onClaim={onClaim} />,
      },
    ],
    [me, onClaim, say],
  );
};

interface HolderProps {
  readonly entry: QueueEntry;
  readonly me: string;
  readonly onClaim: (entry: QueueEntry) => void;
}

const HolderOf = ({ entry, me, onClaim }: HolderProps) => {
  const say = useSay();
  if (entry.holder === null)
    return (
      <Button look="outline" label={say('review.claimWhat', { number: entry.number })} onClick={() => onClaim(entry)}>
        <Say id="review.claim" />
      </Button>
    );
  return entry.holder.id === me ? (
    <Tag tone="active">
      <Say id="review.heldByYou" />
    </Tag>
  ) : (
    <>{entry.holder.name}</>
  );
};
