import { useList } from '../../api/list';
import { listKey } from '../../api/reading';
import { useMe } from '../../session/me';
import { useAddress } from '../../ui/address';
import { FilterPanel } from '../../ui/filter-panel';
import { Page } from '../../ui/page';
import { QueueTable } from '../../ui/queue-table';
import { useSort } from '../../ui/sort';
import { Empty } from '../../ui/states';
import { AddressTabs } from '../../ui/tabs';
import { Say, useSay } from '../../words/say';
import { pageOfReferrals, states } from './referral';
import { useReferralColumns } from './referral-columns';

/** What was referred to the reader's agency: what waits for an answer, and what became of the rest. */
export const AgencyQueuePage = () => {
  const say = useSay();
  const address = useAddress();
  const sort = useSort();
  const { organisationName } = useMe();
  const q = address.get('q');
  const state = states.find((each) => each === address.get('state')) ?? 'awaited';
  const list = useList(listKey('agency-queue', { q, state, sort: sort.asked }), (cursor, signal) =>
    pageOfReferrals({ q, state, sort: sort.asked, cursor }, signal),
  );
  const counts = list.head?.counts;
  const columns = useReferralColumns();
  return (
    <Page title={say('review.agencyQueue.title')} caption={organisationName} help="agency-queue">
      <AddressTabs
        name="state"
        label={say('review.agencyQueue.parts')}
        tabs={states.map((each) => ({
          value: each === 'awaited' ? '' : each,
          label: say(`review.agencyQueue.${each}`),
          ...(counts && { count: counts[each] }),
        }))}
      />
      <FilterPanel filters={[{ name: 'q', label: say('review.queue.find') }]} />
      <QueueTable
        caption={say('review.agencyQueue.title')}
        columns={columns}
        list={list}
        {...(counts && { total: counts[state] })}
        keyOf={({ caseId }) => caseId}
        to={({ caseId }) => `/reviews/agency/${caseId}`}
        empty={
          <Empty
            title={<Say id={q === undefined ? `review.agencyQueue.empty.${state}` : 'review.queue.nothingFits'} />}
          >
            <p>
              <Say id={q === undefined ? 'review.agencyQueue.empty.why' : 'review.queue.nothingFits.why'} />
            </p>
          </Empty>
        }
      />
    </Page>
  );
};
