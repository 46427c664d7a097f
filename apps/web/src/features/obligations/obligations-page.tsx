import { useMemo } from 'react';
import { api } from '../../api/client';
import { useList } from '../../api/list';
import { dataOf, listKey } from '../../api/reading';
import { useAddress } from '../../ui/address';
import { FilterPanel, type Filter } from '../../ui/filter-panel';
import { GrowingList } from '../../ui/growing-list';
import { Page } from '../../ui/page';
import { Card } from '../../ui/summary-list';
import { AddressTabs } from '../../ui/tabs';
import { Say, useSay } from '../../words/say';
import { ObligationsOf } from './obligations-of';

const statuses = ['open', 'overdue', 'fulfilled'] as const;
const pageSize = 50;

/** What is owed under licences, by the day it is due, with how much of it there is of each kind. */
export const ObligationsPage = () => {
  const say = useSay();
  const asked = useAsked();
  const list = useList(listKey('obligations', asked), (cursor, signal) =>
    dataOf(
      api.GET('/api/v1/obligations', {
        params: { query: { limit: pageSize, ...asked, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );
  const counts = list.head?.counts;
  const filters = useMemo(
    (): readonly Filter[] => [
      { name: 'q', label: say('licences.filter.q') },
      { name: 'licence', label: say('licences.filter.licence') },
    ],
    [say],
  );
  return (
    <Page title={say('licences.obligations')} help="obligations" lead={<Say id="licences.obligations.lead" />}>
      <FilterPanel filters={filters} />
      <AddressTabs
        name="status"
        label={say('licences.status')}
        tabs={[
          {
            value: '',
            label: say('licences.obligations.all'),
            ...(counts && { count: counts.open + counts.overdue + counts.fulfilled }),
          },
          ...statuses.map((value) => ({
            value,
            label: say(`obligation.status.${value}`),
            ...(counts && { count: counts[value] }),
          })),
        ]}
      />
      <GrowingList list={list}>
        {(obligations) => (
          <Card id="obligations" title={<Say id="licences.owed" />}>
            <ObligationsOf obligations={obligations} />
          </Card>
        )}
      </GrowingList>
    </Page>
  );
};

/** What the address asks for. */
const useAsked = () => {
  const { get } = useAddress();
  const [q, licence] = [get('q'), get('licence')];
  const status = statuses.find((each) => each === get('status'));
  return {
    ...(q !== undefined && { q }),
    ...(licence !== undefined && { licence }),
    ...(status !== undefined && { status }),
  };
};
