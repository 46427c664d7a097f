import { useId, useState } from 'react';
import { useAddress } from '../../ui/address';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/states';
import { Card } from '../../ui/summary-list';
import { Timeline } from '../../ui/timeline';
import { Moment } from '../../words/format';
import { Say, useSay } from '../../words/say';
import type { TimelineItem } from './case-types';

/** How many acts are shown before one asks for more. On paper all are. */
const pageSize = 15;

/** What happened in a case, newest first, one sentence for each fact; narrowed down by words that stand in the address. */
export const HistoryOf = ({ timeline }: { readonly timeline: readonly TimelineItem[] }) => {
  const say = useSay();
  const address = useAddress();
  const id = useId();
  const [pages, setPages] = useState(1);
  // What comes while the page is looked at is marked as new.
  const [openedAt] = useState(() => timeline.at(-1)?.position ?? 0);
  const words = address.get('words') ?? '';
  const fitting = timeline.filter((item) => fits(item, words)).reverse();
  const entryOf = ({ position, sentence, at }: TimelineItem) => ({
    key: position,
    title: sentence,
    at: <Moment value={at} />,
    isNew: position > openedAt,
  });
  const shown = fitting.slice(0, pages * pageSize);
  const rest = fitting.slice(pages * pageSize);
  return (
    <Card id="case-history" title={<Say id="cases.history" />}>
      <div className="no-print case-history__find">
        <label className="usa-label" htmlFor={id}>
          <Say id="cases.history.words" />
        </label>
        <input
          id={id}
          type="search"
          className="usa-input"
          maxLength={100}
          autoComplete="off"
          value={words}
          onChange={(event) => address.set({ words: event.target.value }, true)}
        />
        <p className="usa-hint" role="status">
          <Say id="cases.history.count" fitting={fitting.length} all={timeline.length} />
        </p>
      </div>
      {fitting.length === 0 ? (
        <Empty title={<Say id={words === '' ? 'cases.history.none' : 'cases.history.nothingFits'} />} />
      ) : (
        <>
          <Timeline label={say('cases.history')} entries={shown.map(entryOf)} />
          {rest.length > 0 && (
            <>
              <Button look="outline" onClick={() => setPages((count) => count + 1)}>
                <Say id="cases.history.more" count={Math.min(pageSize, rest.length)} />
              </Button>
              <div className="only-print">
                <Timeline label={say('cases.history.rest')} entries={rest.map(entryOf)} />
              </div>
            </>
          )}
        </>
      )}
    </Card>
  );
};

/** Whether each of the words stands in the sentence or in the name of who did it. */
const fits = ({ sentence, actorName }: TimelineItem, words: string): boolean => {
  const text = `${sentence} ${actorName}`.toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
