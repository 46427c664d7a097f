import { useEffect, useState } from 'react';
import { api } from '../../api/client';
import { dataOf } from '../../api/reading';
import { useMay } from '../../session/me';

/**
 * Said, and asked, so often: two who open a case at the same moment should both know at once, and whoever closes one of two
 * tabs is missed for no longer than that.
 */
const everyMs = 5_000;

/** What was said last. Leaving one page and coming to the next must not overtake each other on their way. */
let said: Promise<unknown> = Promise.resolve();

interface Onlooker {
  readonly id: string;
  readonly name: string;
}

/**
 * Tells that this person is looking at the case for as long as the page is in view, and who else is. Whoever may only
 * read that (auditors) is not shown to the others.
 */
export const useOthersHere = (caseId: string): readonly Onlooker[] => {
  const shows = useMay()('presence:show');
  const [others, setOthers] = useState<readonly Onlooker[]>([]);
  useEffect(() => {
    let isHere = true;
    const params = { path: { caseId } };
    const path = '/api/v1/cases/{caseId}/presence';
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      said = said
        .then(() => dataOf(shows ? api.PUT(path, { params, body: {} }) : api.GET(path, { params })))
        .then(({ items }) => {
          if (isHere) setOthers(items);
        })
        // Who else is here is a courtesy: what cannot be told now is told a few seconds later.
        .catch(() => undefined);
    };
    const leave = () => {
      if (!shows) return;
      // Kept alive, so that it is sent while the page goes.
      said = said
        .then(() => api.PUT(path, { params, body: { leaving: true }, keepalive: true }))
        .catch(() => undefined);
    };
    const comeOrGo = () => (document.visibilityState === 'visible' ? look() : leave());
    look();
    const again = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', comeOrGo);
    return () => {
      isHere = false;
      clearInterval(again);
      document.removeEventListener('visibilitychange', comeOrGo);
      leave();
    };
  }, [caseId, shows]);
  return others;
};
