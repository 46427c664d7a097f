import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { listen, type News } from './live-stream';

/** How long news are gathered before what is shown is read anew: one act is often many facts. */
const gatherMs = 250;
/** A view can lag behind the log that the news come from: once it is quiet, what was renewed is renewed again. */
const againMs = 2_000;

/** Renews what is shown as things happen, and tells screen readers of news about the case on the screen. */
export const LiveUpdates = () => {
  const client = useQueryClient();
  const { pathname } = useLocation();
  const [said, setSaid] = useState('');

  useEffect(() => {
    const end = new AbortController();
    let gathered: News[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: ReturnType<typeof setTimeout> | undefined;
    const unsure = new Set<string>();
    const readAnew = (caseIds: Iterable<string>) => {
      for (const caseId of caseIds) void client.invalidateQueries({ queryKey: ['case', caseId] });
      void client.invalidateQueries({ queryKey: ['list'] });
    };
    const renew = () => {
      timer = undefined;
      const news = gathered;
      gathered = [];
      for (const { caseId } of news) unsure.add(caseId);
      readAnew(new Set(news.map(({ caseId }) => caseId)));
      clearTimeout(last);
      last = setTimeout(() => {
        readAnew(unsure);
        unsure.clear();
      }, againMs);
      const here = news.filter(({ caseId }) => window.location.pathname.includes(caseId));
      if (here.length > 0) setSaid(here.map(({ sentence }) => sentence).join('. '));
    };
    listen(
      {
        onNews: (news) => {
          gathered.push(news);
          timer ??= setTimeout(renew, gatherMs);
        },
        // What was missed is found by reading everything anew.
        onMissed: () => void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' }),
      },
      end.signal,
    );
    return () => {
      clearTimeout(timer);
      clearTimeout(last);
      end.abort();
    };
  }, [client]);

  useEffect(() => setSaid(''), [pathname]);
  return (
    <div className="usa-sr-only" aria-live="polite" data-live-news="">
      {said}
    </div>
  );
};
