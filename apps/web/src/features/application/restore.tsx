import { useState } from 'react';
import { useCommand } from '../../api/command';
import { Alert } from '../../ui/alert';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ProblemText } from '../../ui/states';
import { Say, useSay } from '../../words/say';
import type { Application, Save } from './data';
import { DifferenceTable } from './difference-table';

interface RestoreProps {
  readonly application: Application;
  readonly save: Save;
  readonly name: string;
}

/** Saves what stood in an earlier save once more, after showing what that changes. */
export const Restore = ({ application, save, name }: RestoreProps) => {
  const say = useSay();
  const [opened, setOpened] = useState<Application>();
  const { run, isRunning, problem, clear } = useCommand({
    onDone: () => setOpened(undefined),
  });
  const close = () => {
    clear();
    setOpened(undefined);
  };
  return (
    <>
      <Button look="quiet" label={say('exporter.restore.what', { what: name })} onClick={() => setOpened(application)}>
        <Say id="exporter.restore" />
      </Button>
      <Dialog
        title={say('exporter.restore.title', { what: name })}
        isOpen={opened !== undefined}
        onClose={close}
        width="wide"
      >
        {problem && (
          <Alert kind="error" isNews>
            {problem.isStale ? <Say id="exporter.restore.stale" /> : <ProblemText error={problem} />}
          </Alert>
        )}
        <p>
          <Say id="exporter.restore.body" />
        </p>
        {opened && (
          <DifferenceTable
            caption={say('exporter.restore.changes')}
            before={opened.sections}
            after={{ ...opened.sections, ...save.sections }}
            beforeHead={say('exporter.restore.now')}
            afterHead={say('exporter.restore.then')}
          />
        )}
        <div className="form__end">
          <Button
            isBusy={isRunning}
            onClick={() =>
              void (
                opened &&
                run({
                  path: `/applications/${opened.caseId}/draft`,
                  method: 'PATCH',
                  body: { sections: save.sections },
                  version: opened.version,
                })
              )
            }
          >
            <Say id="exporter.restore.yes" />
          </Button>
          <Button look="outline" onClick={close}>
            <Say id="ui.cancel" />
          </Button>
        </div>
      </Dialog>
    </>
  );
};
