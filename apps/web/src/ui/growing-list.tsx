import type { ReactNode } from 'react';
import type { ReadList } from '../api/list';
import { Say } from '../words/say';
import { Button } from './button';
import { Failed, Loading } from './states';

interface GrowingListProps<Row> {
  readonly list: ReadList<Row>;
  /** The rows that were read, or what stands in their place where there are none. */
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A list that is read page after page: its rows so far, a button for more, and why more could not be read. */
export const GrowingList = <Row,>({ list, children }: GrowingListProps<Row>) => {
  if (!list.isRead) return list.error ? <Failed error={list.error} onRetry={list.again} /> : <Loading rows={8} />;
  return (
    <div aria-busy={list.isChanging}>
      {children(list.rows)}
      {list.error !== null && <Failed error={list.error} onRetry={list.again} />}
      {list.hasMore && (
        <p>
          <Button look="outline" isBusy={list.isReadingMore} onClick={list.readMore}>
            <Say id="ui.more" />
          </Button>
        </p>
      )}
    </div>
  );
};

/** How many rows of a list were read so far. */
export const CountShown = <Row,>({ list }: { readonly list: ReadList<Row> }) => (
  <p className="usa-hint" role="status">
    <Say id={list.hasMore ? 'ui.shownMore' : 'ui.shown'} shown={list.rows.length} />
  </p>
);
