import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Say } from '../words/say';
import { meQuery, useMe } from './me';
import { signedOut } from './signed-out';

/** How long before the end a person is asked. WCAG 2.2.1 wants twenty seconds at least. */
const warnMs = 2 * 60_000;
const lookMs = 5_000;
/** While a person works without sending anything, this often the session is told that they are there. */
const stayMs = 60_000;

/**
 * Warns before a session ends for want of acts. Who types or clicks is there, and their session is kept; live updates alone
 * keep nobody signed in.
 */
export const IdleWarning = () => {
  const client = useQueryClient();
  const { session } = useMe();
  const [endsAt, setEndsAt] = useState<number>();
  const { formatTime } = useIntl();

  const stay = async () => {
    await client.fetchQuery({ ...meQuery, staleTime: 0 }).catch(() => undefined);
    setEndsAt(undefined);
  };

  useEffect(() => {
    if (!session) return undefined;
    const idleMs = session.idleMinutes * 60_000;
    const longest = Date.parse(session.endsAt);
    let acted = Date.now();
    let told = acted;
    const act = () => {
      acted = Date.now();
    };
    const look = () => {
      const now = Date.now();
      if (acted > told && now - told > Math.min(stayMs, idleMs / 4)) {
        told = now;
        void client.fetchQuery({ ...meQuery, staleTime: 0 }).catch(() => undefined);
      }
      const end = Math.min(told + idleMs, longest);
      if (now >= end) signedOut.tell();
      setEndsAt(now >= end - Math.min(warnMs, idleMs / 2) && now < end ? end : undefined);
    };
    const events = ['keydown', 'pointerdown', 'scroll'] as const;
    for (const event of events) window.addEventListener(event, act, { passive: true });
    const timer = setInterval(look, Math.min(lookMs, idleMs / 10));
    return () => {
      clearInterval(timer);
      for (const event of events) window.removeEventListener(event, act);
    };
  }, [client, session]);

  return (
    <Dialog title={<Say id="shell.idle.title" />} isOpen={endsAt !== undefined}>
      <p>
        <Say id="shell.idle.body" time={endsAt === undefined ? '' : formatTime(endsAt)} />
      </p>
      <Button onClick={() => void stay()}>
        <Say id="shell.idle.stay" />
      </Button>
    </Dialog>
  );
};
