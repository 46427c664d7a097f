import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { timelineQuery } from '../api/reading';
import { Alert } from '../ui/alert';
import { Button } from '../ui/button';
import { Read } from '../ui/read';
import { Loading } from '../ui/states';
import { Timeline } from '../ui/timeline';
import { Moment } from '../words/format';
import { Say, useSay } from '../words/say';

interface LostRaceProps {
  readonly caseId: string;
  /** The position up to which the screen showed the log when the form was opened. */
  readonly since: number;
  readonly onAgain: () => Promise<void>;
  readonly onDiscard: () => void;
}

/** Somebody else's act came first: what they did since this page was opened, and the offer to apply one's own as well. */
export const LostRace = ({ caseId, since, onAgain, onDiscard }: LostRaceProps) => {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const [isBusy, setBusy] = useState(false);
  const news = useQuery({ ...timelineQuery(caseId), staleTime: 0 });
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1} className="lost-race">
      <Alert kind="warning" title={<Say id="ui.lostRace.title" />} isNews>
        <p>
          <Say id="ui.lostRace.body" />
        </p>
        <Read query={news} rows={2}>
          {(items) => {
            const missed = items.filter(({ position }) => position > since);
            if (missed.length === 0)
              return news.isFetching ? (
                <Loading rows={2} />
              ) : (
                <p>
                  <Say id="ui.lostRace.nothing" />
                </p>
              );
            return (
              <Timeline
                label={say('ui.lostRace.title')}
                entries={missed.map(({ position, sentence, at }) => ({
                  key: position,
                  title: sentence,
                  at: <Moment value={at} />,
                }))}
              />
            );
          }}
        </Read>
        <div className="form__end">
          <Button
            isBusy={isBusy}
            onClick={() => {
              setBusy(true);
              void onAgain().finally(() => setBusy(false));
            }}
          >
            <Say id="ui.lostRace.again" />
          </Button>
          <Button look="outline" onClick={onDiscard}>
            <Say id="ui.lostRace.discard" />
          </Button>
        </div>
      </Alert>
    </div>
  );
};
