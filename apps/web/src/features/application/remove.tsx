import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useCommand, type Asked } from '../../api/command';
import { Alert } from '../../ui/alert';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ProblemText } from '../../ui/states';
import { Say, useSay } from '../../words/say';

interface RemoveProps {
  /** What would be removed, as a person calls it. */
  readonly what: string;
  readonly question?: ReactNode;
  readonly command: () => Asked;
}

/** Moves the focus to the page's title once a list has become shorter: what was pressed is gone with what it removed. */
export const useTitleAfterRemoval = (count: number): void => {
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current) document.querySelector<HTMLElement>('h1')?.focus();
    before.current = count;
  }, [count]);
};

/** Removes something, after asking once more. */
export const Remove = ({ what, question, command }: RemoveProps) => {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const { run, isRunning, problem, clear } = useCommand({
    onDone: () => setOpen(false),
  });
  const close = () => {
    clear();
    setOpen(false);
  };
  return (
    <>
      <Button look="quiet" label={say('ui.removeWhat', { what })} onClick={() => setOpen(true)}>
        <Say id="ui.remove" />
      </Button>
      <Dialog title={say('exporter.remove.title', { what })} isOpen={isOpen} onClose={close}>
        {problem && (
          <Alert kind="error" isNews>
            {problem.isStale ? <Say id="exporter.remove.stale" /> : <ProblemText error={problem} />}
          </Alert>
        )}
        <p>{question ?? <Say id="exporter.remove.body" />}</p>
        <div className="form__end">
          <Button look="danger" isBusy={isRunning} onClick={() => void run(command())}>
            <Say id="exporter.remove.yes" />
          </Button>
          <Button look="outline" onClick={close}>
            <Say id="exporter.remove.no" />
          </Button>
        </div>
      </Dialog>
    </>
  );
};
