import { useQueryClient } from '@tanstack/react-query';
import { useList } from '../../api/list';
import { listKey } from '../../api/reading';
import { technicalReviewQuery } from '../../api/reviews';
import { RefusedCommand } from '../../forms/refused-command';
import { useAddress } from '../../ui/address';
import { FilterPanel } from '../../ui/filter-panel';
import { Page } from '../../ui/page';
import { QueueTable } from '../../ui/queue-table';
import { useSort } from '../../ui/sort';
import { Empty } from '../../ui/states';
import { AddressTabs } from '../../ui/tabs';
import { Say, useSay } from '../../words/say';
import { useClaim } from './claim';
import { holders, pageOfQueue, type Holder } from './queue-entry';
import { useQueueColumns } from './queue-columns';

/** The technical reviews to be done: the most urgent on top, who holds which, and claiming straight from the row. */
export const TechnicalQueuePage = () => {
  const say = useSay();
  const address = useAddress();
  const sort = useSort();
  const q = address.get('q');
  const holder = holders.find((each) => each === address.get('holder'));
  const list = useList(listKey('technical-queue', { q, holder, sort: sort.asked }), (cursor, signal) =>
    pageOfQueue({ q, holder, sort: sort.asked, cursor }, signal),
  );
  const counts = list.head?.counts;
  const claim = useClaim();
  const columns = useQueueColumns(claim.run);
  const client = useQueryClient();
  const versionNow = async () =>
    claim.entry && (await client.fetchQuery({ ...technicalReviewQuery(claim.entry.caseId), staleTime: 0 })).version;
  const total = counts && totalOf(counts, holder);
  return (
    <Page title={say('review.technicalQueue.title')} help="technical-queue">
      <AddressTabs
        name="holder"
        label={say('review.technicalQueue.parts')}
        tabs={[
          { value: '', label: say('review.technicalQueue.all'), ...(counts && { count: counts.all }) },
          { value: 'free', label: say('review.technicalQueue.unclaimed'), ...(counts && { count: counts.unclaimed }) },
          { value: 'mine', label: say('review.technicalQueue.mine'), ...(counts && { count: counts.mine }) },
        ]}
      />
      <FilterPanel filters={[{ name: 'q', label: say('review.queue.find') }]} />
      {claim.entry && (
        <RefusedCommand
          command={claim.command}
          asked={claim.asked}
          since={claim.since}
          caseId={claim.entry.caseId}
          versionNow={versionNow}
        />
      )}
      <QueueTable
        caption={say('review.technicalQueue.title')}
        columns={columns}
        list={list}
        {...(total !== undefined && { total })}
        keyOf={({ caseId }) => caseId}
        to={({ caseId }) => `/reviews/technical/${caseId}`}
        rowKeys={[{ keys: 'c', words: say('review.claim'), run: claim.run }]}
        empty={
          <Empty title={<Say id={q === undefined ? 'review.technicalQueue.empty' : 'review.queue.nothingFits'} />}>
            <p>
              <Say id={q === undefined ? 'review.technicalQueue.empty.why' : 'review.queue.nothingFits.why'} />
            </p>
          </Empty>
        }
      />
    </Page>
  );
};

const totalOf = (counts: Readonly<Record<'all' | 'unclaimed' | 'mine', number>>, holder: Holder | undefined) =>
  holder === undefined ? counts.all : holder === 'free' ? counts.unclaimed : counts.mine;
