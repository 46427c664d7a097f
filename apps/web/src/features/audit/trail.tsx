import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId } from 'react';
import { listKey } from '../../api/reading';
import { Alert } from '../../ui/alert';
import { Button } from '../../ui/button';
import { FilterPanel, type Filter } from '../../ui/filter-panel';
import { Read } from '../../ui/read';
import { Empty, Failed } from '../../ui/states';
import { useAddress } from '../../ui/address';
import { Quantity } from '../../words/format';
import { Say, useSay } from '../../words/say';
import { factTypes, typeInWords } from '../history/acts';
import { RefusedFilter } from './refused-filter';
import { TrailDownload } from './trail-download';
import { TrailPages } from './trail-pages';
import { trailPage } from '../history/trail-page';
import { useTrailFilter, useTrailHead } from './trail-query';
import { TrailTable } from './trail-table';

/** Rows on a page. */
const pageSize = 50;

const useFilters = (): readonly Filter[] => {
  const say = useSay();
  return [
    { name: 'case', label: say('auditor.filter.case') },
    { name: 'person', label: say('auditor.filter.person') },
    {
      name: 'type',
      label: say('auditor.filter.type'),
      options: factTypes.map((type) => ({ value: type, label: typeInWords(type) })),
      takesOthers: true,
    },
    { name: 'from', label: say('auditor.filter.from'), type: 'date' },
    { name: 'to', label: say('auditor.filter.to'), type: 'date' },
    { name: 'text', label: say('auditor.filter.text') },
  ];
};

/**
 * Everything that was done, newest first. The position that the log had reached is kept in the address, so that the same
 * address always shows the same rows.
 */
export const Trail = () => {
  const id = useId();
  const address = useAddress();
  const { filter, before, isLookedUp, error, unknown } = useTrailFilter();
  const head = useTrailHead();
  const reached = head.data;
  const isPinned = filter.upTo !== undefined;
  const pin = useEffectEvent((position: number) => address.set({ upTo: String(position) }, true));
  useEffect(() => {
    if (!isPinned && reached !== undefined && reached > 0) pin(reached);
  }, [isPinned, reached]);
  const isUnknown = unknown.case !== undefined || unknown.person !== undefined;
  const asked = { ...filter, ...(before !== undefined && { before }), limit: pageSize };
  const page = useQuery({
    queryKey: listKey('audit-trail', asked),
    queryFn: ({ signal }) => trailPage(asked, signal),
    enabled: isPinned && isLookedUp && !isUnknown,
    placeholderData: keepPreviousData,
  });
  const grown = reached === undefined || filter.upTo === undefined ? 0 : reached - filter.upTo;

  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <Say id="auditor.trail" />
      </h2>
      <FilterPanel filters={useFilters()} clears={['before']} />
      <div className="trail__head">
        {filter.upTo !== undefined && (
          <p>
            <Say id="auditor.trail.upTo" position={<Quantity value={filter.upTo} />} />
          </p>
        )}
        <div role="status">
          {grown > 0 && (
            <Button look="quiet" onClick={() => address.set({ upTo: undefined, before: undefined })}>
              <Say id="auditor.trail.grown" count={grown} />
            </Button>
          )}
        </div>
        {page.data && page.data.items.length > 0 && <TrailDownload filter={filter} />}
      </div>
      {error && <Failed error={error} />}
      {isUnknown ? (
        <Alert kind="warning" isNews>
          {unknown.case !== undefined && (
            <p>
              <Say id="auditor.filter.case.unknown" named={unknown.case} />
            </p>
          )}
          {unknown.person !== undefined && (
            <p>
              <Say id="auditor.filter.person.unknown" named={unknown.person} />
            </p>
          )}
        </Alert>
      ) : page.error ? (
        <RefusedFilter error={page.error} onRetry={() => void page.refetch()} />
      ) : (
        <Read query={page} rows={8}>
          {({ items, next }) =>
            items.length === 0 ? (
              <Empty title={<Say id="auditor.trail.none" />}>
                <p>
                  <Say id="auditor.trail.none.hint" />
                </p>
              </Empty>
            ) : (
              <>
                <TrailTable entries={items} />
                <TrailPages before={before} last={next === undefined ? undefined : items.at(-1)?.position} />
              </>
            )
          }
        </Read>
      )}
    </section>
  );
};
