import { useEffect } from 'react';
import { sessionNews } from '../session/session-news';
import { Say } from '../words/say';

/** Where signing in again ends: it tells the page that waits, and asks to be closed, which a tab without an opener cannot do. */
export const SignedIn = () => {
  useEffect(() => sessionNews.tell({ kind: 'signed-in' }), []);
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
