import { useCommand } from '../../api/command';
import type { TechnicalReview } from '../../api/reviews';
import { RefusedCommand, useLastAsked } from '../../forms/refused-command';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { SimpleTable } from '../../ui/simple-table';
import { Tag } from '../../ui/tag';
import { Say } from '../../words/say';
import { ParagraphTag } from '../case/finding-of';

interface CompleteDialogProps {
  readonly review: TechnicalReview;
  readonly version: number;
  readonly versionNow: () => Promise<number>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What was found of each line once more, and completing the review with it. */
export const CompleteDialog = ({ review, version, versionNow, isOpen, onClose }: CompleteDialogProps) => {
  const { caseId, items } = review;
  const command = useCommand({ onDone: onClose });
  const { asked, since, remember } = useLastAsked();
  const close = () => {
    command.clear();
    onClose();
  };
  return (
    <Dialog title={<Say id="review.complete.title" />} isOpen={isOpen} onClose={close}>
      <p>
        <Say id="review.complete.body" />
      </p>
      <RefusedCommand command={command} asked={asked} since={since} caseId={caseId} versionNow={versionNow} />
      <SimpleTable
        caption={<Say id="review.complete.findings" />}
        rows={items}
        keyOf={({ line }) => line}
        columns={[
          {
            key: 'line',
            head: <Say id="review.complete.line" />,
            isRowHead: true,
            cell: ({ line, model }) => <Say id="review.line" line={line} model={model} />,
          },
          {
            key: 'finding',
            head: <Say id="review.complete.finding" />,
            cell: ({ finding }) =>
              finding ? (
                <ParagraphTag paragraph={finding.paragraph} />
              ) : (
                <Tag tone="warn">
                  <Say id="review.noFinding" />
                </Tag>
              ),
          },
        ]}
      />
      <div className="form__end">
        <Button
          isBusy={command.isRunning}
          onClick={() =>
            void command.run(remember({ path: `/technical-reviews/${caseId}/complete`, body: {}, version }))
          }
        >
          <Say id="review.complete.confirm" />
        </Button>
        <Button look="outline" onClick={close}>
          <Say id="ui.cancel" />
        </Button>
      </div>
    </Dialog>
  );
};
