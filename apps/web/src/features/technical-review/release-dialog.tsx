import { releaseSchema } from '@exeat/technical-review/forms';
import { TextArea } from '../../forms/fields';
import { Form } from '../../forms/form';
import { standAt } from '../../forms/stand';
import { Dialog } from '../../ui/dialog';
import { Say, useSay } from '../../words/say';

interface ReleaseDialogProps {
  readonly caseId: string;
  readonly version: number;
  readonly versionNow: () => Promise<number>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Gives a claimed review back, so that somebody else can claim it. */
export const ReleaseDialog = ({ caseId, version, versionNow, isOpen, onClose }: ReleaseDialogProps) => {
  const say = useSay();
  return (
    <Dialog title={<Say id="review.release.title" />} isOpen={isOpen} onClose={onClose}>
      <p>
        <Say id="review.release.body" />
      </p>
      <Form
        name={`release:${caseId}`}
        schema={releaseSchema}
        initial={{ reason: '' }}
        command={(values) => ({ path: `/technical-reviews/${caseId}/release`, body: values, version })}
        race={{ caseId, upon: standAt(`/technical-reviews/${caseId}`, version), versionNow }}
        submit={<Say id="review.release" />}
        onDone={onClose}
      >
        <TextArea name="reason" label={say('review.release.reason')} rows={3} most={2000} isOptional />
      </Form>
    </Dialog>
  );
};
