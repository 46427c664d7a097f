import { useEffect } from 'react';
import { sessionNews } from '../session/session-news';
import { Say } from '../words/say';

/** Where signing in again ends: it tells the page that waits, and can be closed. */
export const SignedIn = () => {
  useEffect(() => {
    sessionNews.tell({ kind: 'signed-in' });
    window.close();
  }, []);
  return (
    <main className="landing">
      <h1>
        <Say id="shell.signedIn.title" />
      </h1>
      <p>
        <Say id="shell.signedIn.body" />
      </p>
    </main>
  );
};
