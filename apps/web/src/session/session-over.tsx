import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { kept } from '../forms/kept';
import { Dialog } from '../ui/dialog';
import { Say } from '../words/say';
import { meNow, meQuery, useMe } from './me';
import { sessionNews } from './session-news';
import { signedOut } from './signed-out';

/**
 * The session has ended: the page stays, with all that was typed, until its person has signed in again beside it. Where it
 * is somebody else who has signed in, in whichever tab, nothing of the first person stays on the screen.
 */
export const SessionOver = () => {
  const client = useQueryClient();
  const personId = useMe().actor.id;
  const isOver = useSyncExternalStore(signedOut.subscribe, signedOut.now);

  useEffect(() => {
    kept.forgetOthers(personId);
    // The other tabs may show what another person had before them.
    sessionNews.tell({ kind: 'signed-in' });
  }, [personId]);

  useEffect(
    () =>
      sessionNews.hear(({ kind }) => {
        if (kind === 'signed-out') leave();
        if (kind !== 'signed-in') return;
        // Asked past what this tab has read: that stays as it is until it is known whose it is.
        void meNow().then((now) => {
          if (now === undefined) return;
          if (now.actor.id !== personId) return leave();
          if (!signedOut.now()) return;
          client.setQueryData(meQuery.queryKey, now);
          signedOut.over();
          void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
        });
      }),
    [client, personId],
  );

  return (
    <Dialog title={<Say id="shell.sessionOver.title" />} isOpen={isOver}>
      <p>
        <Say id="shell.sessionOver.body" />
      </p>
      {/* Signing in may lead to somebody else's site, which is given no hold of this page. */}
      <a className="usa-button" href="/auth/sign-in?returnTo=/signed-in" target="_blank" rel="noopener">
        <Say id="shell.sessionOver.button" /> <Say id="ui.newTab" />
      </a>
    </Dialog>
  );
};

/** What is on the screen was for another pair of eyes. */
const leave = () => {
  kept.forgetAll();
  window.location.replace('/');
};
