import type { Row as TableRow, RowData, TableFeatures } from '@tanstack/react-table';
import { defaultRangeExtractor, useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { Fragment, memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ReadList } from '../api/list';
import { useSay } from '../words/say';
import type { QueueColumn } from './queue-columns';
import { classesOf } from './queue-head';
import { useShortcut } from './shortcuts';

/** A key that does something to the row one is on. */
export interface RowKey<Row> {
  readonly keys: string;
  readonly words: string;
  readonly run: (row: Row) => void;
}

interface QueueRowsProps<Row extends RowData, Features extends TableFeatures> {
  readonly list: ReadList<Row>;
  readonly rows: readonly TableRow<Features, Row>[];
  readonly columns: readonly QueueColumn<Row>[];
  readonly to: (row: Row) => string;
  readonly rowKeys: readonly RowKey<Row>[];
}

/** So many rows before the end of what was read, more is asked for. */
const ahead = 60;
/** What the sticky head covers, in CSS px. */
const headHeight = 64;
/** Up to this width, in CSS px, rows are cards. */
const narrowest = 1024;

/** The rows in sight, with room for those that are not, and the row that one is on wherever it is. */
export const QueueRows = <Row extends RowData, Features extends TableFeatures>({
  list,
  rows,
  columns,
  to,
  rowKeys,
}: QueueRowsProps<Row, Features>) => {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const [current, setCurrent] = useState<string>();
  const at = current === undefined ? -1 : rows.findIndex(({ id }) => id === current);
  const height = window.innerWidth <= narrowest ? 280 : 66;
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count: rows.length,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: top,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: 16,
    getItemKey: (index) => rows[index]?.id ?? index,
    // Focus stays where it is while one looks elsewhere.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range);
      if (at < 0 || at >= range.count || seen.includes(at)) return seen;
      return at < (seen[0] ?? 0) ? [at, ...seen] : [...seen, at];
    },
  });
  useLayoutEffect(() => {
    const now = body.current ? Math.round(body.current.getBoundingClientRect().top + window.scrollY) : 0;
    if (Math.abs(now - top) > 1) setTop(now);
    // What stands above the rows may have grown with any of these.
  }, [columns, list, top]);
  useEffect(() => {
    const section = body.current;
    const enter = ({ target }: FocusEvent) =>
      setCurrent(target instanceof Element ? target.closest('tr')?.dataset['key'] : undefined);
    section?.addEventListener('focusin', enter);
    return () => section?.removeEventListener('focusin', enter);
  }, []);

  const seen = virtualizer.getVirtualItems();
  const last = virtualizer.range?.endIndex ?? 0;
  const { hasMore, isReadingMore, error, readMore } = list;
  useEffect(() => {
    if (hasMore && !isReadingMore && error === null && last >= rows.length - ahead) readMore();
  }, [error, hasMore, isReadingMore, last, readMore, rows.length]);

  const wanted = useRef<string>(undefined);
  const go = (steps: number) => {
    const index = Math.min(rows.length - 1, Math.max(0, at + steps));
    const id = rows[index]?.id;
    if (id === undefined) return;
    wanted.current = id;
    setCurrent(id);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  // A row can take the focus once it is on the page.
  useEffect(() => {
    if (wanted.current === undefined) return;
    const link = body.current?.querySelector<HTMLElement>(`tr[data-key="${CSS.escape(wanted.current)}"] a`);
    if (!link) return;
    wanted.current = undefined;
    link.focus({ preventScroll: true });
  });
  useRowKeys({ go, row: rows[at]?.original, to, rowKeys });

  const end = seen.at(-1)?.end ?? top;
  return (
    <tbody ref={body}>
      {seen.map((item, index) => {
        const row = rows[item.index];
        if (!row) return null;
        return (
          <Fragment key={row.id}>
            <Room height={item.start - (seen[index - 1]?.end ?? top)} columns={columns.length} />
            <QueueRow
              id={row.id}
              row={row.original}
              index={item.index}
              columns={columns}
              to={to(row.original)}
              isCurrent={row.id === current}
              measure={virtualizer.measureElement}
            />
          </Fragment>
        );
      })}
      <Room height={virtualizer.getTotalSize() + top - end} columns={columns.length} />
    </tbody>
  );
};

/** Room for rows that are not in sight. */
const Room = ({ height, columns }: { readonly height: VirtualItem['size']; readonly columns: number }) =>
  height < 1 ? null : (
    <tr aria-hidden="true" className="queue__room">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );

interface QueueRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly QueueColumn<Row>[];
  readonly to: string;
  readonly isCurrent: boolean;
  readonly measure: (element: HTMLTableRowElement | null) => void;
}

const Cells = <Row,>({ id, row, index, columns, to, isCurrent, measure }: QueueRowProps<Row>) => (
  <tr
    ref={measure}
    role="row"
    data-index={index}
    data-key={id}
    aria-rowindex={index + 2}
    className={isCurrent ? 'queue__row queue__row--current' : 'queue__row'}
  >
    {columns.map(({ key, head, cell, isRowHead = false, isNumber = false, width }) =>
      isRowHead ? (
        <td key={key} {...asRowHead} className={classesOf({ width })}>
          <Link className="queue__link" to={to}>
            {cell(row)}
          </Link>
        </td>
      ) : (
        <td key={key} {...asCell} data-head={head} className={classesOf({ isNumber, width })}>
          {cell(row)}
        </td>
      ),
    )}
  </tr>
);
// Browsers forget what a cell is once a rule lays it out as a card: it is said once more.
const asCell = { role: 'cell' } as const;
const asRowHead = { role: 'rowheader' } as const;

/** Scrolling leaves the rows that stay in sight as they are. */
const QueueRow = memo(Cells) as typeof Cells;

const useRowKeys = <Row,>({
  go,
  row,
  to,
  rowKeys,
}: {
  readonly go: (steps: number) => void;
  readonly row: Row | undefined;
  readonly to: (row: Row) => string;
  readonly rowKeys: readonly RowKey<Row>[];
}): void => {
  const say = useSay();
  const navigate = useNavigate();
  useShortcut('k', say('ui.queue.previous'), () => go(-1));
  useShortcut('j', say('ui.queue.next'), () => go(1));
  useShortcut('o', say('ui.queue.open'), () => {
    if (row !== undefined) void navigate(to(row));
  });
  const [first, second] = rowKeys;
  useShortcut(first?.keys ?? 'unused', first?.words ?? '', () => row !== undefined && first?.run(row), Boolean(first));
  useShortcut(
    second?.keys ?? 'unused',
    second?.words ?? '',
    () => row !== undefined && second?.run(row),
    Boolean(second),
  );
};
