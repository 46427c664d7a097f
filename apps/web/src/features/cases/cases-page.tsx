import { useMemo } from 'react';
import { api } from '../../api/client';
import { useList } from '../../api/list';
import { dataOf, listKey } from '../../api/reading';
import { useMay } from '../../session/me';
import { useAddress } from '../../ui/address';
import { FilterPanel, type Filter } from '../../ui/filter-panel';
import { CountShown, GrowingList } from '../../ui/growing-list';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { Say, useSay } from '../../words/say';
import { caseStatuses } from '../case/status-tag';
import { CasesTable } from './cases-table';

const pageSize = 50;

/** All cases that the reader may see, newest first, with filters in the address. */
export const CasesPage = () => {
  const say = useSay();
  const asked = useAsked();
  const filters = useFilters();
  const isFiltered = Object.keys(asked).length > 0;
  const list = useList(listKey('cases', asked), (cursor, signal) =>
    dataOf(
      api.GET('/api/v1/cases', {
        params: { query: { limit: pageSize, ...asked, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );
  return (
    <Page title={say('cases.title')} help="case" lead={<Say id="cases.lead" />}>
      <FilterPanel filters={filters} />
      <GrowingList list={list}>
        {(cases) =>
          cases.length === 0 ? (
            <Empty title={<Say id={isFiltered ? 'cases.none' : 'cases.noneAtAll'} />}>
              {isFiltered && (
                <p>
                  <Say id="cases.none.body" />
                </p>
              )}
            </Empty>
          ) : (
            <>
              <CountShown list={list} />
              <CasesTable cases={cases} />
            </>
          )
        }
      </GrowingList>
    </Page>
  );
};

/** What the address asks for; a status that there is not is left out, as the server knows none such. */
const useAsked = () => {
  const { get } = useAddress();
  const [q, number, company] = [get('q'), get('number'), get('company')];
  const status = caseStatuses.find((each) => each === get('status'));
  return {
    ...(q !== undefined && { q }),
    ...(status !== undefined && { status }),
    ...(number !== undefined && { number }),
    ...(company !== undefined && { company }),
  };
};

const useFilters = (): readonly Filter[] => {
  const say = useSay();
  const seesAll = useMay()('note:read');
  return useMemo(
    () => [
      { name: 'q', label: say('cases.filter.q') },
      {
        name: 'status',
        label: say('cases.filter.status'),
        options: caseStatuses.map((value) => ({ value, label: say(`status.${value}`) })),
      },
      { name: 'number', label: say('cases.filter.number') },
      ...(seesAll ? [{ name: 'company', label: say('cases.filter.company') }] : []),
    ],
    [say, seesAll],
  );
};
