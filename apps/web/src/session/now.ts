import { useSuspenseQuery } from '@tanstack/react-query';
import { dayOf, instantOf, type Day, type Instant } from '@exeat/kernel';
import { useEffect, useState } from 'react';
import { meQuery } from './me';

/** What is counted in days need not be counted anew more often. */
const tickMs = 60_000;

/**
 * The moment it is for the platform, by whose clock whatever is due is counted: the browser's may be wrong, and the
 * platform's may have been set. Moves on by the minute. Only below `Shell`.
 */
export const useNow = (): Instant => {
  const { data, dataUpdatedAt } = useSuspenseQuery(meQuery);
  const [here, setHere] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return movedOn(data.now, Math.max(0, here - dataUpdatedAt));
};

/** The day it is for the platform, which takes nothing for done on a later one. */
export const useToday = (): Day => dayOf(useNow());

/** The moment so many milliseconds after another. */
const movedOn = (moment: Instant, byMs: number): Instant => instantOf(new Date(Date.parse(moment) + byMs));
