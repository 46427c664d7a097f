import { useLiveState } from '../live/live-state';
import { Say } from '../words/say';

/** Tells, across the page, that what is shown may be old. */
export const Connection = () => {
  const state = useLiveState();
  return (
    <div className="connection" role="status">
      {state === 'offline' && (
        <p>
          <Say id="shell.offline" />
        </p>
      )}
      {state === 'interrupted' && (
        <p>
          <Say id="shell.behind" />
        </p>
      )}
    </div>
  );
};
