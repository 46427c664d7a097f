import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { problemOf } from '../api/problems';
import { LiveUpdates } from '../live/live-updates';
import { IdleWarning } from '../session/idle-warning';
import { meQuery } from '../session/me';
import { SessionOver } from '../session/session-over';
import { Shortcuts } from '../ui/shortcuts';
import { Failed, Loading } from '../ui/states';
import { Say } from '../words/say';
import { CommandMenu } from './command-menu';
import { Connection } from './connection';
import { Footer } from './footer';
import { Header } from './header';
import { Landing } from './landing';
import { ShortcutSheet } from './shortcut-sheet';

/** While nobody can say who this is, for want of an answer, it is asked again this often. */
const askAgainMs = 5_000;
const isUnknown = (error: Error | null) => error !== null && problemOf(error).isPassing;

/** What stands around every screen: header, menu, what is under way, footer. Strangers see the way in. */
export const Shell = () => {
  const me = useQuery({ ...meQuery, refetchInterval: ({ state }) => (isUnknown(state.error) ? askAgainMs : false) });
  if (me.error && problemOf(me.error).isSignedOut && me.data === undefined) return <Landing />;
  if (me.data === undefined)
    return (
      <main className="page page--narrow">
        {me.error ? <Failed error={me.error} onRetry={() => void me.refetch()} /> : <Loading />}
      </main>
    );
  return (
    <Shortcuts>
      <a className="usa-skipnav" href="#main">
        <Say id="shell.skip" />
      </a>
      <Header />
      <Connection />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer />
      <LiveUpdates />
      <SessionOver />
      <IdleWarning />
      <ShortcutSheet />
      <CommandMenu />
      <ScrollRestoration />
    </Shortcuts>
  );
};
