import { Say, useSay } from '../words/say';
import type { QueueColumn } from './queue-columns';
import { useSort } from './sort';

/** The heads of the columns, which stay in sight; those that the list can be sorted by are buttons. */
export const QueueHead = <Row,>({ columns }: { readonly columns: readonly QueueColumn<Row>[] }) => {
  const say = useSay();
  const order = useSort();
  return (
    <thead className="queue__head">
      <tr role="row" aria-rowindex={1}>
        {columns.map(({ key, head, isNumber = false, width, sort }) => {
          const isBy = sort !== undefined && order.by === sort;
          const direction = order.isDescending ? 'descending' : 'ascending';
          return (
            <th
              key={key}
              role="columnheader"
              scope="col"
              className={classesOf({ isNumber, width })}
              aria-sort={isBy ? direction : undefined}
            >
              {sort === undefined ? (
                head
              ) : (
                <button
                  type="button"
                  className="queue__sort"
                  title={say('ui.sort.by', { column: head })}
                  onClick={() => order.toggle(sort)}
                >
                  {head}
                  <SortSign direction={isBy ? direction : undefined} />
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
};

/** For small screens, where the heads are not in sight. */
export const SortChooser = <Row,>({ columns }: { readonly columns: readonly QueueColumn<Row>[] }) => {
  const order = useSort();
  const sortable = columns.filter(({ sort }) => sort !== undefined);
  if (sortable.length === 0) return null;
  return (
    <div className="queue__sorts">
      {sortable.map(({ key, head, sort = '' }) => (
        <button
          key={key}
          type="button"
          className="queue__sort"
          aria-pressed={order.by === sort}
          onClick={() => order.toggle(sort)}
        >
          <Say id="ui.sort.by" column={head} />
          <SortSign direction={order.by === sort ? (order.isDescending ? 'descending' : 'ascending') : undefined} />
        </button>
      ))}
    </div>
  );
};

const SortSign = ({ direction }: { readonly direction: 'ascending' | 'descending' | undefined }) => (
  <svg className="queue__sign" viewBox="0 0 10 14" aria-hidden="true" focusable="false">
    {direction !== 'descending' && <path d="M5 0 9 5H1z" />}
    {direction !== 'ascending' && <path d="M5 14 1 9h8z" />}
  </svg>
);

export const classesOf = ({
  isNumber = false,
  width,
}: {
  readonly isNumber?: boolean;
  readonly width?: 'narrow' | 'wide' | undefined;
}): string | undefined =>
  [isNumber && 'queue__number', width !== undefined && `queue__cell--${width}`].filter(Boolean).join(' ') || undefined;
