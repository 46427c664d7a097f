import { columnVisibilityFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';
import type { ReadList } from '../api/list';
import { Say, useSay } from '../words/say';
import { ColumnChooser, useChosenColumns, type QueueColumn } from './queue-columns';
import { QueueHead, SortChooser } from './queue-head';
import { QueueRows, type RowKey } from './queue-rows';
import { Failed, Loading } from './states';

interface QueueTableProps<Row extends object> {
  readonly caption: string;
  /** The same list at every render: made once, or with `useMemo`. */
  readonly columns: readonly QueueColumn<Row>[];
  readonly list: ReadList<Row>;
  /** How many rows the list has, where it says so: it is read as one goes on. */
  readonly total?: number;
  readonly keyOf: (row: Row) => string;
  /** Where a row leads to. */
  readonly to: (row: Row) => string;
  /** What further keys do to the row that one is on. */
  readonly rowKeys?: readonly RowKey<Row>[];
  /** Instead of the table, where there are no rows. */
  readonly empty: ReactNode;
}

const features = tableFeatures({ columnVisibilityFeature });

/**
 * A table for long lists: only the rows in sight are on the page, more are read as one goes on. To readers it is a table
 * that knows how long it is. j and k go from row to row, Enter and o open; on a small screen rows become cards.
 */
export const QueueTable = <Row extends object>({
  caption,
  columns,
  list,
  total,
  keyOf,
  to,
  rowKeys = [],
  empty,
}: QueueTableProps<Row>) => {
  const say = useSay();
  const { visible, choose } = useChosenColumns(columns);
  const table = useTable({
    features,
    columns: useMemo(
      () => columns.map(({ key, head }): ColumnDef<typeof features, Row> => ({ id: key, header: head })),
      [columns],
    ),
    data: list.rows,
    getRowId: keyOf,
    state: { columnVisibility: visible },
  });
  const shown = useMemo(() => columns.filter(({ key }) => visible[key]), [columns, visible]);
  if (!list.isRead) return list.error ? <Failed error={list.error} onRetry={list.again} /> : <Loading rows={8} />;
  if (list.rows.length === 0 && !list.isChanging) return <>{empty}</>;
  const count = list.rows.length;
  return (
    <div className="queue" aria-busy={list.isChanging}>
      <div className="queue__bar">
        <p className="queue__count" role="status">
          {total === undefined || total <= count ? (
            <Say id={list.hasMore ? 'ui.shownMore' : 'ui.shown'} shown={count} />
          ) : (
            <Say id="ui.shownOf" shown={count} total={total} />
          )}
        </p>
        <SortChooser columns={shown} />
        <ColumnChooser columns={columns} visible={visible} onChoose={choose} />
      </div>
      <table
        role="table"
        className="queue__table"
        aria-label={caption}
        aria-rowcount={list.hasMore && total === undefined ? -1 : Math.max(total ?? 0, count) + 1}
        aria-colcount={columns.length}
      >
        <QueueHead columns={shown} />
        <QueueRows list={list} rows={table.getRowModel().rows} columns={shown} to={to} rowKeys={rowKeys} />
      </table>
      {list.isReadingMore && <Loading rows={2} />}
      {list.error !== null && <Failed error={list.error} onRetry={list.again} />}
      <p className="usa-sr-only">{say('ui.queue.keys')}</p>
    </div>
  );
};
