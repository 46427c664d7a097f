import { useMemo } from 'react';
import { api } from '../../api/client';
import { useList } from '../../api/list';
import { dataOf, listKey } from '../../api/reading';
import { useAddress } from '../../ui/address';
import { BarChart } from '../../ui/bar-chart';
import { FilterPanel, type Filter } from '../../ui/filter-panel';
import { CountShown, GrowingList } from '../../ui/growing-list';
import { Page } from '../../ui/page';
import { Empty } from '../../ui/states';
import { Card } from '../../ui/summary-list';
import { Say, useSay } from '../../words/say';
import { AggregateTppChart } from './aggregate-chart';
import { useQuantityBars } from './balances';
import type { ListedLicence } from './licence-reading';
import { licenceStatuses } from './licence-status';
import { LicencesTable } from './licences-table';

const pageSize = 50;

/** The register of licences, with what is left of each line. */
export const LicencesPage = () => {
  const say = useSay();
  const asked = useAsked();
  const list = useList<ListedLicence>(listKey('licences', asked), (cursor, signal) =>
    dataOf(
      api.GET('/api/v1/licences', {
        params: { query: { limit: pageSize, ...asked, ...(cursor !== undefined && { cursor }) } },
        signal,
      }),
    ),
  );
  const filters = useMemo(
    (): readonly Filter[] => [
      { name: 'q', label: say('licences.filter.q') },
      {
        name: 'status',
        label: say('licences.status'),
        options: licenceStatuses.map((value) => ({ value, label: say(`licence.status.${value}`) })),
      },
    ],
    [say],
  );
  return (
    <Page title={say('licences.title')} help="licences" lead={<Say id="licences.lead" />}>
      <FilterPanel filters={filters} />
      <GrowingList list={list}>
        {(licences) =>
          licences.length === 0 ? (
            <Empty title={<Say id={Object.keys(asked).length > 0 ? 'licences.none' : 'licences.noneAtAll'} />} />
          ) : (
            <>
              <CountShown list={list} />
              <LicencesTable licences={licences} />
            </>
          )
        }
      </GrowingList>
      {list.rows.length > 0 && (
        <div className="columns columns--even licences__charts">
          <Balances licences={list.rows} />
          <AggregateTppChart />
        </div>
      )}
    </Page>
  );
};

/** As shares of each line: lines of a hundred units stand beside lines of ten thousand. */
const Balances = ({ licences }: { readonly licences: readonly ListedLicence[] }) => {
  const say = useSay();
  const quantities = useQuantityBars();
  return (
    <Card id="balances" title={<Say id="licences.balances" />}>
      <BarChart
        title={<Say id="licences.chart.share" />}
        of={say('licences.line')}
        whole={1}
        bars={licences.flatMap(({ licenceNumber, lines }) =>
          lines.map((line) => {
            const name = say('licences.lineUnder', { licenceNumber, model: line.model });
            const bar = quantities(`${licenceNumber}/${line.line}`, name, line);
            return { ...bar, parts: bar.parts.map((part) => ({ ...part, value: part.value / Number(line.quantity) })) };
          }),
        )}
      />
    </Card>
  );
};

/** What the address asks for. */
const useAsked = () => {
  const { get } = useAddress();
  const q = get('q');
  const status = licenceStatuses.find((each) => each === get('status'));
  return { ...(q !== undefined && { q }), ...(status !== undefined && { status }) };
};
