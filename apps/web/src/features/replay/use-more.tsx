import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/button';
import { Say } from '../../words/say';

const atATime = 200;

/** As much of a long history as people read at a time, and a button for more. */
export const useMore = <Each,>(all: readonly Each[]): { readonly shown: readonly Each[]; readonly more: ReactNode } => {
  const [most, setMost] = useState(atATime);
  return {
    shown: all.slice(0, most),
    more:
      all.length > most ? (
        <p>
          <Button look="outline" onClick={() => setMost(most + atATime)}>
            <Say id="auditor.history.more" left={all.length - most} />
          </Button>
        </p>
      ) : null,
  };
};
