import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { Moment } from '../../words/format';
import { Say } from '../../words/say';

/** On paper alone: what it is of, and when it was printed. */
export const Printed = ({ name }: { readonly name: string }) => {
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    // The browser takes its picture as soon as this has returned.
    const now = () => flushSync(() => setAt(new Date().toISOString()));
    window.addEventListener('beforeprint', now);
    return () => window.removeEventListener('beforeprint', now);
  }, []);
  return (
    <p className="printed only-print">
      <Say id="cases.printed" name={<strong>{name}</strong>} moment={<Moment value={at} />} />
    </p>
  );
};
