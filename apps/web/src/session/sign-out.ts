import { kept } from '../forms/kept';

/** Ends the session on the server, forgets what was typed, and goes to the way in. */
export const signOut = async (): Promise<void> => {
  await fetch('/auth/sign-out', { method: 'POST', credentials: 'same-origin' }).catch(() => undefined);
  kept.forgetAll();
  window.location.assign('/');
};
