import { kept } from '../forms/kept';
import { sessionNews } from './session-news';

/**
 * Ends the session on the server, forgets what was typed, in this tab and the others, and goes to the way in. False where
 * the server could not be reached: whoever leaves the desk must know that they are still signed in.
 */
export const signOut = async (): Promise<boolean> => {
  const isEnded = await endSession();
  if (!isEnded) return false;
  kept.forgetAll();
  sessionNews.tell({ kind: 'signed-out' });
  window.location.assign('/');
  return true;
};

/** Ends the session on the server; whether it has ended, now or before. */
export const endSession = (): Promise<boolean> =>
  fetch('/auth/sign-out', { method: 'POST', credentials: 'same-origin' }).then(
    ({ ok, status }) => ok || status === 401,
    () => false,
  );
