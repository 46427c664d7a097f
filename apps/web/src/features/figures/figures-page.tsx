import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import { dataOf, listKey } from '../../api/reading';
import { useMay } from '../../session/me';
import { useAddress } from '../../ui/address';
import { FilterPanel } from '../../ui/filter-panel';
import { Page } from '../../ui/page';
import { Read } from '../../ui/read';
import { Say, useSay } from '../../words/say';
import { AggregateTppChart } from '../licences/aggregate-chart';
import { AgeOfOpenCases, DaysByOutcome, DaysInStages } from './charts';

/** How long cases take, how old the open ones are, and how much computing power is licensed. */
export const FiguresPage = () => {
  const say = useSay();
  const may = useMay();
  const since = useAddress().get('since');
  const day = since !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(since) ? since : undefined;
  const figures = useQuery({
    queryKey: listKey('statistics', { since: day }),
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/statistics', { params: { query: { ...(day !== undefined && { since: day }) } }, signal }),
      ),
  });
  return (
    <Page title={say('licences.figures')} help="figures" lead={<Say id="licences.figures.lead" />}>
      <FilterPanel filters={[{ name: 'since', label: say('licences.figures.since'), type: 'date' }]} />
      <Read query={figures} rows={12}>
        {(shown) => (
          <div className="figures">
            <DaysInStages figures={shown} />
            <AgeOfOpenCases figures={shown} />
            <DaysByOutcome figures={shown} />
            {may('licence:read') && <AggregateTppChart />}
          </div>
        )}
      </Read>
    </Page>
  );
};
