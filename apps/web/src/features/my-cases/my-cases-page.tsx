import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { dataOf, listKey } from '../../api/reading';
import { useAddress } from '../../ui/address';
import { Button, ButtonLink } from '../../ui/button';
import { FilterPanel } from '../../ui/filter-panel';
import { Page } from '../../ui/page';
import { Read } from '../../ui/read';
import { Empty } from '../../ui/states';
import { Say, useSay } from '../../words/say';
import { CaseRow, type MyCase } from './case-row';

type Status = MyCase['status'];

/** In the order in which a case comes to them. */
const statuses: readonly Status[] = [
  'draft',
  'returned',
  'intent-to-deny',
  'submitted',
  'registered',
  'in-technical-review',
  'in-security-review',
  'in-licensing',
  'licensed',
  'no-licence-required',
  'denied',
  'withdrawn',
];
const step = 50;

/** The company's cases, each with where it stands and what it waits for. */
export const MyCasesPage = () => {
  const say = useSay();
  const address = useAddress();
  const q = address.get('q');
  const status = statuses.find((each) => each === address.get('status'));
  const limit = Math.min(500, Math.max(step, Number(address.get('show')) || step));
  const query = useQuery({
    queryKey: listKey('my-cases', { q, status, limit }),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/my-cases', {
          params: { query: { limit, ...(q !== undefined && { q }), ...(status !== undefined && { status }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const counts = query.data?.counts;
  return (
    <Page
      title={say('shell.home')}
      help="my-cases"
      actions={
        <ButtonLink to="/applications/new">
          <Say id="exporter.start" />
        </ButtonLink>
      }
    >
      <FilterPanel
        filters={[
          { name: 'q', label: say('exporter.cases.search') },
          {
            name: 'status',
            label: say('exporter.cases.status'),
            options: statuses
              .filter((each) => each === status || counts === undefined || counts[each] > 0)
              .map((value) => ({
                value,
                label:
                  counts === undefined
                    ? say(`status.${value}`)
                    : say('exporter.cases.statusCount', { status: say(`status.${value}`), count: counts[value] }),
              })),
          },
        ]}
      />
      <Read query={query} rows={8}>
        {({ items, next }) => (
          <>
            <p className="shown" role="status">
              <Say id={next === undefined ? 'ui.shown' : 'ui.shownMore'} shown={items.length} />
            </p>
            {items.length === 0 ? (
              <Nothing isFiltered={q !== undefined || status !== undefined} />
            ) : (
              <ul className="cases" aria-label={say('shell.home')} aria-busy={query.isPlaceholderData}>
                {items.map((each) => (
                  <CaseRow key={each.caseId} each={each} />
                ))}
              </ul>
            )}
            {next !== undefined && limit < 500 && (
              <Button look="outline" onClick={() => address.set({ show: String(limit + step) }, true)}>
                <Say id="ui.more" />
              </Button>
            )}
          </>
        )}
      </Read>
    </Page>
  );
};

const Nothing = ({ isFiltered }: { readonly isFiltered: boolean }) =>
  isFiltered ? (
    <Empty title={<Say id="exporter.cases.nothingFits" />} />
  ) : (
    <Empty title={<Say id="exporter.cases.none" />}>
      <p>
        <Say id="exporter.cases.none.body" />
      </p>
    </Empty>
  );
