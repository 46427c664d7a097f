import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Read } from '../../ui/read';
import { SimpleTable } from '../../ui/simple-table';
import { Card } from '../../ui/summary-list';
import { Moment, Quantity } from '../../words/format';
import { Say } from '../../words/say';
import { differenceQuery, type HistoryFact } from './history-query';
import { nameAt } from './in-words';
import { ValueOf } from './value-of';

interface DifferenceOfProps {
  readonly caseId: string;
  readonly facts: readonly HistoryFact[];
  readonly from: number;
  readonly to: number;
}

/** What changed between two moments, value by value, each with the fact that changed it. */
export const DifferenceOf = ({ caseId, facts, from, to }: DifferenceOfProps) => {
  const [first, last] = [facts[from], facts[to]];
  const query = useQuery({
    ...differenceQuery(caseId, first?.position ?? 0, last?.position ?? 0),
    placeholderData: keepPreviousData,
  });
  if (!first || !last) return null;
  return (
    <Card
      id="replay-difference"
      title={
        <Say
          id="auditor.difference.title"
          from={<Quantity value={first.position} />}
          to={<Quantity value={last.position} />}
        />
      }
    >
      <p>
        <Say id="auditor.difference.moments" from={<Moment value={first.at} />} to={<Moment value={last.at} />} />
      </p>
      <Read query={query}>
        {({ items }) => {
          const onPage = items.filter(({ pointer }) => pointer.startsWith('/case'));
          const inside = items.filter(({ pointer }) => !pointer.startsWith('/case'));
          if (items.length === 0)
            return (
              <p>
                <Say id="auditor.difference.none" />
              </p>
            );
          return (
            <>
              <p role="status">
                <Say id="auditor.difference.count" count={onPage.length} />
              </p>
              {onPage.length > 0 && (
                <Changes items={onPage} facts={facts} caption={<Say id="auditor.difference.page" />} />
              )}
              {inside.length > 0 && (
                <details className="difference__inside">
                  <summary>
                    <Say id="auditor.difference.inside" count={inside.length} />
                  </summary>
                  <Changes
                    items={inside}
                    facts={facts}
                    caption={<Say id="auditor.difference.inside" count={inside.length} />}
                  />
                </details>
              )}
            </>
          );
        }}
      </Read>
    </Card>
  );
};

interface ChangesProps {
  readonly items: readonly {
    readonly pointer: string;
    readonly label: string;
    readonly before?: unknown;
    readonly after?: unknown;
    readonly position: number;
  }[];
  readonly facts: readonly HistoryFact[];
  readonly caption: ReactNode;
}

const Changes = ({ items, facts, caption }: ChangesProps) => (
  <SimpleTable
    caption={caption}
    hidesCaption
    rows={items}
    keyOf={({ pointer, label }) => `${pointer} ${label}`}
    columns={[
      { key: 'label', head: <Say id="auditor.difference.what" />, isRowHead: true, cell: ({ label }) => label },
      {
        key: 'before',
        head: <Say id="auditor.difference.before" />,
        cell: ({ before, pointer }) => <ValueOf value={before} name={nameAt(pointer)} />,
      },
      {
        key: 'after',
        head: <Say id="auditor.difference.after" />,
        cell: ({ after, pointer }) => <ValueOf value={after} name={nameAt(pointer)} />,
      },
      {
        key: 'fact',
        head: <Say id="auditor.difference.by" />,
        cell: ({ position }) => (
          <Link className="difference__fact" to={`?at=${position}`}>
            {facts.find((fact) => fact.position === position)?.sentence ?? String(position)}
          </Link>
        ),
      },
    ]}
  />
);
