import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { Dialog } from '../ui/dialog';
import { Say } from '../words/say';
import { meQuery, useMe } from './me';
import { signedOut } from './signed-out';

const channelName = 'exeat-session';

/** Tells the other tabs that somebody has signed in. */
export const sessionNews = {
  tellSignedIn: (): void => {
    const channel = new BroadcastChannel(channelName);
    channel.postMessage('signed-in');
    channel.close();
  },
};

/** The session has ended: the page stays, with all that was typed, until its person has signed in again beside it. */
export const SessionOver = () => {
  const client = useQueryClient();
  const me = useMe();
  const isOver = useSyncExternalStore(signedOut.subscribe, signedOut.now);
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = () => {
      void client.fetchQuery({ ...meQuery, staleTime: 0 }).then((now) => {
        // What is on the screen was for another pair of eyes.
        if (now.actor.id !== me.actor.id) window.location.assign('/');
        signedOut.over();
        void client.invalidateQueries();
      });
    };
    return () => channel.close();
  }, [client, me.actor.id]);
  return (
    <Dialog title={<Say id="shell.sessionOver.title" />} isOpen={isOver}>
      <p>
        <Say id="shell.sessionOver.body" />
      </p>
      <a className="usa-button" href="/auth/sign-in?returnTo=/signed-in" target="_blank" rel="opener">
        <Say id="shell.sessionOver.button" /> <Say id="ui.newTab" />
      </a>
    </Dialog>
  );
};
