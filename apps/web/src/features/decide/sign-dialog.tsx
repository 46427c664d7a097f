import { useCommand } from '../../api/command';
import { RefusedCommand } from '../../forms/refused-command';
import { Alert } from '../../ui/alert';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Say } from '../../words/say';
import { DecisionText } from './decision-text';
import type { LicensingCase, Proposed } from './licensing-case';

interface SignDialogProps {
  /** What is to be signed, as it stood when it was opened. */
  readonly signing: { readonly view: LicensingCase; readonly proposal: Proposed } | undefined;
  readonly onClose: () => void;
}

/** Shows exactly what is being signed, and signs it. */
export const SignDialog = ({ signing, onClose }: SignDialogProps) => (
  <Dialog
    title={signing && <Say id={`decision.sign.title.${signing.proposal.decision}`} />}
    isOpen={signing !== undefined}
    width="wide"
    onClose={onClose}
  >
    {signing && <Signing {...signing} onClose={onClose} />}
  </Dialog>
);

const Signing = ({
  view,
  proposal,
  onClose,
}: {
  readonly view: LicensingCase;
  readonly proposal: Proposed;
  readonly onClose: () => void;
}) => {
  const { caseId, version } = view;
  const command = useCommand({ onDone: onClose });
  const { run, isRunning, problem } = command;
  const left = view.signaturesRequired - view.signatures.length - 1;
  return (
    <>
      <p>
        <Say
          id="decision.sign.about"
          number={view.file.number}
          applicant={view.file.applicant.name}
          officer={proposal.officer.name}
        />
      </p>
      <DecisionText decision={proposal} view={view} />
      <p>
        <strong>
          {left > 0 ? (
            <Say id="decision.sign.notLast" left={left} />
          ) : (
            <Say id={`decision.sign.last.${proposal.decision}`} />
          )}
        </strong>
      </p>
      {/* Whoever signs has read what they sign: a proposal that changed is not signed once more, it is read anew. */}
      <RefusedCommand command={command} overtaken={<Changed onClose={onClose} />} />
      {!problem?.isStale && (
        <div className="form__end">
          <Button
            isBusy={isRunning}
            onClick={() => void run({ path: `/licensing/${caseId}/countersign`, body: {}, version })}
          >
            <Say id={`decision.sign.${proposal.decision}`} />
          </Button>
          <Button look="quiet" onClick={onClose}>
            <Say id="ui.cancel" />
          </Button>
        </div>
      )}
    </>
  );
};

const Changed = ({ onClose }: Pick<SignDialogProps, 'onClose'>) => (
  <Alert kind="warning" title={<Say id="decision.sign.changed" />} isNews>
    <p>
      <Say id="decision.sign.changed.body" />
    </p>
    <Button onClick={onClose}>
      <Say id="decision.sign.readAnew" />
    </Button>
  </Alert>
);
