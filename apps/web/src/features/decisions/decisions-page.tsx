import { useMemo } from 'react';
import { api } from '../../api/client';
import { useList, pageSize } from '../../api/list';
import { dataOf, listKey } from '../../api/reading';
import { useAddress } from '../../ui/address';
import { FilterPanel } from '../../ui/filter-panel';
import { Page } from '../../ui/page';
import { QueueTable } from '../../ui/queue-table';
import { Empty } from '../../ui/states';
import { AddressTabs } from '../../ui/tabs';
import { Say, useSay } from '../../words/say';
import { worklistColumns } from './columns';
import { stages, type Worklist, type WorklistRow } from './worklist';

/** The cases that are to be decided, by stage, the one that has to be resolved first on top. */
export const DecisionsPage = () => {
  const say = useSay();
  const address = useAddress();
  const stage = stages.find((each) => each === address.get('stage'));
  const q = address.get('q');
  const list = useList<WorklistRow, Worklist>(listKey('worklist', { stage, q }), (cursor, signal) =>
    dataOf(
      api.GET('/api/v1/worklist', {
        params: {
          query: {
            limit: pageSize,
            ...(cursor !== undefined && { cursor }),
            ...(stage !== undefined && { stage }),
            ...(q !== undefined && { q }),
          },
        },
        signal,
      }),
    ),
  );
  const columns = useMemo(() => worklistColumns(say), [say]);
  const counts = list.head?.counts;
  const all = counts && stages.reduce((sum, each) => sum + counts[each], 0);
  const total = stage === undefined ? all : counts?.[stage];
  return (
    <Page title={say('decision.list')} help="decisions" lead={<Say id="decision.list.lead" />}>
      <AddressTabs
        name="stage"
        label={say('decision.stages')}
        tabs={[
          { value: '', label: say('decision.stage.all'), ...(all !== undefined && { count: all }) },
          ...stages.map((each) => ({
            value: each,
            label: say(`decision.stage.${each}`),
            ...(counts && { count: counts[each] }),
          })),
        ]}
      />
      <FilterPanel filters={[{ name: 'q', label: say('decision.list.find') }]} />
      <QueueTable
        caption={say(`decision.stage.${stage ?? 'all'}`)}
        columns={columns}
        list={list}
        {...(total !== undefined && { total })}
        keyOf={({ caseId }) => caseId}
        to={({ caseId, stage: at }) => `/decisions/${caseId}${at === 'settling' ? '' : '?part=decision'}`}
        empty={
          <Empty title={<Say id={q === undefined ? 'decision.list.empty' : 'decision.list.nothing'} />}>
            <p>
              <Say id={q === undefined ? 'decision.list.empty.body' : 'decision.list.nothing.body'} />
            </p>
          </Empty>
        }
      />
    </Page>
  );
};
