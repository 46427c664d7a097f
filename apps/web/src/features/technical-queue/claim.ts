import { useCallback, useEffect, useRef, useState } from 'react';
import { useCommand } from '../../api/command';
import { useLastAsked } from '../../forms/refused-command';
import type { QueueEntry } from './queue-entry';

/** Claims from the queue: the row it is about, and why it was not done. */
export const useClaim = () => {
  const command = useCommand();
  const { asked, since, remember } = useLastAsked();
  const [entry, setEntry] = useState<QueueEntry>();
  const claim = (row: QueueEntry) => {
    setEntry(row);
    const { caseId, version } = row;
    void command.run(remember({ path: `/technical-reviews/${caseId}/claim`, body: {}, version }));
  };
  // The same function at every render, so that the columns of the table stay the same, too.
  const newest = useRef(claim);
  useEffect(() => void (newest.current = claim));
  const run = useCallback((row: QueueEntry) => newest.current(row), []);
  return { command, asked, since, entry, run };
};
