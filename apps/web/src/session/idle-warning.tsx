import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Say } from '../words/say';
import { meNow, meQuery, useMe } from './me';
import { sessionNews } from './session-news';
import { endSession } from './sign-out';
import { signedOut } from './signed-out';

/** How long before the end a person is asked. WCAG 2.2.1 wants twenty seconds at least. */
const warnMs = 2 * 60_000;
const lookMs = 5_000;
/** While a person works without sending anything, this often the session is told that they are there. */
const stayMs = 60_000;

/**
 * Warns before a session ends for want of acts. Who types or clicks, in whichever tab, is there, and their session is kept.
 * Live updates alone keep nobody signed in: what they read in the meantime the server takes for acts, so the session is
 * ended from here.
 */
export const IdleWarning = () => {
  const { session, actor } = useMe();
  const client = useQueryClient();
  const [endsAt, setEndsAt] = useState<number>();
  const { formatTime } = useIntl();
  const told = useRef(0);

  const stay = useCallback(() => {
    told.current = Date.now();
    setEndsAt(undefined);
    sessionNews.tell({ kind: 'present' });
    // What it tells of the platform's clock is kept, too, unless it is somebody else who has signed in since.
    void meNow().then((me) => me?.actor.id === actor.id && client.setQueryData(meQuery.queryKey, me));
  }, [actor.id, client]);

  useEffect(() => {
    if (!session) return undefined;
    const idleMs = session.idleMinutes * 60_000;
    const longest = Date.parse(session.endsAt);
    told.current = Date.now();
    let acted = told.current;
    const act = () => {
      acted = Date.now();
    };
    const look = () => {
      if (signedOut.now()) {
        told.current = Date.now();
        setEndsAt(undefined);
        return;
      }
      const now = Date.now();
      const end = Math.min(told.current + idleMs, longest);
      if (now >= end) {
        setEndsAt(undefined);
        void endSession().then(() => signedOut.tell());
      } else if (acted > told.current && now - told.current > Math.min(stayMs, idleMs / 4)) stay();
      else setEndsAt(now >= end - Math.min(warnMs, idleMs / 2) ? end : undefined);
    };
    const unhear = sessionNews.hear(({ kind }) => {
      if (kind === 'signed-out') return;
      told.current = Date.now();
      setEndsAt(undefined);
    });
    const events = ['keydown', 'pointerdown', 'scroll'] as const;
    for (const event of events) window.addEventListener(event, act, { passive: true });
    const timer = setInterval(look, Math.min(lookMs, idleMs / 10));
    return () => {
      unhear();
      clearInterval(timer);
      for (const event of events) window.removeEventListener(event, act);
    };
  }, [session, stay]);

  return (
    <Dialog title={<Say id="shell.idle.title" />} isOpen={endsAt !== undefined}>
      <p>
        <Say id="shell.idle.body" time={endsAt === undefined ? '' : formatTime(endsAt)} />
      </p>
      <Button onClick={stay}>
        <Say id="shell.idle.stay" />
      </Button>
    </Dialog>
  );
};
